"""A folder of mail: .eml files, mboxes with and without an ending, Maildirs, an unpacked Takeout."""

import os
from collections.abc import Iterator
from pathlib import Path

from highroad.edges import maildir
from highroad.edges.found import MailFile
from highroad.edges.mbox import is_mbox
from highroad.mail.headers import Span, read_head

MAILS = (".eml", ".emlx")
MBOXES = (".mbox", ".mbx")
_UNNAMED = ("", ".txt", ".mail")
START = 8 * 1024
_OF_MAIL = (b"from", b"subject", b"received", b"message-id", b"return-path")


def mail_files(root: Path) -> Iterator[MailFile]:
    """Every file with mail below `root`, in the order of their names; links are not followed."""
    for place, folders, names in os.walk(root):
        path = Path(place)
        folders.sort()
        if maildir.is_maildir(path):
            folders[:] = [name for name in folders if name not in ("cur", "new", "tmp")]
            yield from maildir.mail_files(path, root)
        yield from (found for name in sorted(names) if (found := _mail_file(path / name, root)))


def _mail_file(path: Path, root: Path) -> MailFile | None:
    if path.name.startswith(".") or not path.is_file() or path.is_symlink():
        return None
    name, ending = str(path.relative_to(root)), path.suffix.lower()
    if ending in MAILS:
        return MailFile(name)
    start = _start(path) if ending in (*MBOXES, *_UNNAMED) or not ending[1:].isalpha() else b""
    if (ending in MBOXES and start) or is_mbox(start):
        return MailFile(name, extent=path.stat().st_size, is_mbox=True, folder=_folder(path))
    return MailFile(name) if is_mail(start) else None


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(START)
    except OSError:
        return b""


def _folder(path: Path) -> str:
    """Apple keeps "Sent.mbox/mbox"; the others name the file itself."""
    return Path(path.parent.name if path.name == "mbox" else path.name).stem


def is_mail(start: bytes) -> bool:
    """Whether a file begins with two or more lines as a mail does; a note with a date in it does not."""
    fields = read_head(Span(start, 0, len(start))).fields
    return len(fields) >= 2 and not fields.keys().isdisjoint(_OF_MAIL)
