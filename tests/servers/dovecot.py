"""A real Dovecot of its own: made-up people, a free port of this computer, everything in a folder of its own."""

import grp
import os
import pwd
import select
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from highroad.edges.imap_connection import Security, Server

SECRET = "blue-door-7"
CONFIG = """\
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
default_login_user = {login}
default_internal_user = {user}
default_internal_group = {group}
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
mailbox_idle_check_interval = 1 secs
mail_location = maildir:{folder}/mail/%u
mail_fsync = never
{by_key}
passdb {{
  driver = static
  args = password={secret}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
namespace inbox {{
  inbox = yes
  mailbox "{sent}" {{
    auto = create
    special_use = \\Sent
  }}
  mailbox Junk {{
    auto = create
    special_use = \\Junk
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service stats {{
  chroot =
}}
verbose_proctitle = no
first_valid_uid = 0
"""


BY_KEY = """\
auth_mechanisms = plain login xoauth2 oauthbearer
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {folder}/by_key.conf
}}
"""


@dataclass(frozen=True, slots=True)
class Dovecot:
    """A running server. Mail is put straight into its Maildirs, as a delivery would."""

    folder: Path
    port: int
    sent: str
    uid: int
    gid: int

    def server(self, user_name: str = "ana@duarte.example") -> Server:
        """What the program is told of it."""
        return Server("127.0.0.1", self.port, user_name, Security.NONE)

    def deliver(self, mails: Sequence[bytes], *, to: str = "ana@duarte.example", folder: str = "") -> None:
        """Put mails into somebody's folder, as new ones; INBOX when it has no name."""
        place = self.folder / "mail" / to / (f".{folder}" if folder else "")
        for name in ("tmp", "new", "cur"):
            (place / name).mkdir(parents=True, exist_ok=True)
        before = sum(1 for _ in (place / "new").iterdir()) + sum(1 for _ in (place / "cur").iterdir())
        for number, raw in enumerate(mails, before + 1):
            (place / "new" / f"{1_700_000_000 + number}.M{number}.host").write_bytes(raw)
        for path in (place.parent, place, *place.rglob("*")):
            os.chown(path, self.uid, self.gid)

    def flags(self, *, of: str = "ana@duarte.example") -> list[str]:
        """Every mail's file with the flags in its name, and whether it was ever opened to be read."""
        return sorted(str(path.relative_to(self.folder)) for path in (self.folder / "mail" / of).rglob("17*"))

    def forget_numbers(self, *, of: str = "ana@duarte.example") -> None:
        """Lose the list of UIDs, so that the next one has another UIDVALIDITY."""
        for path in (self.folder / "mail" / of).rglob("dovecot*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@contextmanager
def running(*, sent: str = "Sent", asks: str = "") -> Iterator[Dovecot]:
    """A Dovecot until the block ends, in a folder that the user it runs as can reach.

    `asks` is where it asks whose key it was shown; without, it takes passwords only.
    """
    with tempfile.TemporaryDirectory(prefix="highroad-dovecot-") as folder:
        yield from _running(Path(folder), sent, asks)


def _running(folder: Path, sent: str, asks: str) -> Iterator[Dovecot]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # it refuses to run as root
    user = pwd.getpwnam("dovecot") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    names = {"user": user.pw_name, "group": grp.getgrgid(user.pw_gid).gr_name}
    names["login"] = "dovenull" if os.getuid() == 0 else user.pw_name
    for name in ("run", "state", "mail"):
        (folder / name).mkdir()
    words = names | {"uid": user.pw_uid, "gid": user.pw_gid, "secret": SECRET}
    for path in (folder, folder / "mail"):
        os.chown(path, user.pw_uid, user.pw_gid)
    config = folder / "dovecot.conf"
    by_key = BY_KEY.format(folder=folder) if asks else ""
    config.write_text(CONFIG.format(folder=folder, port=port, sent=sent, by_key=by_key, **words))
    (folder / "by_key.conf").write_text(f"tokeninfo_url = {asks}\nusername_attribute = email\n")
    program = subprocess.Popen(["dovecot", "-F", "-c", str(config)], stderr=subprocess.PIPE, start_new_session=True)
    try:
        _answering(port, program)
        yield Dovecot(folder, port, sent, user.pw_uid, user.pw_gid)
    finally:
        program.send_signal(signal.SIGTERM)
        program.wait(timeout=10)


def _answering(port: int, program: "subprocess.Popen[bytes]") -> None:
    for _ in range(400):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as probe:
                assert probe.recv(4) == b"* OK"
                return
        except OSError as error:
            if program.poll() is not None:
                assert program.stderr
                raise AssertionError(program.stderr.read().decode()) from error
            select.select([], [], [], 0.02)
    raise AssertionError("Dovecot did not answer")
