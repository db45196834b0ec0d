"""The store of postings and the ranking of all of them. It needs numpy: `standout[jobs]`.

The one package below `workspace` that keeps files of its own: a folder that the caller names.
"""
