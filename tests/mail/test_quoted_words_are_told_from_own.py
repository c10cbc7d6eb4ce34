"""Each reply of the corpus: what is new, what is signature, and what was passed on."""

import time
import tomllib
from pathlib import Path

import pytest

from highroad.mail.body import forwarded, own_words
from highroad.mail.parse import from_parts

CORPUS = Path(__file__).parents[1] / "corpus" / "replies"
HURTFUL = {
    "labels": "From: ana\n" * 20_000,
    "heads": "From: ana\nDate: 3 Nov 2026 10:00\nTo: b\n\n" * 6_000,
    "forwarding lines": "---------- Forwarded message ----------\nFrom: ana\nDate: 3 Nov 2026 10:00\n\n" * 3_000,
    "attributions": "On 1:00 a@b wrote:\n> x\n" * 9_000,
    "attributions never ended": "On 1:00 a\n" * 20_000,
    "colons": ":\n" * 100_000,
    "long lists": "From: a\nTo: " + "a@b;\n" * 40_000,
    "dashes": ("-" * 200 + "\n") * 1_000,
    "arrows": "> x\n" * 50_000,
    "closings": "thanks\n" * 30_000,
    "empty lines": "\n" * 200_000,
}


@pytest.mark.parametrize("case", sorted(CORPUS.glob("*.toml")), ids=lambda path: path.stem)
def test_a_reply_is_taken_apart(case: Path):
    expected = tomllib.loads(case.read_text(encoding="utf-8"))

    own = own_words(expected["text"])

    assert own.new == expected["new"]
    assert own.signature == expected["signature"]
    assert set(expected["text"].split()) >= {*own.new.split(), *own.quoted.split(), *own.signature.split()}


@pytest.mark.parametrize("case", sorted(CORPUS.glob("*.toml")), ids=lambda path: path.stem)
def test_a_mail_passed_on_is_read_as_from_its_first_sender(case: Path):
    expected = tomllib.loads(case.read_text(encoding="utf-8"))

    inner = forwarded(from_parts("Ana Duarte <ana@duarte.example>", None, "Fwd: x", None, expected["text"]))

    said = inner and {
        "sender": inner.sender.email if inner.sender else "",
        "subject": inner.subject,
        "sent_at": inner.sent_at.isoformat() if inner.sent_at else "",
        "text": inner.text,
    }
    assert said == expected.get("forwarded")


def test_nothing_of_a_long_interleaved_answer_is_lost():
    text = "\n".join(f"> question {n}\nanswer {n}" for n in range(200))

    assert own_words(text).new.split("\n") == [f"answer {n}" for n in range(200)]


@pytest.mark.parametrize("text", HURTFUL.values(), ids=HURTFUL.keys())
def test_a_text_made_to_hurt_is_taken_apart_in_little_time(text: str):
    before = time.process_time()
    own_words(text)
    forwarded(from_parts(None, None, None, None, text))

    assert time.process_time() - before < 1
