"""The rules, each a function of its own: from a document and what is demanded of it to the faults it has.

Handles in brackets, such as [X-ID], stand in `rulebook.py` beside each rule's code.
"""
