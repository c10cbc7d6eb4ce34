"""Openings to apply to: what a posting says, what it asks for, and how employers' boards publish them."""
