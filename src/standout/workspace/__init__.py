"""The one door to disk and clock: finds files, reads settings, writes without losing anything."""

from standout.workspace.files import example, expand, load, make_folder, save, save_new, today

__all__ = ["example", "expand", "load", "make_folder", "save", "save_new", "today"]
