"""What a fast first look has likely seen: a reading model over the words of a page."""

from standout.glance.exposing import exposure
from standout.glance.wanted import Wanted, wanted_skills

__all__ = ["Wanted", "exposure", "wanted_skills"]
