"""What a reproduction gives to read: report, post, submissions, lines for a resume.

Every number in them comes out of a `Register` and can be followed to a file.
"""
