"""What a sentence says: statement slots, typed quantities, dates."""
