"""The edition stage: the same pages painted for a purpose, as the bytes of a PDF or as pictures."""
