"""The one folder where everything a user has lies: made private, and named in one place."""

import os
import secrets
from pathlib import Path

from platformdirs import user_data_path


class FolderUnusable(OSError):
    """High Road cannot write to its folder {path}. Choose another with --data-dir."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"High Road cannot write to its folder {path}. Choose another with --data-dir.")


def data_folder() -> Path:
    """The folder named by HIGHROAD_DATA_DIR, else the usual place of this system; not made yet."""
    named = os.environ.get("HIGHROAD_DATA_DIR")
    return Path(named).expanduser().absolute() if named else user_data_path("HighRoad", appauthor=False)


def make_private(folder: Path) -> Path:
    """Make the folder readable by its owner only, or raise FolderUnusable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        probe = folder / ".writable"
        probe.touch(mode=0o600)
        probe.unlink()
    except OSError as error:
        raise FolderUnusable(folder) from error
    return folder


def secret_key(folder: Path) -> str:
    """The key that signs this folder's cookies, made at the first start and kept at 0600."""
    file = folder / "secret.key"
    if not file.exists():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as opened:
            opened.write(secrets.token_urlsafe(50))
    return file.read_text()
