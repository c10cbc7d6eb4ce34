"""A small mailbox that writes a lot to the record: two of five mails are about applications. Made up."""

import random
from collections.abc import Iterator
from pathlib import Path

EMPLOYERS = [
    f"{first}{middle}{last}"
    for first in "Hal El Far Bry Cor Dun Is Kes Mar Tal".split()
    for middle in "den ster row win vin lo mo".split()
    for last in "frey wick ham stow gate berg".split()
]
ROLES = ("Data Analyst", "Night Porter", "Archivist", "Product Designer", "Rail Engineer")
STORY = (
    (
        "Your application for {role}",
        "Thank you for applying for the {role} position. We have received your application.",
    ),
    (
        "Interview for {role}",
        "We would like to invite you to an interview for the {role} role. Does Thursday suit you?",
    ),
    ("Your application for {role}", "Unfortunately, we have decided to move forward with other candidates as {role}."),
)
ELSEWHERE = (
    ("Dinner on Saturday", "Shall we say seven? I will bring the bread and the good olives."),
    ("Your parcel", "It leaves our warehouse today. Please keep this mail."),
    ("Twelve novels for long evenings", "New this week on our shelves. See them all."),
)
BROKEN = (
    b"Subject: =?utf-8?b?cut\nMessage-ID: <0@broken.example>\n"
    b"Content-Type: multipart/mixed; boundary=none\n\n\x00\xff\xfe broken\n"
)


def write_mailbox(path: Path, messages: int, *, seed: int) -> Path:
    """An mbox of so many mails; the same seed gives the same bytes."""
    with path.open("wb") as mbox:
        for raw in mails(messages, seed=seed):
            mbox.write(b"From sam@haldenfrey.example Tue Nov  3 10:12:00 2026\n" + raw + b"\n")
    return path


def mails(messages: int, *, seed: int) -> Iterator[bytes]:
    """The same mails one by one."""
    for number, raw in zip(range(messages), _mails(random.Random(seed)), strict=False):
        yield raw.replace(b"<0@", b"<%d@" % number)


def _mails(dice: random.Random) -> Iterator[bytes]:
    while True:
        employer, role, day = dice.choice(EMPLOYERS), dice.choice(ROLES), dice.randrange(1, 20)
        for step, (subject, text) in enumerate(STORY[: dice.randrange(1, 4)]):
            yield _mail(employer, subject.format(role=role), f"Dear Ana,\n\n{text.format(role=role)}\n", day + 3 * step)
            for title, words in dice.sample(ELSEWHERE, dice.randrange(1, 3)):
                yield _mail("Post", title, words * dice.randrange(1, 9), day)
        if dice.random() < 0.1:
            yield BROKEN


def _mail(sender: str, subject: str, text: str, day: int) -> bytes:
    return (
        f"From: {sender} <people@{sender.lower()}.example>\nTo: Ana Duarte <ana@duarte.example>\n"
        f"Subject: {subject} at {sender}\nDate: Tue, {day} Nov 2026 10:12:00 +0000\n"
        f"Message-ID: <0@{sender.lower()}.example>\n\n{text}\n"
    ).encode()
