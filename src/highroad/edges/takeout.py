"""A ZIP of mail, such as Google Takeout: read where it stands, nothing is unpacked to the disk."""

import stat
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from highroad.edges.folder import MAILS, MBOXES
from highroad.edges.found import MailFile
from highroad.edges.trouble import DamagedZip, LockedZip, NoMailInZip, UnsafeZip

_MAX_DIRECTORY = 64 * 1024 * 1024
_MAX_RATIO = 400
_LARGE = 100 * 1024 * 1024
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"


def mail_files(path: Path) -> list[MailFile]:
    """The mail in the archive in the order of its names; a ZIP that could do harm is refused as a whole."""
    if _directory_size(path) > _MAX_DIRECTORY:
        raise UnsafeZip
    try:
        with ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise DamagedZip from error
    if sum(member.compress_size for member in members) > path.stat().st_size or any(map(_is_unsafe, members)):
        raise UnsafeZip
    wanted = sorted((member for member in members if _is_mail(member)), key=lambda member: member.filename)
    if not wanted:
        raise NoMailInZip
    if any(member.flag_bits & 1 for member in wanted):
        raise LockedZip
    return [_mail_file(member) for member in wanted]


def _is_mail(member: ZipInfo) -> bool:
    name = PurePosixPath(member.filename)
    return name.suffix.lower() in (*MAILS, *MBOXES) and not name.name.startswith("._")


def _mail_file(member: ZipInfo) -> MailFile:
    name = PurePosixPath(member.filename)
    if name.suffix.lower() in MAILS:
        return MailFile(member.filename)
    return MailFile(member.filename, extent=member.file_size, is_mbox=True, folder=name.stem)


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
