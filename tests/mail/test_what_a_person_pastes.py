"""Each paste of the corpus, and text that somebody split already."""

import json
import tomllib
from pathlib import Path

import pytest

from highroad.mail.parse import from_parts, parse_file, parse_pasted

CORPUS = Path(__file__).parents[1] / "corpus" / "pasted"
LETTER = "Hi Ana,\n\nwe have filled the position.\n\nSam"


@pytest.mark.parametrize("case", sorted(CORPUS.glob("*.toml")), ids=lambda path: path.stem)
def test_a_pasted_mail_is_read_with_its_head(case: Path):
    expected = tomllib.loads(case.read_text(encoding="utf-8"))

    message = parse_pasted(expected["pasted"])

    assert {
        "sender": message.sender.email if message.sender else "",
        "subject": message.subject,
        "sent_at": message.sent_at.isoformat() if message.sent_at else "",
        "text": message.text,
    } == {name: expected[name] for name in ("sender", "subject", "sent_at", "text")}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_words_saved_in_a_file_are_read_in_any_alphabet(encoding: str):
    assert parse_file(("Schöne Grüße\n\n" + LETTER).encode(encoding)).text == "Schöne Grüße\n\n" + LETTER


def test_the_source_of_a_mail_is_read_from_a_file():
    raw = b"Message-ID: <a@b.example>\nContent-Type: text/plain; charset=koi8-r\n\n" + "Спасибо".encode("koi8-r")

    assert parse_file(raw).text == "Спасибо"


def test_an_empty_file_has_a_problem():
    assert parse_file(b"").problems


def test_pieces_become_a_message():
    message = from_parts(
        "Sam Reyes <SAM@haldenfrey.example>", "ana@duarte.example", "Hi", "2026-11-03T10:12:00Z", LETTER
    )

    assert message.sender and message.sender.email == "sam@haldenfrey.example"
    assert (message.subject, message.text, message.problems) == ("Hi", LETTER, ())
    assert message.sent_at and message.sent_at.isoformat() == "2026-11-03T10:12:00+00:00"


def test_pieces_that_are_not_known_are_not_a_problem():
    message = from_parts(None, None, None, None, LETTER)

    assert (message.sender, message.to, message.subject, message.sent_at, message.problems) == (None, (), "", None, ())


def test_half_letters_are_left_out():
    message = from_parts(*(json.loads('"\\ud83d half"') for _ in range(5)))

    assert message.text.encode() and message.subject.encode()
    assert message.sender and message.sender.name.encode()
