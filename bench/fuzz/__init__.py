"""Bytes that nobody meant to write, as record files."""
