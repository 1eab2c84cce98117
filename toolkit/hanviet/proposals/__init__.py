"""Names that no list has: their likely forms in the other language, each with a probability."""
