"""Logs of training runs: one file a format, each a stream of bytes to a `Log`.

No content raises: what cannot be read is a `Remark` with its place. Nothing is interpolated.
"""
