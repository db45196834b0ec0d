"""Many profiles against very many postings, and bulk ingest, over the machines of a cluster.

The work is cut into tasks, a row group of a Parquet file each. What a task does is the pure
function that one machine runs too, so the answers are the same; Daft only carries tasks to workers.
"""
