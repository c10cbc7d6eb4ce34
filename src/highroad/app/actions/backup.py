"""Copies of the whole record: made while it is in use, put back only when they are sound."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from highroad.app.actions.outbox_waits import hold_restored
from highroad.app.says import says

COPIES = "backups"  # the folder of copies in the data folder
KEPT_BEFORE_UPGRADES = 5


class NotABackup(Exception):
    """The file is no backup of High Road, or a damaged one."""

    def __init__(self, file: Path) -> None:
        super().__init__(says("backup.damaged", name=file.name))


class BackupTooNew(Exception):
    """The backup was made by a newer High Road."""

    def __init__(self, file: Path) -> None:
        super().__init__(says("backup.too_new", name=file.name))


def back_up(file: Path | None = None, *, now: datetime, why: str = "backup") -> Path:
    """Copy the record to a file of its own (0600), also while it is being written to; returns the file."""
    file = file or settings.DATA_FOLDER / COPIES / f"highroad-{why}-{now:%Y%m%d-%H%M%S}.sqlite3"
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    connection.ensure_connection()
    unfinished = file.with_name(file.name + ".part")
    os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
    with closing(sqlite3.connect(unfinished)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    unfinished.replace(file)
    return file


def restore(file: Path, *, now: datetime) -> Path:
    """Put a backup in place of the record and bring it up to date; returns the copy made of what was there before.

    Raises NotABackup or BackupTooNew before anything is touched.
    """
    _check(file)
    before = back_up(now=now, why="before-restore")
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        connection.ensure_connection()
        copy.backup(connection.connection)
    connection.close()
    call_command("migrate", verbosity=0, interactive=False)
    hold_restored()
    return before


def back_up_before_upgrade(*, now: datetime) -> Path:
    """Copy a record that is about to be migrated; the last five such copies are kept."""
    made = back_up(now=now, why="before-upgrade")
    for old in sorted(made.parent.glob("highroad-before-upgrade-*"))[:-KEPT_BEFORE_UPGRADES]:
        old.unlink()
    return made


def _check(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            applied = set(copy.execute("SELECT app, name FROM django_migrations WHERE app = 'highroad'"))
    except sqlite3.Error as error:
        raise NotABackup(file) from error
    if not sound or not applied:
        raise NotABackup(file)
    if not applied <= set(MigrationLoader(None).disk_migrations):
        raise BackupTooNew(file)
