"""A made-up mailbox of any size, as large and as mixed as that of somebody looking for work.

The same number and seed give the same bytes. Of 100 mails 3 are about applications and 5 are alerts of job boards.
"""

import base64
import binascii
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache
from pathlib import Path

from bench.applications import Letter, application
from bench.everyday import ALERT, SORTS, TITLES, Sort, openings, some_maker, somebody, words

BEGIN = datetime(2016, 1, 5, 7, 0, tzinfo=UTC)
ME = "Ana Duarte <ana@duarte.example>"
SHARE = 0.03
ALERTS = 0.05
LINE = 77  # bytes of a line of base64
POOL = 1024 * 1024


def write_mbox(path: Path, messages: int, *, seed: int = 1, share: float = SHARE, size: float = 1.0) -> int:
    """Write an mbox of so many mails; says how many are about applications. `size` 1 is 30 kB a mail."""
    about = 0
    with path.open("wb") as mbox:
        for raw, is_about in mails(messages, seed=seed, share=share, size=size):
            about += is_about
            mbox.write(b"From ana@duarte.example Mon Jan  5 07:00:00 2026\n")
            mbox.write(raw.replace(b"\nFrom ", b"\n>From ") + b"\n")
    return about


def mails(messages: int, *, seed: int = 1, share: float = SHARE, size: float = 1.0) -> Iterator[tuple[bytes, bool]]:
    """So many mails as bytes, each with whether it is about an application."""
    dice = random.Random(seed)
    waiting: list[Letter] = []
    for number in range(messages):
        lot = dice.random()
        if lot < share:
            waiting = waiting or list(application(dice, number))
            yield _letter(dice, number, waiting.pop(0)), True
        elif lot < share + ALERTS:
            yield _alert(dice, number, size), False
        else:
            yield _everyday(dice, number, size), False


def _letter(dice: random.Random, number: int, letter: Letter) -> bytes:
    them = f"{letter.person} <{letter.person.lower().replace(' ', '.')}@{letter.domain}>"
    head = _head(dice, number, ME if letter.by_me else them, letter.subject, them if letter.by_me else ME)
    named = f"Message-ID: <{letter.thread.replace('-0@', f'-{letter.step}@')}>\n"
    if letter.step:
        named += f"In-Reply-To: <{letter.thread}>\nReferences: <{letter.thread}>\n"
    form = "plain" if letter.by_me else dice.choice(("plain", "both", "html", "encoded"))
    return head + named.encode() + _body(form, letter.text.split("\n\n"), 3, dice)


def _alert(dice: random.Random, number: int, size: float) -> bytes:
    lines = openings(dice)
    head = _head(dice, number, "Jobs Daily <alerts@jobsdaily.example>", f"{len(lines)} new jobs for you", ME)
    return head + _own_id(number, to_all=True) + _body(ALERT.form, lines, ALERT.padding * size, dice)


def _everyday(dice: random.Random, number: int, size: float) -> bytes:
    [sort] = dice.choices(SORTS, weights=_weights())
    sender = some_maker(dice) if sort.padding > 2 or sort.to_all else somebody(dice)
    head = _head(dice, number, sender, dice.choice(TITLES).format(number), ME)
    body = _body(sort.form, words(dice, sort), sort.padding * size, dice)
    return (
        head + _own_id(number, to_all=sort.to_all) + (_with_file(dice, body, sort, size) if sort.attached[1] else body)
    )


@cache
def _weights() -> list[int]:
    return [sort.share for sort in SORTS]


def _head(dice: random.Random, number: int, sender: str, subject: str, to: str) -> bytes:
    """As three servers on its way leave it."""
    date = format_datetime(BEGIN + timedelta(minutes=53 * number))
    hops = "".join(
        f"Received: from mx{hop}.post.example (mx{hop}.post.example [192.0.2.{hop}])\n"
        f"\tby in{hop}.duarte.example with ESMTPS id {dice.getrandbits(60):x}\n\tfor <ana@duarte.example>; {date}\n"
        for hop in range(1, 4)
    )
    signed = _file(dice, 10).decode().strip().replace("\n", "\n\t")
    return (
        f"Return-Path: <{number}@post.example>\nDelivered-To: ana@duarte.example\n{hops}"
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=post.example; s=one; b=\n\t{signed}\n"
        f"From: {sender}\nTo: {to}\nSubject: {subject}\nDate: {date}\nMIME-Version: 1.0\n"
    ).encode()


def _own_id(number: int, *, to_all: bool) -> bytes:
    listed = f"List-Unsubscribe: <https://news.example/leave/{number}>\n" if to_all else ""
    return f"Message-ID: <{number}@post.example>\n{listed}".encode()


def _body(form: str, paragraphs: list[str], padding: float, dice: random.Random) -> bytes:
    plain = "\n\n".join(paragraphs).encode()
    if form == "plain":
        return _part("text/plain", "8bit", plain)
    html = _html(paragraphs, int(padding * 1024), dice)
    if form == "encoded":
        return _part("text/html", "base64", base64.encodebytes(html))
    quoted = _part("text/html", "quoted-printable", binascii.b2a_qp(html))
    if form == "html":
        return quoted
    return _parts("alternative", [_part("text/plain", "quoted-printable", binascii.b2a_qp(plain)), quoted], dice)


def _html(paragraphs: list[str], padding: int, dice: random.Random) -> bytes:
    """The words in the tables, styles and links that newsletters are made of."""
    fill = padding // (len(paragraphs) + 1)
    cells = "".join(
        f'<tr><td style="padding:12px"><p>{text}</p><a href="https://n.example/{_link(dice, fill)}">More</a></td></tr>'
        for text in paragraphs
    )
    style = ".cell-{0} {{ color: #20405{0}; padding: {0}px 12px }}\n"
    styles = "".join(style.format(one % 10) for one in range(fill // 50))
    return f"<html><head><style>\n{styles}</style></head><body><table>{cells}</table></body></html>".encode()


def _link(dice: random.Random, length: int) -> str:
    return _file(dice, length // LINE).decode().replace("\n", "&amp;u=").replace("+", "-") if length >= LINE else "1"


def _with_file(dice: random.Random, body: bytes, sort: Sort, size: float) -> bytes:
    low, high = sort.attached
    kilobytes = int(min(high, low * dice.paretovariate(1.1)) * size)
    file = b'Content-Disposition: attachment; filename="file.jpg"\n' + _part(
        "image/jpeg", "base64", _file(dice, kilobytes * 1024 // LINE)
    )
    return _parts("mixed", [body, file], dice)


def _part(kind: str, encoding: str, octets: bytes) -> bytes:
    charset = "; charset=utf-8" if kind.startswith("text/") else ""
    return f"Content-Type: {kind}{charset}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + octets + b"\n"


def _parts(kind: str, parts: list[bytes], dice: random.Random) -> bytes:
    edge = f"edge-{dice.getrandbits(60):x}".encode()
    between = b"--" + edge + b"\n"
    head = b"Content-Type: multipart/" + kind.encode() + b'; boundary="' + edge + b'"\n\n'
    return head + b"".join(between + part for part in parts) + b"--" + edge + b"--\n"


def _file(dice: random.Random, lines: int) -> bytes:
    """So many lines of base64, cut from one pool."""
    pool = _pool()
    start = dice.randrange(len(pool) // LINE - lines) * LINE
    return pool[start : start + lines * LINE]


@cache
def _pool() -> bytes:
    return base64.encodebytes(random.Random(0).randbytes(POOL))
