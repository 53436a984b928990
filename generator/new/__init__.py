"""What a person says in flags or answers → a new record, or a new part of one."""
