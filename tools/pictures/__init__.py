"""The drawn illustrations of the booklet, one module per motif.

`palette` mixes the inks, `shapes` cuts the forms, `textures` breaks them up, `press` prints them one over another.
"""
