"""A full disk: known by what the database and the system say of it, and told in one sentence."""

import errno
import shutil
import sqlite3
from pathlib import Path

from highroad.app.folder import data_folder

FULL = "The disk of this computer is full. Nothing that was kept is lost. Make some room, then go on from here."
NEEDED = 2 * 1024 * 1024  # bytes below which a write cannot be trusted to fit
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_PRIMARY = 0xFF  # the lowest byte of SQLite's codes; the rest says where it happened
_FAILED_WRITES = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)


def is_full(error: BaseException | None) -> bool:
    """Whether this error, or the one behind it, is a write there was no room for."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            return True
        if isinstance(error, sqlite3.Error) and _found_no_room(error):
            return True
        error = error.__cause__
    return False


def has_no_room(folder: Path | None = None) -> bool:
    """Whether next to nothing is left on the disk the record lies on."""
    return shutil.disk_usage(folder or data_folder()).free < NEEDED


def _found_no_room(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY  # an error that Python made has none
    return code == sqlite3.SQLITE_FULL or (code in _FAILED_WRITES and has_no_room())
