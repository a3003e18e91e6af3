"""The pictures, one module each, named after its story; `draw` prints it."""
