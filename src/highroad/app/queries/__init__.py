"""Reads: one named question each, answered with plain values."""
