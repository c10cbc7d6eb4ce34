"""The one folder where everything a user has lies: made private, and named in one place."""

import os
import secrets
import stat
from pathlib import Path

from platformdirs import user_data_path

RECORD, KEY = "highroad.sqlite3", "secret.key"


class FolderUnusable(OSError):
    """High Road cannot use this folder, and says why."""


def data_folder() -> Path:
    """The folder named by HIGHROAD_DATA_DIR, else the usual place of this system; not made yet."""
    named = os.environ.get("HIGHROAD_DATA_DIR")
    return Path(named).expanduser().absolute() if named else user_data_path("HighRoad", appauthor=False)


def make_private(folder: Path) -> Path:
    """Make the folder readable by its owner only, or raise FolderUnusable; one that holds other things is left alone.

    Wiping and closing off a folder must never hit somebody's documents.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if _holds_other_things(folder):
            raise FolderUnusable(f"{folder} holds other things. Give High Road a folder of its own with --data-dir.")
        if stat.S_IMODE(folder.stat().st_mode) != 0o700:
            folder.chmod(0o700)
        probe = folder / f".writable-{secrets.token_hex(4)}"
        probe.touch(mode=0o600)
        probe.unlink()
    except FolderUnusable:
        raise
    except OSError as error:
        raise FolderUnusable(
            f"High Road cannot write to its folder {folder}. Choose another with --data-dir."
        ) from error
    return folder


def secret_key(folder: Path) -> str:
    """The key that signs this folder's cookies, made at the first start and kept at 0600."""
    file = folder / KEY
    if not file.exists():
        unfinished = folder / f".{KEY}-{secrets.token_hex(4)}"
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
            opened.write(secrets.token_urlsafe(50))
        unfinished.replace(file)
    return file.read_text()


def _holds_other_things(folder: Path) -> bool:
    names = {found.name for found in folder.iterdir() if not found.name.startswith(".")}
    return bool(names) and not names & {RECORD, KEY}
