"""What a fast first look has likely seen: a reading model over the words of a page."""
