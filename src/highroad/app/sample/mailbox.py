"""The sample mail as a mailbox: every date counted back from now, so that the story ends today."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any

from highroad.words.content import load_toml

Mail = dict[str, Any]

EARLY_DAYS = 110  # the thin record is this much older: only what came before it has happened yet


def mailbox(*, now: datetime, early: bool) -> bytes:
    """The whole mailbox in mbox form, oldest mail first; `early` is the same search a few weeks in."""
    now_there = now + timedelta(days=EARLY_DAYS) if early else now
    dated = sorted(_mails(now_there), key=lambda mail: mail[0])
    return b"".join(_in_mbox(sent_at, text) for sent_at, text in dated if sent_at <= now)


def _mails(now: datetime) -> Iterator[tuple[datetime, bytes]]:
    for number, application in enumerate(_content("letters.toml")["application"]):
        for place, mail in enumerate(application["mail"]):
            yield _letter(mail, now=now, thread=f"letters-{number}", place=place)
    for short in _content("short.toml")["short"]:
        yield from _short(short, now=now)
    for number, mail in enumerate(_content("forms.toml")["around"]):
        for days in range(3 + 2 * number, 150, 17):
            sent_at = _moment(days, "12:0" + str(number), now)
            yield sent_at, _source(mail, sent_at=sent_at, name=f"around-{number}-{days}")


def _letter(mail: Mail, *, now: datetime, thread: str, place: int) -> tuple[datetime, bytes]:
    people = _content("people.toml")
    sent_at = _moment(mail["days"], mail["at"], now)
    whole = mail | {"from": people[mail["from"]], "to": people[mail["to"]]}
    first = f"{thread}-0" if place and mail["subject"].startswith("Re: ") else ""
    return sent_at, _source(whole, sent_at=sent_at, name=f"{thread}-{place}", thread=first)


def _short(short: Mail, *, now: datetime) -> Iterator[tuple[datetime, bytes]]:
    steps = [(short["confirmation"], short["applied"])]
    if "ended" in short:
        steps.append((short["ended"], short["ended_days"]))
    for form, days in steps:
        letter = _content("forms.toml")[form]
        firm, ana = f"{short['employer']} <careers@{short['domain']}>", _content("people.toml")["ana"]
        parties = (ana, firm) if letter.get("sent") else (firm, ana)
        filled = {name: letter[name].format(**short) for name in ("subject", "body")}
        sent_at = _moment(days, f"{9 + days % 8}:{days % 60:02}", now)
        name = f"{short['domain']}-{days}"
        yield sent_at, _source({"from": parties[0], "to": parties[1]} | filled, sent_at=sent_at, name=name)


def _source(mail: Mail, *, sent_at: datetime, name: str, thread: str = "") -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"] = mail["from"]
    message["To"] = mail.get("to", _content("people.toml")["ana"])
    message["Date"] = format_datetime(sent_at)
    message["Subject"] = mail["subject"]
    message["Message-ID"] = f"<{name}@sample.example>"
    if thread:
        message["In-Reply-To"] = message["References"] = f"<{thread}@sample.example>"
    message.set_content(mail["body"].strip())
    for name in mail.get("attached", ()):
        message.add_attachment(b"", maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()


def _moment(days: int, at: str, now: datetime) -> datetime:
    """A local time some days back; a negative one is that long before now."""
    hours, minutes = (int(part) for part in at.lstrip("-").split(":"))
    if at.startswith("-"):
        return now - timedelta(hours=hours, minutes=minutes)
    return (now - timedelta(days=days)).replace(hour=hours, minute=minutes, second=0, microsecond=0)


def _in_mbox(sent_at: datetime, source: bytes) -> bytes:
    quoted = source.replace(b"\r\n", b"\n").replace(b"\nFrom ", b"\n>From ")
    return b"From sample@sample.example " + sent_at.strftime("%a %b %d %H:%M:%S %Y").encode() + b"\n" + quoted + b"\n\n"


def _content(name: str) -> dict[str, Any]:
    return load_toml("highroad.app.sample.content", name)
