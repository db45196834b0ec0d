"""The one door to disk, clock and processes: nothing below it touches them.

What only `build` needs is imported where it is used: `build_settings`, `outputs`, `themes`,
`watching`.
"""

from standout.workspace.baseline import Baseline, load_baseline, save_baseline
from standout.workspace.extractors import further, poppler
from standout.workspace.files import (
    example,
    example_files,
    example_path,
    expand,
    load,
    make_folder,
    save,
    save_all,
    today,
)
from standout.workspace.settings import Overrides, check_overrides, settings_for

__all__ = [
    "Baseline",
    "Overrides",
    "check_overrides",
    "example",
    "example_files",
    "example_path",
    "expand",
    "further",
    "load",
    "load_baseline",
    "make_folder",
    "poppler",
    "save",
    "save_all",
    "save_baseline",
    "settings_for",
    "today",
]
