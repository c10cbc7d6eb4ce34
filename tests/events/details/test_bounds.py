"""Hostile text stays cheap, and strange mail is only mail that tells little."""

import time

import pytest

from highroad.events.details import Details, read_details
from highroad.events.event import Kind
from highroad.events.prepared import prepare
from highroad.mail.message import Address, Message
from tests.cast import SAM

MILLION = 1_000_000
PATTERNS = [
    "a", "Aa ", "position of ", "interview with Noor Haddad and ", "\n", "(", "Monday 3 ", "at A ", "Best regards\n",
    "Engineer ", "A of the ", "X & ", "1", "12:00 ", "A.", " - ", "interview for the position with ", "Aa, Bb & ",
]  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_megabyte_of_one_pattern_is_read_at_once(pattern: str) -> None:
    text = pattern * (MILLION // len(pattern))
    mail = prepare(
        Message(key="bomb", sender=Address(text[:50_000], SAM.email), subject=text, text=text, calendars=(text,))
    )

    started = time.process_time()
    read_details(mail, Kind.REJECTION)
    read_details(mail, Kind.INTERVIEW)

    assert time.process_time() - started < 2  # measured at 0.1; slow machines run this too


@pytest.mark.parametrize("kind", list(Kind))
def test_an_empty_mail_tells_nothing_but_its_stage(kind: Kind) -> None:
    told = read_details(prepare(Message(key="empty")), kind)

    assert told == Details(stage=told.stage)


@pytest.mark.parametrize("kind", [Kind.OTHER, Kind.ALERT])
def test_mail_about_no_application_has_no_details(kind: Kind) -> None:
    mail = prepare(
        Message(key="mail", sender=SAM, subject="Data Analyst at Haldenfrey", text="Apply to Haldenfrey now.")
    )

    assert read_details(mail, kind) == Details()
