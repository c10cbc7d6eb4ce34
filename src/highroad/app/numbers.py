"""Whole numbers as they come in forms and addresses."""

LONGEST = 18  # digits; more fit into no row


def number_in(written: str) -> int | None:
    """The number, or None for anything else and for what is too long to be one of ours."""
    return int(written) if len(written) <= LONGEST and written.isdecimal() else None
