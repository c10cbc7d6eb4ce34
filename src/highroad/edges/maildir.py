"""A Maildir, also with subfolders: every file in cur and new is one mail."""

from collections.abc import Iterator
from pathlib import Path

from highroad.edges.found import MailFile

_HOLDS = ("cur", "new")
_INBOX = "INBOX"


def is_maildir(path: Path) -> bool:
    return any((path / name).is_dir() for name in _HOLDS)


def mail_files(path: Path, root: Path) -> Iterator[MailFile]:
    """The mails of one Maildir without its subfolders, in the order of their names, named from `root`."""
    folder = _INBOX if path == root else path.name.lstrip(".")
    for name in _HOLDS:
        place = path / name
        if place.is_dir():
            files = sorted(entry.name for entry in place.iterdir() if not entry.name.startswith("."))
            yield from (MailFile(str((place / file).relative_to(root)), folder=folder) for file in files)
