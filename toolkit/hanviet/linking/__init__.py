"""Linking: candidates, their evidence, and the decision that follows from it."""
