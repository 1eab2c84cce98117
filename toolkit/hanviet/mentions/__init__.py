"""Mentions: known names, composed names and unlisted names in running text."""
