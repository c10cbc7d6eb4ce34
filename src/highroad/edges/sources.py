"""Anything a user may point at: what it is, and the mails in it one after the other."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from highroad.edges import folder, maildir, takeout, trouble
from highroad.edges.found import Found, MailFile
from highroad.edges.mail_file import read_mail
from highroad.edges.mbox import is_mbox, next_mail, split
from highroad.edges.trouble import SourceTrouble

__all__ = ["Kind", "Source", "SourceTrouble", "open_source"]

_TEXTS = (".eml", ".emlx", ".txt")
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!")
_OUTLOOK = (b"\xd0\xcf\x11\xe0", b"!BDN")


class Kind(StrEnum):
    """What a source is."""

    MAIL = "mail"
    MBOX = "mbox"
    MAILDIR = "maildir"
    FOLDER = "folder"
    ZIP = "zip"


@dataclass(frozen=True, slots=True)
class Source:
    """A place with mail. `size` is the position after its last mail: bytes of mboxes, and one for each single mail."""

    path: Path
    kind: Kind
    files: tuple[MailFile, ...]

    @property
    def size(self) -> int:
        return sum(file.extent for file in self.files)

    def messages(self, *, start: int = 0) -> Iterator[Found]:
        """Each mail in a fixed order, from a position that came with an earlier one."""
        with _opener(self) as open_file:
            first = 0
            for file in self.files:
                if start < first + file.extent:
                    yield from _mails(file, open_file, first, max(0, start - first))
                first += file.extent

    def begins_near(self, places: Iterable[int]) -> list[int]:
        """Where in an mbox mails begin, one soon after each of these bytes."""
        with self.path.open("rb") as stream:
            return [next_mail(stream, place) for place in places]


def open_source(path: str | Path) -> Source:
    """What `path` is; a SourceTrouble says why it cannot be read."""
    place = Path(path)
    try:
        if place.is_dir():
            return _open_folder(place)
        if not place.exists():
            raise trouble.NotThere
        if not place.is_file():
            raise trouble.NotMail
        with place.open("rb") as stream:
            return _open_file(place, stream.read(folder.START))
    except PermissionError as error:
        raise trouble.NotAllowed from error


def _open_folder(path: Path) -> Source:
    files = tuple(folder.mail_files(path))
    if not files:
        raise trouble.NoMailInFolder
    return Source(path, Kind.MAILDIR if maildir.is_maildir(path) else Kind.FOLDER, files)


def _open_file(path: Path, start: bytes) -> Source:
    ending = path.suffix.lower()
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Source(path, Kind.ZIP, tuple(takeout.mail_files(path)))
    if ending not in folder.MAILS and (is_mbox(start) or (ending in folder.MBOXES and start)):
        return Source(path, Kind.MBOX, (MailFile(path.name, path.stat().st_size, is_mbox=True, folder=path.stem),))
    if ending in _TEXTS or folder.is_mail(start):
        return Source(path, Kind.MAIL, (MailFile(path.name),))
    raise _trouble(start)


def _trouble(start: bytes) -> SourceTrouble:
    if not start:
        return trouble.EmptyFile()
    if start.startswith(_PACKED):
        return trouble.PackedFile()
    return trouble.OutlookFile() if start.startswith(_OUTLOOK) else trouble.NotMail()


@contextmanager
def _opener(source: Source) -> Iterator[Callable[[str], IO[bytes]]]:
    """How a file of the source is opened by its name."""
    if source.kind is Kind.ZIP:
        with ZipFile(source.path) as archive:
            yield archive.open
    else:
        root = source.path if source.path.is_dir() else source.path.parent
        yield lambda name: (root / name).open("rb")


def _mails(file: MailFile, open_file: Callable[[str], IO[bytes]], first: int, start: int) -> Iterator[Found]:
    where = file.name.encode("utf-8", "replace").decode()
    try:
        with open_file(file.name) as stream:
            for raw, position in _raw_mails(file, stream, start):
                yield Found(raw, where, first + position, file.folder)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise trouble.DamagedZip from error
    except OSError:  # moved by a mail program since the folder was listed, or not ours to read: counted all the same
        yield Found(b"", where, first + file.extent, file.folder)


def _raw_mails(file: MailFile, stream: IO[bytes], start: int) -> Iterator[tuple[bytes, int]]:
    if file.is_mbox:
        stream.seek(start)
        yield from split(stream, start=start)
    else:
        yield read_mail(stream), 1
