"""What a user would pick instead: the same records through other site generators."""
