"""Values that mean ill, in every field of every record, through every output."""
