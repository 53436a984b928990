"""Records in the form of an earlier schema → the same records in the form of this program's."""
