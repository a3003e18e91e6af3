"""The commands: each takes what was asked for, prints what came of it, and returns an exit code.

What a command needs of the program it loads itself, so that none waits for what only others need.
"""
