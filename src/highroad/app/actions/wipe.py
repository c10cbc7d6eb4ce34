"""Take everything away: the record, its copies, and whatever was taken in."""

from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction

from highroad.app import private
from highroad.app.actions.backup import COPIES
from highroad.app.actions.start import make_owner
from highroad.app.actions.uploads import FOLDER, remove
from highroad.app.models import AccountRow
from highroad.app.queries.accounts import secret_name
from highroad.app.queries.private import prints
from highroad.edges import secrets

TABLES = """
SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'highroad%' AND name NOT LIKE 'highroad_search%'
"""


def wipe(*, now: datetime) -> None:
    """Delete the record and every file made from it, and start with an empty one. There is no way back.

    The key in the folder stays, which holds nothing of the user's and keeps the open window let in.
    """
    for account in AccountRow.objects.all():
        secrets.forget(settings.DATA_FOLDER, secret_name(account))
    private.forget(prints())
    _empty_record(now=now)
    for name in (COPIES, FOLDER, settings.PASSING.name, secrets.FOLDER):
        for found in (settings.DATA_FOLDER / name).glob("*"):
            remove(found)
    cache.clear()


def _empty_record(*, now: datetime) -> None:
    """Emptied, not deleted: other threads hold the file open, and would go on with the one that is gone."""
    with connection.cursor() as cursor:
        with transaction.atomic():
            cursor.execute("PRAGMA defer_foreign_keys = ON")
            cursor.execute(TABLES)
            for (name,) in cursor.fetchall():
                cursor.execute(f'DELETE FROM "{name}"')  # noqa: S608
            cursor.execute("DELETE FROM highroad_search")
            cursor.execute("INSERT INTO highroad_search(highroad_search) VALUES ('rebuild')")
            make_owner(now=now)
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
