"""A no that may come from somebody else is marked, is never sure and changes nothing; hiring systems are no cause."""

from dataclasses import replace
from datetime import timedelta

import pytest

from highroad.applications.application import Outcome
from highroad.applications.correction import ConfirmedNo, KindIs
from highroad.applications.group import group
from highroad.events.event import Doubt, Event, Kind, Reading
from highroad.mail.message import Authentication
from tests.cast import NOW


def event(name: str, kind: Kind, domain: str, *, day: int = 0, **more: object) -> Event:
    reading = Reading(kind, certainty=0.99, sure=True, employer="Haldenfrey", role="Data Analyst")
    made = Event(
        name, kind, NOW + timedelta(days=day), reading, message_key=name, sender_domain=domain, threads=(name,)
    )
    return replace(made, **more)


CONFIRMATION = event("a", Kind.CONFIRMATION, "haldenfrey.example")
FROM_A_SYSTEM = event("a", Kind.CONFIRMATION, "us.greenhouse-mail.io")
NO = event("b", Kind.REJECTION, "haldenfrey.example", day=9)
FROM_A_SYSTEM_NO = replace(NO, sender_domain="us.greenhouse-mail.io")


def only(*events: Event, corrections=()) -> tuple[Event, Outcome]:
    """The last event and the outcome of the one application these events make."""
    (application,) = group(events, corrections)
    return application.events[-1], application.outcome


@pytest.mark.parametrize(
    ("earlier", "spoofed", "doubt"),
    [
        (CONFIRMATION, replace(NO, sender_domain="elsewhere.example"), Doubt.OTHER_DOMAIN),
        (CONFIRMATION, replace(NO, sender_domain="gmail.com"), Doubt.OTHER_DOMAIN),
        (FROM_A_SYSTEM, replace(NO, sender_domain="gmail.com"), Doubt.OTHER_DOMAIN),
        (CONFIRMATION, replace(NO, authentication=Authentication.FAILED), Doubt.NOT_CONFIRMED),
        (FROM_A_SYSTEM, replace(NO, authentication=Authentication.FAILED), Doubt.NOT_CONFIRMED),
        (CONFIRMATION, replace(NO, reply_domain="elsewhere.example"), Doubt.REPLY_ELSEWHERE),
        (FROM_A_SYSTEM, replace(NO, reply_domain="gmail.com"), Doubt.REPLY_ELSEWHERE),
        (FROM_A_SYSTEM, replace(FROM_A_SYSTEM_NO, reply_domain="gmail.com"), Doubt.REPLY_ELSEWHERE),
        (CONFIRMATION, replace(NO, sender_domain="haldenfrey-careers.test"), Doubt.OTHER_DOMAIN),
        (CONFIRMATION, replace(NO, sender_domain="haldenfreyjobs.test"), Doubt.OTHER_DOMAIN),
        (CONFIRMATION, replace(NO, reply_domain="haldenfrey-mail.test"), Doubt.REPLY_ELSEWHERE),
        (CONFIRMATION, replace(NO, sender_domain="gmail.com", threads=("b", "a")), Doubt.OTHER_DOMAIN),
    ],
)
def test_a_spoofed_no_is_unverified_and_changes_nothing(earlier: Event, spoofed: Event, doubt: Doubt):
    no, outcome = only(earlier, spoofed)

    assert no.doubts == (doubt,)
    assert not no.reading.sure
    assert outcome is Outcome.OPEN


@pytest.mark.parametrize(
    ("earlier", "no"),
    [
        (CONFIRMATION, NO),
        (CONFIRMATION, replace(NO, sender_domain="mail.haldenfrey.example")),
        (CONFIRMATION, replace(NO, sender_domain="haldenfrey-group.example")),
        (CONFIRMATION, replace(NO, sender_domain="us.greenhouse-mail.io")),
        (CONFIRMATION, replace(NO, sender_domain="myworkday.com")),
        (CONFIRMATION, replace(NO, reply_domain="hire.lever.co")),
        (CONFIRMATION, replace(NO, authentication=Authentication.PASSED)),
        (FROM_A_SYSTEM, NO),
        (FROM_A_SYSTEM, replace(NO, sender_domain="hf-holding.example")),
        (FROM_A_SYSTEM, replace(NO, sender_domain="us.greenhouse-mail.io", reply_domain="haldenfrey.example")),
        (replace(CONFIRMATION, sender_domain="gmail.com"), replace(NO, sender_domain="gmail.com")),
        (replace(CONFIRMATION, sender_domain="gmail.com"), NO),
        (CONFIRMATION, replace(NO, sender_domain="agency.example", threads=("b", "a"))),  # an answer in the thread
        (event("a", Kind.CONFIRMATION, "agency.example"), NO),  # the employer itself, by its name
        (event("a", Kind.CONFIRMATION, "agency.test"), replace(NO, sender_domain="haldenfrey-group.example")),
        (CONFIRMATION, replace(NO, sender_domain="haldenfrey.test")),  # in another country
        (replace(CONFIRMATION, sender_domain="gmail.com"), replace(NO, reply_domain="gmail.com")),
    ],
)
def test_an_honest_no_is_left_alone(earlier: Event, no: Event):
    found, outcome = only(earlier, no)

    assert found.doubts == ()
    assert outcome is Outcome.REJECTED


def test_a_doubted_no_does_not_vouch_for_the_next_one():
    first, second = (replace(NO, id=name, threads=(name,), sender_domain="elsewhere.example") for name in "bc")

    (application,) = group([CONFIRMATION, first, second], ())

    assert [event.doubts for event in application.events] == [(), (Doubt.OTHER_DOMAIN,), (Doubt.OTHER_DOMAIN,)]


@pytest.mark.parametrize("said", [ConfirmedNo("b"), KindIs("b", Kind.REJECTION)])
def test_the_word_of_the_user_ends_every_doubt(said: ConfirmedNo | KindIs):
    no, outcome = only(CONFIRMATION, replace(NO, sender_domain="elsewhere.example"), corrections=(said,))

    assert no.doubts == ()
    assert no.reading.sure
    assert outcome is Outcome.REJECTED


def test_only_a_no_is_doubted():
    talk = event("b", Kind.INTERVIEW, "elsewhere.example", day=9)

    assert only(CONFIRMATION, talk)[0].doubts == ()
