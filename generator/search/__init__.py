"""Rows of what can be found → the files of the search index that the browser reads."""
