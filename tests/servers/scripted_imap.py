"""A mail server that does what its script says: hangs up, lies, turns nobody away or everybody."""

import base64
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import BinaryIO

from highroad.edges.imap_connection import Security, Server

Change = Callable[[bytes, bytes], bytes]  # a command's name, and what would be answered -> what is answered


def as_it_is(_command: bytes, answer: bytes) -> bytes:
    """An honest server."""
    return answer


@dataclass
class Scripted:
    """One mailbox. `hangs_up_after` so many answers of a connection; `change` may turn any answer into another."""

    mails: Sequence[bytes]
    uid_validity: int = 7
    says: bytes = b"IMAP4rev1"
    lets_in: bool = True
    key: bytes = b""  # of a sign-in, which it takes in place of a password
    refusal: bytes = b"[AUTHENTICATIONFAILED] no"
    hangs_up_after: int | None = None
    change: Change = as_it_is
    encrypts: ssl.SSLContext | None = None
    commands: list[bytes] = field(default_factory=list)
    port: int = 0

    def server(self, security: Security = Security.NONE, *, host: str = "127.0.0.1") -> Server:
        """What the program is told of it."""
        return Server(host, self.port, "ana", security)

    def answer(self, line: bytes) -> bytes:
        """The whole answer to one line of a client, its last line with the tag."""
        tag, _, said = line.partition(b" ")
        name, _, rest = said.partition(b" ")
        name = name.upper()
        self.commands.append(name)
        if name == b"UID":
            name, _, rest = rest.partition(b" ")
        told, ending = self._told(name.upper(), rest)
        return self.change(name.upper(), b"".join(told)) + tag + b" " + ending + b"\r\n"

    def _told(self, name: bytes, rest: bytes) -> tuple[list[bytes], bytes]:
        if name == b"LOGIN" and not self.lets_in:
            return [], b"NO " + self.refusal
        return {
            b"CAPABILITY": lambda: [b"* CAPABILITY " + self.says + b"\r\n"],
            b"LIST": lambda: [b'* LIST (\\HasNoChildren) "/" INBOX\r\n'],
            b"STATUS": lambda: [b"* STATUS INBOX (MESSAGES %d UIDNEXT %d UIDVALIDITY %d)\r\n" % self._mark()],
            b"EXAMINE": lambda: [b"* %d EXISTS\r\n* OK [UIDNEXT %d] n\r\n* OK [UIDVALIDITY %d] v\r\n" % self._mark()],
            b"SEARCH": lambda: [b"* SEARCH " + b" ".join(b"%d" % uid for uid in self._uids(rest)) + b"\r\n"],
            b"FETCH": lambda: [self._fetched(uid, b"<0.16384>" in rest) for uid in self._uids(rest)],
            b"LOGOUT": lambda: [b"* BYE\r\n"],
        }.get(name, list)(), b"OK done"

    def _mark(self) -> tuple[int, int, int]:
        return len(self.mails), len(self.mails) + 1, self.uid_validity

    def _uids(self, rest: bytes) -> list[int]:
        words = rest.removeprefix(b"UID ").split(b" ")[0].replace(b"*", b"%d" % (len(self.mails) + 1))
        runs = [[int(end) for end in run.split(b":")] for run in words.split(b",")]
        return [uid for run in runs for uid in range(run[0], run[-1] + 1) if 0 < uid <= len(self.mails)]

    def _fetched(self, uid: int, start: bool) -> bytes:
        raw = self.mails[uid - 1]
        shown = raw[:16384] if start else raw
        words = b"* %d FETCH (UID %d RFC822.SIZE %d BODY[]<0> {%d}\r\n" % (uid, uid, len(raw), len(shown))
        return words + shown + b")\r\n"


@contextmanager
def running(script: Scripted) -> Iterator[Scripted]:
    """The script on a free port of this computer until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        script.port = listening.getsockname()[1]
        answering = threading.Thread(target=_serve, args=(listening, script), daemon=True)
        answering.start()
        yield script
        listening.shutdown(socket.SHUT_RDWR)
        answering.join(10)


def _serve(listening: socket.socket, script: Scripted) -> None:
    while True:
        try:
            called, _ = listening.accept()
        except OSError:
            return
        with suppress(OSError), called:
            _talk(script.encrypts.wrap_socket(called, server_side=True) if script.encrypts else called, script)


def _talk(called: socket.socket, script: Scripted) -> None:
    with called, called.makefile("rb") as lines:
        called.sendall(b"* OK ready\r\n")
        for answered, line in enumerate(lines):
            if answered == script.hangs_up_after:
                return
            if b" AUTHENTICATE XOAUTH2" in line:
                called.sendall(_by_key(called, lines, line, script))
                continue
            answer = script.answer(line.rstrip(b"\r\n"))
            called.sendall(answer)
            if re.search(rb"\* BYE", answer):
                return


def _by_key(called: socket.socket, lines: BinaryIO, line: bytes, script: Scripted) -> bytes:
    """The key comes with the command or after it; why it is refused is said first, and the client must be silent."""
    tag, *_, last = line.split()
    if last == b"XOAUTH2":
        called.sendall(b"+ \r\n")
        last = lines.readline()
    if base64.b64decode(last) == b"user=ana\x01auth=Bearer " + script.key + b"\x01\x01":
        return tag + b" OK in\r\n"
    called.sendall(b"+ " + base64.b64encode(b'{"status":"400"}') + b"\r\n")
    assert lines.readline() == b"\r\n"
    return tag + b" NO [AUTHENTICATIONFAILED] no\r\n"
