"""The page that turns a pasted list into a clean file: what its script and its template know."""
