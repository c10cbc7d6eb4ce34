"""How an application was sent, and how long it waited, as its events show."""

from datetime import UTC, date, datetime

import pytest

from highroad.applications.application import Channel
from highroad.applications.correction import ApplicationIs
from highroad.applications.waited import answer_days, first_talk_on, word_days
from highroad.events.event import Kind, Part, Person
from tests.record import final_round, haldenfrey, only_application

REFERRER = Person("Mira Sol", "mira@haldenfrey.example", Part.REFERRER)


def test_the_first_answer_and_the_word_after_the_first_talk_are_counted_in_days():
    application = only_application(final_round())

    assert answer_days(application) == 9
    assert first_talk_on(application) == date(2026, 9, 10)
    assert word_days(application) == 41


@pytest.mark.parametrize("kind", [Kind.UPDATE, Kind.FOLLOW_UP, Kind.CONFIRMATION])
def test_what_decides_nothing_is_no_answer(kind: Kind):
    application = only_application([haldenfrey("a", Kind.CONFIRMATION, 0), haldenfrey("b", kind, 5)])

    assert answer_days(application) is None


def test_what_we_are_not_sure_of_is_no_answer():
    application = only_application(
        [haldenfrey("a", Kind.CONFIRMATION, 0), haldenfrey("b", Kind.REJECTION, 5, sure=False)]
    )

    assert answer_days(application) is None


def test_a_wait_begins_when_the_talk_was_held_not_when_it_was_arranged():
    held = datetime(2026, 9, 20, 14, tzinfo=UTC)
    application = only_application(
        [haldenfrey("a", Kind.INTERVIEW, 3, happens_at=held), haldenfrey("b", Kind.REJECTION, 25)]
    )

    assert first_talk_on(application) == date(2026, 9, 20)
    assert word_days(application) == 6


def test_what_has_no_date_has_no_wait():
    application = only_application([haldenfrey("a", Kind.CONFIRMATION, None)])

    assert (answer_days(application), first_talk_on(application), word_days(application)) == (None, None, None)


@pytest.mark.parametrize(
    ("first", "channel"),
    [
        (haldenfrey("a", Kind.CONFIRMATION, 0), Channel.JOB_BOARD),
        (haldenfrey("a", Kind.OUTREACH, 0), Channel.RECRUITER_INBOUND),
        (haldenfrey("a", Kind.CONFIRMATION, 0, people=(REFERRER,)), Channel.REFERRAL),
    ],
)
def test_mail_shows_how_it_was_sent_and_the_user_knows_better(first, channel: Channel):
    events = [first, haldenfrey("b", Kind.INTERVIEW, 4)]

    assert only_application(events).channel is channel
    assert only_application(events, ApplicationIs("a", channel=Channel.INTERNAL)).channel is Channel.INTERNAL
