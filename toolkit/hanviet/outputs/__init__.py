"""Outputs: tables, JSON lines, HTML, glossaries, workbooks."""
