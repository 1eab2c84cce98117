"""Hán-Việt readings: tables, reading a Chinese name, comparing two names."""
