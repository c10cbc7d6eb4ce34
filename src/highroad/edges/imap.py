"""A mailbox on a server: its folders, the first lines of each mail, and whole mails; nothing in it is changed."""

import imaplib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from imap_tools import BaseMailBox
from imap_tools.imap_utf7 import utf7_encode

from highroad.edges.found import MOST
from highroad.edges.imap_answers import TOO_LARGE, Fetched, fetched, numbers, uid_set
from highroad.edges.imap_connection import BoundedClient, Server, connected
from highroad.edges.imap_trouble import Disconnected, FolderGone, Garbled, MailboxTrouble, in_plain_words
from highroad.mail.folders import SENT, folder_of

START = 16 * 1024  # bytes of every mail
_STARTS = f"(UID RFC822.SIZE BODY.PEEK[]<0.{START}>)"
_WHOLE = f"(UID RFC822.SIZE BODY.PEEK[]<0.{MOST}>)"
_UNSEEN_BY_PEOPLE = {"Junk", "Trash", "Drafts"}
_COUNTS = re.compile(rb"\((.*)\)[^)]*$")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as the server names it; `special_use` is that of RFC 6154, or "Sent" by its name."""

    name: str
    special_use: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a folder goes: nothing new came as long as it stays the same."""

    uid_validity: int
    uid_next: int
    messages: int = 0


@dataclass(frozen=True, slots=True)
class Awaited:
    """Mails that were asked for and whose answer was not read yet."""

    uids: tuple[int, ...]
    what: str
    tag: bytes


class _Box(BaseMailBox):
    """The imap-tools box over our own bounded connection."""

    def __init__(self, client: imaplib.IMAP4) -> None:
        self._made = client
        super().__init__()

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        return self._made


class Mailbox:
    """An open mailbox. Every method is one round trip unless it says otherwise, and raises a MailboxTrouble."""

    def __init__(self, client: BoundedClient) -> None:
        self._client = client
        self._box = _Box(client)
        self._idle: Any = self._box.idle
        self._asked: set[int] = set()
        self._came: dict[int, Fetched] = {}  # of those asked for, and not taken yet

    def folders(self) -> list[Folder]:
        """The folders that mail can lie in."""
        with in_plain_words():
            found = self._box.folder.list()
        uses = [[flag.lstrip("\\").capitalize() for flag in one.flags] for one in found]
        flagged = any(SENT in use for use in uses)
        return [
            Folder(one.name, _special_use(one.name, use, flagged=flagged))
            for one, use in zip(found, uses, strict=True)
            if not {"Noselect", "Nonexistent"}.intersection(use)
        ]

    def marks(self, names: Sequence[str]) -> dict[str, Mark]:
        """How far each of these folders goes, asked all at once; one that is gone is left out."""
        with in_plain_words():
            wanted = [
                self._client._command("STATUS", _quoted(name), "(UIDVALIDITY UIDNEXT MESSAGES)") for name in names
            ]
            found = {}
            for name, tag in zip(names, wanted, strict=True):
                said, _ = self._client._command_complete("STATUS", tag)
                [*_, counts] = self._client.untagged_responses.pop("STATUS", [b""])
                if said == "OK":
                    found[name] = _mark(_counts(counts))
        return found

    def open(self, name: str) -> Mark:
        """Look into a folder without the right to change anything in it (EXAMINE)."""
        with in_plain_words():
            said, messages = self._client.select(_quoted(name), readonly=True)
            if said != "OK":
                raise FolderGone
            told = {key: self._client.response(key)[1] for key in ("UIDVALIDITY", "UIDNEXT")}
            counts = {key: int(last[-1]) for key, last in told.items() if last[-1] is not None}
            return _mark(counts | {"MESSAGES": int(messages[-1] or 0)})

    def uids(self, *, after: int = 0) -> list[int]:
        """The numbers of all mails above one, in order."""
        with in_plain_words():
            said, found = self._client.uid("SEARCH", f"UID {after + 1}:*")
            if said != "OK":
                raise Garbled
            return sorted(uid for uid in numbers(found) if uid > after)

    def ask_starts(self, uids: Sequence[int]) -> Awaited:
        """Ask for the first 16 kB of each of these mails, and do not wait; of those awaited at once, none twice."""
        return self._ask(uids, _STARTS)

    def wholes(self, uids: Sequence[int]) -> list[Fetched]:
        """Each of these mails to its end, or as far as any mail is read; one that went meanwhile is left out."""
        return self.take(self._ask(uids, _WHOLE)) if uids else []

    def take(self, awaited: Awaited) -> list[Fetched]:
        """What was asked for; one that went meanwhile is left out.

        Where the server refuses them all at once they are asked for one by one, and one refused alone has no bytes.
        """
        try:
            self._answered(awaited)
        except Garbled:
            if len(awaited.uids) == 1:
                return [Fetched(awaited.uids[0], 0, b"")]
            return [mail for uid in awaited.uids for mail in self.take(self._ask([uid], awaited.what))]
        self._asked.difference_update(awaited.uids)
        return [self._came.pop(uid) for uid in awaited.uids if uid in self._came]

    def wait(self, seconds: float) -> bool:
        """Wait until the open folder tells of new mail (IDLE), or for so long; False when none came."""
        with in_plain_words():
            self._idle.start()
            told = self._idle.poll(timeout=seconds)
            _, told_at_last = self._idle.stop()
            return any(b" EXISTS" in line for line in [*told, *told_at_last] if line)

    @property
    def can_wait(self) -> bool:
        """Whether the server tells of new mail by itself; asked once let in, for many say so only then."""
        with in_plain_words():
            _, said = self._client.capability()
            return b" IDLE" in b" ".join(said).upper()

    def append(self, name: str, raw: bytes) -> bool:
        """Put a mail that was sent into a folder, as read."""
        with in_plain_words():
            return self._client.append(_quoted(name), "(\\Seen)", None, raw)[0] == "OK"

    def holds(self, message_id: str) -> bool:
        """Whether a mail with this Message-ID lies in the open folder."""
        with in_plain_words():
            said, found = self._client.uid("SEARCH", f"HEADER Message-ID {_quoted(message_id)}")
            if said != "OK":
                raise Garbled
            return any(True for _ in numbers(found))

    def _ask(self, uids: Sequence[int], what: str) -> Awaited:
        self._asked.update(uids)
        with in_plain_words():
            return Awaited(tuple(uids), what, self._client._command("UID", "FETCH", uid_set(uids), what))

    def _answered(self, awaited: Awaited) -> None:
        """Read on until this is answered; what comes for another meanwhile is kept for it."""
        with in_plain_words():
            self._client.begin_answer()
            said, _ = self._client._command_complete("UID", awaited.tag)
            came = self._client.untagged_responses.pop("FETCH", [])
            self._came |= {mail.uid: mail for mail in fetched(came) if mail.uid in self._asked}
            if said != "OK":
                raise Garbled


@contextmanager
def open_mailbox(server: Server, secret: str) -> Iterator[Mailbox]:
    """A mailbox that let us in; raises a MailboxTrouble."""
    with connected(server, secret) as client:
        yield Mailbox(client)


def usual_choice(folders: Sequence[Folder]) -> list[Folder]:
    """The folders to read unless the user says otherwise: all that people file mail in, and what they sent."""
    everything = [folder for folder in folders if folder.special_use == "All"]
    if everything:
        return everything + [folder for folder in folders if folder.special_use == SENT]
    return [folder for folder in folders if folder.special_use not in _UNSEEN_BY_PEOPLE]


def append_to_sent(server: Server, secret: str, raw: bytes) -> bool:
    """Put a copy of a sent mail into the folder for them; False when there is none or the server refuses."""
    with suppress(MailboxTrouble), open_mailbox(server, secret) as mailbox:
        folder = _sent_folder(mailbox)
        return folder is not None and mailbox.append(folder, raw)
    return False


def find_in_sent(server: Server, secret: str, message_id: str) -> bool | None:
    """Whether a mail of this Message-ID lies among the sent ones; None when nobody can tell."""
    with suppress(MailboxTrouble), open_mailbox(server, secret) as mailbox:
        folder = _sent_folder(mailbox)
        if folder is not None:
            mailbox.open(folder)
            return mailbox.holds(message_id)
    return None


def _sent_folder(mailbox: Mailbox) -> str | None:
    return next((folder.name for folder in mailbox.folders() if folder.special_use == SENT), None)


def _special_use(name: str, flags: Sequence[str], *, flagged: bool) -> str:
    """By its flag; where no folder is flagged as Sent, by its name in any of our languages."""
    known = next((flag for flag in flags if flag in {"All", "Archive", "Sent", *_UNSEEN_BY_PEOPLE}), "")
    return known or ("" if flagged or folder_of("", name) != SENT else SENT)


def _counts(said: Any) -> dict[str, int]:
    """The numbers of a STATUS answer; its name may have come as a literal before them."""
    inside = _COUNTS.search(said[1] if isinstance(said, tuple) else said)
    words = inside[1].decode("ascii", "replace").upper().split() if inside else []
    return {key: int(number) for key, number in zip(words[::2], words[1::2], strict=False)}


def _mark(counts: dict[str, int]) -> Mark:
    if any(number >= TOO_LARGE for number in counts.values()):
        raise Garbled
    return Mark(counts.get("UIDVALIDITY", 0), counts.get("UIDNEXT", 0), counts.get("MESSAGES", 0))


def _quoted(words: str) -> str:
    """A folder's name as the protocol writes it; line ends would begin a command of their own."""
    if not words.isprintable():
        raise Garbled
    return '"' + utf7_encode(words).decode("ascii").replace("\\", "\\\\").replace('"', '\\"') + '"'


__all__ = [
    "Awaited", "Disconnected", "Fetched", "Folder", "Mailbox", "Mark", "append_to_sent", "find_in_sent", "open_mailbox",
    "usual_choice",
]  # fmt: skip
