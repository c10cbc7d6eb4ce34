"""What a text says: its language, its sentences and clauses, and the shipped words."""
