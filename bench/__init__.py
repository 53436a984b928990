"""Synthetic registries, what others would be built with, and a stop-watch for both."""
