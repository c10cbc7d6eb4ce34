"""Take everything away: the record, its copies, and whatever was taken in."""

from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.db import connection

from highroad.app.actions.backup import COPIES
from highroad.app.actions.start import make_ready
from highroad.app.actions.uploads import FOLDER, remove

VIRTUAL = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'"
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"


def wipe(*, now: datetime) -> None:
    """Delete the record and every file made from it, and start with an empty one. There is no way back.

    The key in the folder stays, which holds nothing of the user's and keeps the open window let in.
    """
    _empty_record()
    for name in (COPIES, FOLDER, settings.PASSING.name):
        for found in (settings.DATA_FOLDER / name).glob("*"):
            remove(found)
    cache.clear()
    make_ready(now=now)


def _empty_record() -> None:
    """Emptied, not deleted: other threads hold the file open, and would go on with the one that is gone."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        for query in (VIRTUAL, TABLES):  # a virtual table takes its own tables with it
            cursor.execute(query)
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP TABLE "{name}"')
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
