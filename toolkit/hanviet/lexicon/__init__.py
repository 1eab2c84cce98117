"""The gazetteer in memory: strict YAML, entries, checks, the compiled index and its cache."""
