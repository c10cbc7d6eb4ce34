"""Writes: one thing a user can do each, one verb, one transaction."""
