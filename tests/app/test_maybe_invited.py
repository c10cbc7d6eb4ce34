"""A mail that may be an invitation is none in the pictures and in the answers to worries, until the user says so."""

from dataclasses import replace

import pytest

from highroad.app.actions.corrections import say
from highroad.app.actions.mail import store_message
from highroad.app.actions.record import rebuild_touched
from highroad.app.models import EventRow, OwnerRow
from highroad.app.queries.applications import application, as_value
from highroad.app.queries.picture import pictures
from highroad.app.queries.worries import worry
from highroad.applications.correction import KindIs
from highroad.applications.course import asked_in
from highroad.events.event import Kind
from highroad.steps.likely_not_you.worries import Worry
from tests.app.mails import CONFIRMED, INVITED, MINE, REFUSED, bring, mail, reading_of
from tests.app.noes import confirmed
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def perhaps(owner: OwnerRow, day: float) -> str:
    """Keep a mail that may ask for a talk in the next week; gives its event id."""
    invited = mail(INVITED, day=day)
    reading = replace(reading_of(invited), kind=Kind.INTERVIEW, sure=False)
    event_id = store_message(owner, invited, mine=MINE, reading=reading).event_id
    rebuild_touched(owner, [event_id])
    return event_id


@pytest.fixture
def maybe(ana: OwnerRow) -> str:
    """The id of a mail that may ask for a talk, of an application that is open."""
    bring(ana, mail(CONFIRMED, day=20))
    event_id = perhaps(ana, 10)
    assert not EventRow.objects.get(owner=ana, event_id=event_id).sure
    return event_id


def test_no_picture_counts_it(ana, maybe):
    before = pictures(ana, now=NOW, named=False)
    say(ana, KindIs(maybe, Kind.INTERVIEW), now=NOW)
    after = pictures(ana, now=NOW, named=False)

    assert (before.ahead, before.stages) == (0, {"applied": 1})
    assert after.stages == {"applied": 1, "screen": 1, "interview": 1}


def test_it_shows_nothing_of_the_paper(ana, maybe):
    before = asked_in(as_value(application(ana, maybe)))
    say(ana, KindIs(maybe, Kind.INTERVIEW), now=NOW)

    assert (before, asked_in(as_value(application(ana, maybe)))) == (False, True)


def test_no_worry_is_answered_with_it(ana):
    perhaps(ana, 10)
    no = confirmed(ana, [mail(CONFIRMED, day=20), mail(REFUSED, day=3)])

    wrong = worry(ana, no, Worry.WRONG, now=NOW).found
    path = worry(ana, no, Worry.PATH, now=NOW).found

    assert [event.kind for event, _ in wrong["way"]] == [Kind.CONFIRMATION]
    assert (wrong["told"], wrong["met"]) == ("", False)
    assert [kind.talks for kind in path["families"]] == [0]
