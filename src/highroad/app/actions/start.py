"""Get the folder ready: tables, and the one owner."""

from datetime import datetime

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

from highroad.app.actions.backup import back_up_before_upgrade
from highroad.app.models import OwnerRow
from highroad.app.says import says


class RecordTooNew(OSError):
    """The record in the folder was written by a newer High Road."""

    def __init__(self) -> None:
        super().__init__(says("start.too_new"))


def make_ready(*, now: datetime) -> None:
    """Bring the tables up to date, after a backup, and make the owner at the first start; safe to repeat.

    Raises RecordTooNew, and leaves such a record alone.
    """
    loader = MigrationLoader(connection)
    applied, ours = set(loader.applied_migrations), set(loader.disk_migrations)
    if any(name not in ours for name in applied if name[0] == "highroad"):
        raise RecordTooNew
    if ours <= applied:
        return
    if applied:
        back_up_before_upgrade(now=now)
    call_command("migrate", verbosity=0, interactive=False)
    make_owner(now=now)


@transaction.atomic
def make_owner(*, now: datetime) -> None:
    """Make the one owner, unless there is one."""
    if not OwnerRow.objects.exists():
        OwnerRow.objects.create(created_at=now)
