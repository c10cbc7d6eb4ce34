"""Writes made-up job mail from clauses, and fits the reader's second opinion on it."""
