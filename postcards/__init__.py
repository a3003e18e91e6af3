"""Postcards of Return: from stories in small YAML files to print-ready booklets, one per language.

The way through the house, each stage ending in frozen values that the next one only reads:

    manuscript    content/*.yaml            -> Story, Language, Booklet
    composition   a paragraph and a measure -> Galley: lines of placed glyphs
    pages         galleys and a layout      -> Page: items at fixed positions
    edition       pages                     -> Edition -> bytes of a PDF, pictures of pages
    booklet       the table of contents: the one module that knows every stage
    cli           the one place that prints

Imports point left only: geometry, problems, project < manuscript < composition < pages < edition < booklet < cli.
"""

__version__ = "0.1.0"
