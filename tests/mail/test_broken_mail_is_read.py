"""Every awkward mail of the torture corpus, and every bomb: nothing raised, nothing slow, the words found."""

import time
import tomllib
import tracemalloc
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from highroad.mail.message import Message
from highroad.mail.parse import parse
from highroad.words.content import load_toml
from tests.mail.bombs import BOMBS

CORPUS = Path(__file__).parents[1] / "corpus" / "torture"
MAILS = sorted(CORPUS.glob("*.eml"))
CPU_SECONDS = 0.5
PEAK_BYTES = 100_000_000


@pytest.mark.parametrize("mail", MAILS, ids=lambda path: path.stem)
def test_a_broken_mail_is_read_as_it_was_meant(mail: Path):
    expected = tomllib.loads(mail.with_suffix(".toml").read_text(encoding="utf-8"))

    message = parse(mail.read_bytes())

    assert (message.subject, message.sender.email if message.sender else "") == (
        expected["subject"],
        expected["sender"],
    )
    assert not words(expected["text"]) - words(message.text)
    assert not [said for said in expected.get("absent", ()) if said in message.text]
    assert {name: LOOK[name](message) for name in LOOK if name in expected} == {
        name: expected[name] for name in LOOK if name in expected
    }
    assert message.problems == tuple(map(sentence, expected["problems"]))


def test_there_are_enough_of_them():
    assert len(MAILS) >= 400
    assert len(BOMBS) >= 100


def test_of_a_hundred_words_at_most_one_is_lost():
    pairs = [(tomllib.loads(mail.with_suffix(".toml").read_text()), parse(mail.read_bytes())) for mail in MAILS]

    found = sum((words(expected["text"]) & words(message.text)).total() for expected, message in pairs)

    assert found >= 0.99 * sum(words(expected["text"]).total() for expected, _ in pairs)


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_mail_made_to_hurt_is_read_in_little_time_and_space(bomb: Callable[[], bytes]):
    raw = bomb()
    before = time.process_time()
    parse(raw)
    seconds = time.process_time() - before

    tracemalloc.start()
    parse(raw)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert seconds <= CPU_SECONDS
    assert peak <= PEAK_BYTES


@pytest.mark.parametrize("name", ["100k_addresses", "a_subject_of_10_MB", "100k_header_lines", "60_MB_attached"])
def test_what_is_left_out_is_said(name: str):
    assert parse(BOMBS[name]()).problems


def words(text: str) -> Counter[str]:
    return Counter(text.split())


def sentence(problem: str) -> str:
    return str(load_toml("highroad.mail", "content/problems.toml")[problem])


def when(message: Message) -> str:
    return message.sent_at.isoformat().replace("+00:00", "Z") if message.sent_at else ""


LOOK: dict[str, Callable[[Message], Any]] = {
    "sender_name": lambda message: message.sender.name if message.sender else "",
    "sent_at": when,
    "to": lambda message: [address.email for address in message.to],
    "calendars": lambda message: len(message.calendars),
    "attachments": lambda message: list(message.attachments),
    "folder": lambda message: message.folder,
    "automatic": lambda message: message.automatic,
    "references": lambda message: list(message.references),
    "lines": lambda message: message.text.split("\n"),
}
