"""Two issues of a booklet held against each other: which pages need to be proofed, and what is new on them.

Files are anybody's, so they are opened within the limits of `preflight/limits.py`. What lies beyond the bleed (marks,
and the line that names the sheet) is not compared.
"""
