"""Awkward mail, kept as pairs in tests/corpus/reading: a mail, and what must be read from it."""

import tomllib
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from highroad.events.event import Kind, Reading
from highroad.events.recognise import read
from highroad.mail.parse import parse

PAIRS = sorted((Path(__file__).parents[1] / "corpus" / "reading").glob("*.eml"))

NOT_YET = {
    "de_rejection_ergebnis-nicht-erfolgreich-stufe-bewerbungsbogen": "five words, none of which speaks of work",
    "de_rejection_ich-mach-s-kurz-headcount-ist": "half of it in English, and the second opinion takes it for news",
    "en_interview_ve-made-us-curious-does-tuesday": "friends are asked in the same words",
    "de_interview_unser-termin-am-4-muss-leider": "any appointment may be moved in these words",
    "de_interview_entschuldigung-ich-bin-am-dienstag-doppelt": "the same, but for one word",
    "en_interview_sorry-i-double-booked-myself-on": "the same, but for one word",
}


def pairs() -> list[ParameterSet]:
    """Each pair, and those that are known to be misread."""
    known = {name: [pytest.mark.xfail(reason=why, strict=True)] for name, why in NOT_YET.items()}
    return [pytest.param(path, id=path.stem, marks=known.get(path.stem, [])) for path in PAIRS]


def reading_of(mail: Path) -> Reading:
    return read(parse(mail.read_bytes()))


@pytest.mark.parametrize("mail", pairs())
def test_a_golden_mail_is_read_as_written_beside_it(mail: Path):
    expected = tomllib.loads(mail.with_suffix(".toml").read_text(encoding="utf-8"))

    reading = reading_of(mail)

    assert reading.kind == expected["kind"]
    assert reading.language == expected["language"]
    if "evidence" in expected:
        assert " ".join((reading.evidence or "").split()) == expected["evidence"]
    if not expected.get("a_sure_no", True):
        assert not (reading.kind is Kind.REJECTION and reading.sure)


def test_every_golden_mail_has_its_pair():
    assert len(PAIRS) >= 60
    assert {path.stem for path in PAIRS} == {path.stem for path in PAIRS[0].parent.glob("*.toml")}


def test_the_evidence_stands_in_the_mail():
    for mail in PAIRS:
        message = parse(mail.read_bytes())

        evidence = read(message).evidence or ""

        assert any(evidence in part for part in (message.text, message.subject, *message.calendars))
