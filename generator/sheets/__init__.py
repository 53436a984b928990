"""Spreadsheets in and out: books ↔ the tables that the records of a registry make."""
