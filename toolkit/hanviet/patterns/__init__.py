"""Composed names: the pattern language, its numbers, its loader and its matcher."""
