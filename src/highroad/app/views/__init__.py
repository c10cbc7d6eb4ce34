"""Request in, one action or query, page out."""
