"""The no: which applications ended in one, and what it says."""
