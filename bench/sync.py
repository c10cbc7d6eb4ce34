"""The first reading of a mail account on a real server, beside a bare loop: python -m bench.sync [messages]."""

import argparse
import imaplib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

from bench.line import line
from bench.mailbox import mails
from highroad.edges import imap_looks
from highroad.edges.imap import START, open_mailbox
from highroad.edges.imap_answers import uid_set
from highroad.edges.looks import Asked
from tests.servers.dovecot import SECRET, Dovecot, running

MESSAGES = 10_000
BOX = "ana@duarte.example"
ROUNDS = 3


def main() -> None:
    """Fill a mailbox; read it by a bare loop and by us, in turn; then check it with nothing new."""
    parser = argparse.ArgumentParser(prog="python -m bench.sync", description=__doc__)
    parser.add_argument("messages", nargs="?", type=int, default=MESSAGES)
    parser.add_argument("--line", type=float, help="over a line of so many Mbit/s")
    asked = parser.parse_args()
    with running() as dovecot:
        dovecot.deliver([raw for raw, _ in mails(asked.messages)], to=BOX)
        print(f"{asked.messages} messages, load before {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        wholes = [*bring_all(dovecot)[1]]  # also so that the server has its index
        with line(dovecot.port, asked.line) if asked.line else nullcontext(dovecot.port) as port:
            compare(replace(dovecot, port=port), wholes)


def compare(dovecot: Dovecot, wholes: list[int]) -> None:
    """A line for each round."""
    for _ in range(ROUNDS):
        bare, octets = bare_loop(dovecot, wholes)
        fetching = bring_all(dovecot)[0]
        seconds, about, again = ours(dovecot)
        print(f"{octets / 1e6:.0f} MB: bare loop {bare:.2f} s, fetched and looked at {fetching:.2f} s;", end=" ")
        print(f"read and stored {seconds:.2f} s, {about} about applications; nothing new {again:.2f} s", flush=True)


def bare_loop(dovecot: Dovecot, wholes: list[int]) -> tuple[float, int]:
    """Fetch the same bytes with the standard library and throw them away: seconds and bytes."""
    begun, octets = time.perf_counter(), 0
    client = imaplib.IMAP4("127.0.0.1", dovecot.port)
    client.login(BOX, SECRET)
    client.select("INBOX", readonly=True)
    uids = list(map(int, client.uid("SEARCH", "ALL")[1][0].split()))
    for wanted, part in ((uids, f"<0.{START}>"), (wholes, "")):
        for first in range(0, len(wanted), imap_looks.AT_ONCE):
            asked = uid_set(wanted[first : first + imap_looks.AT_ONCE])
            found = client.uid("FETCH", asked, f"(UID RFC822.SIZE BODY.PEEK[]{part})")[1]
            octets += sum(len(piece[1]) for piece in found if isinstance(piece, tuple))
    client.logout()
    return time.perf_counter() - begun, octets


def bring_all(dovecot: Dovecot) -> tuple[float, list[int]]:
    """Fetch as a check does, without reading or storing: seconds, and the mails that were fetched whole too."""
    begun, wholes = time.perf_counter(), []
    with open_mailbox(dovecot.server(BOX), SECRET) as mailbox:
        mailbox.open("INBOX")
        uids = mailbox.uids()
        for lot in imap_looks.bring(mailbox, uids, Asked(), folder="INBOX"):
            wholes += [one.mail.uid for one in lot if one.mail.size > START and not one.is_enough]
    return time.perf_counter() - begun, wholes


def ours(dovecot: Dovecot) -> tuple[float, int, float]:
    """Everything into an empty record, in a process of its own: seconds, mails kept, and seconds of a second check."""
    with _folder() as folder:
        words = [sys.executable, "-c", READ, str(dovecot.port)]
        done = subprocess.run(words, env=os.environ | {"HIGHROAD_DATA_DIR": folder}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    seconds, about, again = done.stdout.split()
    return float(seconds), int(about), float(again)


@contextmanager
def _folder() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="highroad-bench-") as folder:
        yield str(Path(folder) / "record")


READ = f"""
import sys, time, os
os.environ["DJANGO_SETTINGS_MODULE"] = "highroad.app.settings"
import django
django.setup()
from highroad.app import clock
from highroad.app.actions.accounts import connect
from highroad.app.actions.start import make_ready
from highroad.app.actions.sync import sync
from highroad.app.models import MessageRow
from highroad.app.queries.accounts import AccountSettings
from highroad.app.queries.owners import the_owner
from highroad.edges.imap import Folder
make_ready(now=clock.now())
told = AccountSettings("{BOX}", "127.0.0.1", imap_port=int(sys.argv[1]), imap_security="none")
account = connect(the_owner(), told, "{SECRET}", folders=[Folder("INBOX")], chosen=["INBOX"], now=clock.now())
def check():
    begun = time.perf_counter()
    for _ in sync(the_owner(), account.pk, clock=clock.now):
        pass
    account.refresh_from_db()
    assert not account.trouble, account.trouble
    return time.perf_counter() - begun
first = check()
print(first, MessageRow.objects.count(), check())
"""

if __name__ == "__main__":
    main()
