"""A ZIP of mail, such as Google Takeout: read where it stands, nothing is unpacked to the disk."""

import stat
import zlib
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from highroad.edges.folder import MAILS, MBOXES, START, is_mail
from highroad.edges.found import MailFile
from highroad.edges.mbox import is_mbox
from highroad.edges.trouble import DamagedZip, LockedZip, NoMailInZip, UnsafeZip

_MAX_DIRECTORY = 64 * 1024 * 1024
_MAX_RATIO = 400
_LOCKED = 1
_LARGE = 100 * 1024 * 1024
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"


def mail_files(path: Path) -> list[MailFile]:
    """The mail in the archive in the order of its names; a ZIP that could do harm is refused as a whole."""
    if _directory_size(path) > _MAX_DIRECTORY:
        raise UnsafeZip
    try:
        with ZipFile(path) as archive:
            files = _mail_files(archive, path.stat().st_size)
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError, zlib.error) as error:
        raise DamagedZip from error
    if not files:
        raise NoMailInZip
    return files


def _mail_files(archive: ZipFile, size: int) -> list[MailFile]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if sum(member.compress_size for member in members) > size or any(map(_is_unsafe, members)):
        raise UnsafeZip
    named = sorted((member for member in members if _may_be_mail(member)), key=lambda member: member.filename)
    if any(member.flag_bits & _LOCKED for member in named):
        raise LockedZip
    return [file for member in named if (file := _mail_file(archive, member))]


def _may_be_mail(member: ZipInfo) -> bool:
    name = PurePosixPath(member.filename)
    return name.suffix.lower() in (*MAILS, *MBOXES, "") and not name.name.startswith(".")


def _mail_file(archive: ZipFile, member: ZipInfo) -> MailFile | None:
    name = PurePosixPath(member.filename)
    if name.suffix.lower() in MAILS:
        return MailFile(member.filename)
    if name.suffix.lower() in MBOXES or is_mbox(_start(archive, member)):
        return MailFile(member.filename, extent=member.file_size, is_mbox=True, folder=name.stem)
    return MailFile(member.filename) if is_mail(_start(archive, member)) else None


def _start(archive: ZipFile, member: ZipInfo) -> bytes:
    with archive.open(member) as stream:
        return stream.read(START)


def _is_unsafe(member: ZipInfo) -> bool:
    """A name that leads out of the archive, a link, or far more in it than it weighs."""
    name = member.filename.replace("\\", "/")
    leads_out = name.startswith("/") or ":" in name.partition("/")[0] or ".." in name.split("/")
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    is_bomb = member.file_size > _LARGE and member.file_size > _MAX_RATIO * member.compress_size
    return leads_out or is_link or is_bomb


def _directory_size(path: Path) -> int:
    """How long the list of files is, by the archive's own end: it is held in memory as a whole."""
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - 70_000))
        tail = stream.read()
    at, at_64 = tail.rfind(_END), tail.rfind(_END_64)
    sizes = [int.from_bytes(tail[at + 12 : at + 16], "little")] if at >= 0 else [0]
    if at_64 >= 0:
        sizes = [int.from_bytes(tail[at_64 + 40 : at_64 + 48], "little")]
    return max(sizes)
