"""Charts as plain data → SVG pictures, without a script, in the colours of the page."""
