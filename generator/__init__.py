"""Generator of the public register of the Sello APL: YAML records in, a searchable site out."""
