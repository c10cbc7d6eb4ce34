"""The key to private writing: written on paper, brought back, or done without."""

from datetime import datetime
from pathlib import Path

from django.db import transaction

from highroad.app import private
from highroad.app.actions.backup import back_up
from highroad.app.queries.private import locked_rows, missing


def phrase() -> str:
    """The recovery phrase of this record; makes the key when nothing was written yet."""
    return private.phrase()


def bring_key_back(typed: str) -> None:
    """Open what is locked with the phrase from paper; raises NotAPhrase or WrongPhrase, and changes nothing then."""
    private.bring_back(typed, missing=missing())


def put_aside(*, now: datetime) -> Path:
    """Take what is locked out of the record, after a copy that still holds it; returns the copy.

    With the phrase, the copy can be put back one day.
    """
    kept = back_up(now=now, why="with-locked-writing")
    with transaction.atomic():
        for rows in locked_rows():
            rows.delete()
    return kept
