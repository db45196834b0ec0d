"""A log of any format, known by its content."""

from __future__ import annotations

from typing import BinaryIO

from standout.evidence.logs import (
    exports,
    jsonl,
    mlflow,
    monitor,
    tables,
    tensorboard,
    wandb_runs,
)
from standout.evidence.logs.opening import encoding_of, note_break, text_of, unpacked
from standout.evidence.logs.series import Log, Notes, Remark, Wanted
from standout.patterns import regex

_HEAD = 1 << 16
_CONTROL = regex(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
"""Bytes that no text has."""
_SELDOM = 32
"""One such byte in so many may be damage; more are another kind of file."""
_ZIP = b"PK\x03\x04"


def read(stream: BinaryIO, path: str, wanted: Wanted) -> Log:
    """The runs of one file. `stream` can seek; `path` leads a database to its own pages."""
    packed = unpacked(stream)
    head = packed.read(_HEAD)
    name = path.replace("\\", "/").rpartition("/")[2]
    if not head:
        notes = Notes()
        note_break(packed, notes)
        empty = Remark("", "the file is empty", serious=True)
        return Log("", (), (), (*notes.remarks(), empty))
    packed.seek(0)
    if head.startswith(mlflow.MAGIC):
        return mlflow.read_store(packed, path, wanted)
    if head.startswith(_ZIP):
        return Log("", (), (), (Remark("", "a ZIP archive; unpack it", serious=True),))
    if head.startswith(wandb_runs.MAGIC):
        return wandb_runs.read(packed, wanted)
    if tensorboard.is_events(head):
        return tensorboard.read(packed, wanted)
    if monitor.is_monitor(head):
        return monitor.read([(name, packed)], wanted)
    if mlflow.is_metric_file(head):
        return mlflow.read_metric_file(packed, wanted, name)
    return _text(packed, head, wanted)


def is_monitor(stream: BinaryIO) -> bool:
    """Say whether a file is one of Stable-Baselines3's, which belong together by run."""
    found = monitor.is_monitor(unpacked(stream).read(_HEAD))
    stream.seek(0)
    return found


def _text(stream: BinaryIO, head: bytes, wanted: Wanted) -> Log:
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \r\n\t")
    if start.startswith((b"{", b"[")):
        return jsonl.read(stream, wanted)
    mark, encoding = encoding_of(head)
    text = head[len(mark) :].decode(encoding, "replace") if encoding else text_of(head)
    line = text.partition("\n")[0].strip()
    if exports.is_export(line):
        return exports.read(stream, wanted, line)
    if not encoding and _is_binary(head):
        told = "no log that can be read: CSV, JSON lines, TensorBoard, .wandb, MLflow, monitor.csv"
        return Log("", (), (), (Remark("", told, serious=True),))
    return tables.read(stream, wanted)


def _is_binary(head: bytes) -> bool:
    """Many bytes that no text has; what follows a row of zeros, as crashes leave it, may be any."""
    text = head.partition(b"\0\0\0")[0]
    return len(_CONTROL.findall(text)) * _SELDOM >= len(text)
