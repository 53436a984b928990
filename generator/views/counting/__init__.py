"""Turns the elements that adhered into counts: by size, place, sector, agreement and time."""
