"""A published site → whether it is what its commit and day make, file by file."""
