"""Take in files that were dropped on a page, and remove our copy once it is read."""

import os
import secrets
import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from django.conf import settings

from highroad.app.models import SourceRow

FOLDER = "incoming"
LEFT_OVER_AFTER = timedelta(days=1)


class Upload(Protocol):
    """What a page gives us of a file: its name and its bytes, piece by piece."""

    name: str | None

    def chunks(self) -> Iterable[bytes]:
        """The bytes in order."""


def take_in(uploads: Iterable[Upload]) -> list[Path]:
    """Write uploads to a private folder of their own; gives the files in it, or leaves nothing on a full disk."""
    folder = settings.DATA_FOLDER / FOLDER / secrets.token_hex(8)
    folder.parent.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700)
    try:
        return [_write(folder, upload, number) for number, upload in enumerate(uploads)]
    except OSError:
        remove(folder)
        raise


def remove_copy(source: SourceRow) -> None:
    """Remove our own copy of what was uploaded; a file of the user's is never touched."""
    if source.uploaded and settings.DATA_FOLDER / FOLDER in Path(source.path).parents:
        shutil.rmtree(_own_folder(Path(source.path)), ignore_errors=True)


def remove_left_over(*, now: datetime) -> None:
    """Remove copies that no source needs any more: a crash may have left them, or a second look at a source."""
    needed = SourceRow.objects.filter(uploaded=True).exclude(state=SourceRow.State.DONE)
    kept = {_own_folder(Path(path)) for path in needed.values_list("path", flat=True)}
    before = (now - LEFT_OVER_AFTER).timestamp()
    for found in (*(settings.DATA_FOLDER / FOLDER).glob("*"), *settings.PASSING.glob("*")):
        if found not in kept and found.stat().st_mtime < before:
            remove(found)


def remove(found: Path) -> None:
    """Remove a file or a folder with all it holds; gone already is fine."""
    if found.is_dir() and not found.is_symlink():
        shutil.rmtree(found, ignore_errors=True)
    else:
        found.unlink(missing_ok=True)


def _write(folder: Path, upload: Upload, number: int) -> Path:
    """Under its own name, which says what kind of file it is, and never outside the folder."""
    name = Path((upload.name or "").replace("\\", "/")).name.lstrip(".") or f"mail-{number}"
    file = folder / (name if not (folder / name).exists() else f"{number}-{name}")
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        for chunk in upload.chunks():
            opened.write(chunk)
    return file


def _own_folder(path: Path) -> Path:
    """The folder of one upload, whether its path names the folder or the one file in it."""
    incoming = settings.DATA_FOLDER / FOLDER
    return path if path.parent == incoming else path.parent
