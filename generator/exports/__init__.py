"""The published registry → open data: tables in every usual format, and the files of an API."""
