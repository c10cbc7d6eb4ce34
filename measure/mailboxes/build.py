"""Five made-up mailboxes of people who look for work: raw mail, and what is true of it.

    python -m measure.mailboxes.build FOLDER

writes NAME.mbox and NAME.labels.jsonl for each of them. The same code and content give the same bytes.
"""

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from measure.mailboxes.content import load
from measure.mailboxes.letters import Mail, Named
from measure.mailboxes.noise import notices
from measure.mailboxes.plan import applications
from measure.mailboxes.story import Story
from measure.mailboxes.wire import raw

NAMES = ("nurse", "developer", "lawyer", "restaurant_manager", "planner")
NOISE = 0.4  # the share of mail that belongs to no application


@dataclass(frozen=True)
class Label:
    """What is true of one mail. Employer and role only if the mail names them, as it spells them."""

    message_id: str
    date: datetime
    outgoing: bool
    application: str | None
    kind: str | None
    act: str | None
    employer: str | None
    role: str | None
    people: tuple[Named, ...]
    quoted_people: tuple[Named, ...]
    traits: tuple[str, ...]


@dataclass(frozen=True)
class Try:
    """One application: one try at one posting."""

    id: str
    employer: str
    spellings: tuple[str, ...]
    role: str
    number: str | None


@dataclass(frozen=True)
class Mailbox:
    """One person's mail in the order of its dates; the labels stand in the same order."""

    name: str
    owner: str
    email: str
    applications: tuple[Try, ...]
    messages: tuple[bytes, ...]
    labels: tuple[Label, ...]


@cache
def build(name: str) -> Mailbox:
    """The mailbox with this name."""
    written = load(name)
    dice = random.Random(f"mailbox of the {name}")
    planned = applications(name, written, dice)
    story = Story(written, planned, dice)
    mails = [mail for application in planned for mail in story.tell(application)]
    mails += notices(name, written, planned, round(len(mails) * NOISE / (1 - NOISE)), dice)
    mails.sort(key=lambda mail: (mail.date, mail.id))
    return Mailbox(
        name=name,
        owner=written.owner.name,
        email=written.owner.email,
        applications=tuple(
            Try(one.id, one.employer.name, one.employer.names, one.role, one.ref or None) for one in planned
        ),
        messages=tuple(raw(mail) for mail in mails),
        labels=tuple(_label(mail) for mail in mails),
    )


def write(mailbox: Mailbox, folder: Path) -> None:
    """The mailbox as NAME.mbox and NAME.labels.jsonl."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{mailbox.name}.mbox").write_bytes(b"".join(_mbox(mailbox)))
    lines = (json.dumps(asdict(label), ensure_ascii=False, default=datetime.isoformat) for label in mailbox.labels)
    (folder / f"{mailbox.name}.labels.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write all mailboxes into a folder."""
    parser = argparse.ArgumentParser(description="Write the made-up mailboxes into a folder.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    folder = parser.parse_args(arguments).folder
    for name in NAMES:
        write(build(name), folder)


def _label(mail: Mail) -> Label:
    return Label(
        message_id=mail.id,
        date=mail.date,
        outgoing=mail.outgoing,
        application=mail.application or None,
        kind=mail.kind or None,
        act=mail.act or None,
        employer=mail.employer or None,
        role=mail.role or None,
        people=mail.people,
        quoted_people=mail.quoted_people,
        traits=mail.traits,
    )


def _mbox(mailbox: Mailbox) -> list[bytes]:
    pieces = []
    for message, label in zip(mailbox.messages, mailbox.labels, strict=True):
        lines = message.replace(b"\r\n", b"\n").rstrip(b"\n").split(b"\n")
        quoted = [b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in lines]
        stamp = f"From MAILER-DAEMON {label.date:%a %b %d %H:%M:%S %Y}\n".encode()
        pieces += [stamp, b"\n".join(quoted), b"\n\n"]
    return pieces


if __name__ == "__main__":
    main()
