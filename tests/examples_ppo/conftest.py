"""One thread for the products of small matrices, which more threads make ten times as slow."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest


@pytest.fixture(autouse=True, scope="package")
def one_thread() -> Iterator[None]:
    """The programs say so before NumPy is imported; here that is too late, so OpenBLAS is told."""
    shipped = Path(np.__file__).parent.parent / "numpy.libs"
    libraries = [ctypes.CDLL(str(path)) for path in shipped.glob("libscipy_openblas64_*")]
    before = [each.scipy_openblas_get_num_threads64_() for each in libraries]
    for each in libraries:
        each.scipy_openblas_set_num_threads64_(1)
    yield
    for each, threads in zip(libraries, before, strict=True):
        each.scipy_openblas_set_num_threads64_(threads)
