"""The same few mails in every kind of mailbox. Ana's, and made up."""

import zipfile
from pathlib import Path

CONFIRMATION = b"""\
From: Sam Reyes <sam.reyes@haldenfrey.example>
To: Ana Duarte <ana@duarte.example>
Subject: Your application for Data Analyst at Haldenfrey
Date: Mon, 02 Nov 2026 09:10:00 +0000
Message-ID: <confirmation@haldenfrey.example>

Dear Ana,

Thank you for applying for the Data Analyst position at Haldenfrey. We have received your application and will
review it carefully.

Sam Reyes
"""
NO = b"""\
From: Sam Reyes <sam.reyes@haldenfrey.example>
To: Ana Duarte <ana@duarte.example>
Subject: Your application for Data Analyst at Haldenfrey
Date: Fri, 20 Nov 2026 16:40:00 +0000
Message-ID: <no@haldenfrey.example>
In-Reply-To: <confirmation@haldenfrey.example>

Dear Ana,

Thank you for your interest in the Data Analyst position. Unfortunately, we have decided to move forward with other
candidates.

From all of us, good luck.

Sam Reyes
"""
DINNER = b"""\
From: Tomas Lind <tomas@post.example>
To: Ana Duarte <ana@duarte.example>
Subject: Rhubarb on Saturday
Date: Sat, 07 Nov 2026 12:00:00 +0000
Message-ID: <dinner@post.example>

Shall we say seven? Bring the crocodile tin, and the good olives.
"""
SHORT = b"""\
From: Noor Haddad <noor.haddad@haldenfrey.example>
To: Ana Duarte <ana@duarte.example>
Subject: Wednesday
Date: Tue, 10 Nov 2026 08:00:00 +0000
Message-ID: <wednesday@haldenfrey.example>

Three is fine, see you at the pier.
"""
MAILS = (CONFIRMATION, DINNER, SHORT, NO)
UNRELATED_WORDS = (b"Rhubarb", b"crocodile", b"tomas@post.example", b"at the pier")


def eml_folder(place: Path, mails: tuple[bytes, ...] = MAILS) -> Path:
    """One file a mail, with the line ends of the network."""
    place.mkdir()
    for number, mail in enumerate(mails):
        (place / f"{number}.eml").write_bytes(mail.replace(b"\n", b"\r\n"))
    return place


def mbox(place: Path, mails: tuple[bytes, ...] = MAILS) -> Path:
    """One file, lines that begin with From quoted."""
    place.write_bytes(b"".join(map(_quoted, mails)))
    return place


def maildir(place: Path, mails: tuple[bytes, ...] = MAILS) -> Path:
    """A Maildir, half of it unread."""
    for name in ("cur", "new", "tmp"):
        (place / name).mkdir(parents=True)
    for number, mail in enumerate(mails):
        (place / ("cur" if number % 2 else "new") / f"17000{number}.host").write_bytes(mail)
    return place


def takeout(place: Path, mails: tuple[bytes, ...] = MAILS) -> Path:
    """What Google gives out: an mbox with its own headers, in a ZIP."""
    labelled = (b"X-GM-THRID: 1\nX-Gmail-Labels: Inbox,Jobs\n" + mail for mail in mails)
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Takeout/Mail/All mail.mbox", b"".join(map(_quoted, labelled)))
        archive.writestr("Takeout/archive_browser.html", "<html></html>")
    return place


def _quoted(mail: bytes) -> bytes:
    return b"From x@post.example Mon Nov  2 09:10:00 2026\n" + mail.replace(b"\nFrom ", b"\n>From ") + b"\n"
