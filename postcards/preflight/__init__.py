"""Preflight: what a printer or a reader would find wrong with a finished PDF, ours or anybody's.

A file is opened (`opening.py`), every page's content is gone through once (`interpreter.py`), and the rules
(`rulebook.py`) look at what was seen. Nothing here knows how our own files come about. ISO numbers without more are
those of PDF, ISO 32000-1:2008; X-4 is ISO 15930-7:2010; GWG are the Ghent Workgroup's requirements of 2015 for CMYK
from sheet-fed offset.
"""
