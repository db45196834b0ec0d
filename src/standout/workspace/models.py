"""Sentence models for hints: a folder with an ONNX model, or any sentence-transformers model."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from standout.errors import OpenError, UsageError
from standout.matching.similar import Embedder
from standout.values import frozen

_LONGEST = 256
"""Tokens of a text that are looked at."""
_INSTALL = 'python -m pip install "standout[semantic]"'


def embedder(named: str) -> Embedder:
    """The model in a folder, or of a name that sentence-transformers knows.

    A name may make that library fetch the model; nothing about the applicant is sent. Raises
    `UsageError` where a library is missing, `OpenError` where there is no such model.
    """
    folder = Path(named)
    found = next((each for each in _onnx_files(folder) if each.is_file()), None)
    if found is not None:
        return _onnx(found, folder)
    return _sentence_transformers(named)


def _onnx_files(folder: Path) -> tuple[Path, ...]:
    return (folder / "model.onnx", folder / "onnx" / "model.onnx")


@frozen
class _Onnx:
    """A model with its tokenizer; a text is the mean of its tokens, as such models are trained."""

    name: str
    session: Any
    tokenizer: Any

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """A unit vector for each text, one text at a time: the same whatever stands beside it."""
        return [self._vector(each) for each in texts]

    def _vector(self, text: str) -> list[float]:
        import numpy as np

        told = self.tokenizer.encode(text)
        given = {
            "input_ids": [told.ids],
            "attention_mask": [told.attention_mask],
            "token_type_ids": [told.type_ids],
        }
        names = [each.name for each in self.session.get_inputs()]
        inputs = {name: np.asarray(given[name], dtype=np.int64) for name in names}
        tokens = self.session.run(None, inputs)[0][0]
        return _unit([float(each) for each in tokens.mean(axis=0)])


def _onnx(model: Path, folder: Path) -> Embedder:
    try:
        import onnxruntime
        import tokenizers
    except ImportError as error:
        raise UsageError("an ONNX model needs onnxruntime and tokenizers", _INSTALL) from error
    try:
        options = onnxruntime.SessionOptions()
        # More threads add the same numbers in another order.
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(model), options)
        tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:  # both libraries raise errors of their own make
        raise OpenError(f"{folder}: no model could be read: {error}") from error
    tokenizer.enable_truncation(_LONGEST)
    tokenizer.no_padding()
    return _Onnx(folder.resolve().name, session, tokenizer)


@frozen
class _Sentences:
    name: str
    model: Any

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        found = self.model.encode(list(texts), show_progress_bar=False)
        return [_unit([float(each) for each in vector]) for vector in found]


def _sentence_transformers(named: str) -> Embedder:
    try:
        import sentence_transformers
    except ImportError as error:
        raise UsageError(
            f"`{named}` holds no model.onnx, and other models need sentence-transformers",
            "python -m pip install sentence-transformers",
        ) from error
    try:
        model = sentence_transformers.SentenceTransformer(named, device="cpu")
    except Exception as error:  # the library raises errors of many kinds
        raise OpenError(f"{named}: no model could be read: {error}") from error
    return _Sentences(Path(named).name, model)


def _unit(vector: list[float]) -> list[float]:
    length = math.sqrt(sum(each * each for each in vector)) or 1.0
    return [each / length for each in vector]
