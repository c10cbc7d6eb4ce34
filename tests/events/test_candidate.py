"""The first look keeps whatever may concern an application."""

import pytest

from highroad.events.candidate import SHORT, may_concern_application
from highroad.mail.message import Address, Message
from highroad.mail.parse import parse
from tests.events.test_golden_mail import PAIRS

LONG = "The weather was fine and the children played in the garden. " * 20


def mail(text: str, sender: str = "kim@postbox.example", **rest: object) -> Message:
    return Message(key="k", text=text, sender=Address("", sender), **rest)  # type: ignore[arg-type]


def test_a_long_letter_about_something_else_is_let_go():
    assert len(LONG) > SHORT
    assert not may_concern_application(mail(LONG))


@pytest.mark.parametrize(
    "sign",
    ["your application", "Bewerbung", "candidature", "entrevista", "colloquio", "vaga", "sollicitatie", "interview"],
)
def test_one_strong_sign_is_enough(sign: str):
    assert may_concern_application(mail(LONG + sign))


def test_what_a_machine_sends_needs_plainer_words():
    ours = LONG + "you wrote in spring. We regret that we go another way with our team."
    theirs = mail(ours, sender="no-reply@postbox.example")

    assert may_concern_application(mail(ours))
    assert not may_concern_application(theirs)
    assert may_concern_application(mail(LONG + "Your application was received.", sender="no-reply@postbox.example"))


def test_short_mail_hiring_senders_and_calendars_are_kept():
    assert may_concern_application(mail("sadly it went the other way"))
    assert may_concern_application(mail(LONG, sender="no-reply@greenhouse.io"))
    assert may_concern_application(mail(LONG, calendars=("BEGIN:VCALENDAR",)))


def test_no_golden_mail_about_work_is_lost():
    lost = [
        path.stem
        for path in PAIRS
        if "_other_" not in path.stem and not may_concern_application(parse(path.read_bytes()))
    ]

    assert lost == []
