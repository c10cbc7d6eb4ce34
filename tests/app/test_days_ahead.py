"""What has its day comes first while nothing has ended, on the day that was told last."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from highroad.app.actions.ask_for_feedback import work_on
from highroad.app.actions.by_hand import Told, add_event
from highroad.app.actions.mail import store_message
from highroad.app.actions.offer import got_it, withdrawn
from highroad.app.actions.record import rebuild_touched
from highroad.app.models import ApplicationRow, OwnerRow
from highroad.app.queries.application_pages import lines, story
from highroad.app.queries.keep_going import one_next_thing, record_of
from highroad.app.queries.today import near, today
from highroad.events.event import Kind, Reading, Stage
from highroad.steps.keep_going.next_thing import Size
from tests.app.feeds import in_the_feed
from tests.app.mails import MINE, mail
from tests.app.talks import talk_on
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def told(
    owner: OwnerRow, kind: Kind, *, in_days: float, ago: float = 3, role: str = "Analyst", stage: Stage | None = None
) -> str:
    """A mail that gives the day of something; the id of its application."""
    message = mail("About your day with us.", day=ago, subject="Your day", employer="Tallowby", role=role)
    reading = Reading(
        kind, 0.9, True, employer="Tallowby", role=role, stage=stage, happens_at=NOW + timedelta(days=in_days)
    )
    row = store_message(owner, message, mine=MINE, reading=reading)
    rebuild_touched(owner, [row.event_id])
    return ApplicationRow.objects.get(events__event_id=row.event_id).application_id


def days(owner: OwnerRow) -> list[datetime | None]:
    return [one.at for one in record_of(owner, now=NOW).dated]


def talk_told(owner: OwnerRow, some_id: str) -> list[datetime | None]:
    """The next talk, as the list of applications has it and as the page of this one."""
    [line] = lines(owner, list(ApplicationRow.objects.all()), now=NOW)
    return [line.talk_at, story(owner, some_id, now=NOW).talk_at]


def after_a_no(owner: OwnerRow, some_id: str) -> None:
    add_event(owner, some_id, Told(Kind.REJECTION, NOW.date()), now=NOW)


def after_a_withdrawal(owner: OwnerRow, some_id: str) -> None:
    withdrawn(owner, some_id, now=NOW)


def after_i_got_one(owner: OwnerRow, some_id: str) -> None:
    got_it(owner, some_id, now=NOW)


@pytest.mark.parametrize("end", [after_a_no, after_a_withdrawal, after_i_got_one])
@pytest.mark.parametrize("kind", [Kind.INTERVIEW, Kind.ASSESSMENT, Kind.OFFER])
def test_what_has_ended_asks_for_nothing_on_its_day(ana, kind: Kind, end: Callable[[OwnerRow, str], None]):
    some_id = told(ana, kind, in_days=2)
    before = days(ana), [card.key for card in near(ana, now=NOW)], in_the_feed(ana)

    end(ana, some_id)

    assert [len(told) for told in before] == [1, 1, 1]
    assert days(ana) == []
    assert in_the_feed(ana) == []
    assert near(ana, now=NOW) == ()
    assert one_next_thing(ana, Size.HALF_HOUR, now=NOW).thing.about != some_id


@pytest.mark.parametrize("moved_to", [1, 2.5, 20])
def test_a_moved_talk_is_told_on_its_new_day_alone(ana, moved_to: float):
    told(ana, Kind.INTERVIEW, in_days=2, ago=3)
    told(ana, Kind.INTERVIEW, in_days=moved_to, ago=1)

    expected = [NOW + timedelta(days=moved_to)] if moved_to < 3 else []

    assert ApplicationRow.objects.count() == 1
    assert days(ana) == expected
    assert in_the_feed(ana) == [NOW + timedelta(days=moved_to)]
    assert len(near(ana, now=NOW)) == len(expected)
    assert (today(ana, now=NOW).card.key == "deadline") is bool(expected)


@pytest.mark.parametrize(("first", "last"), [(2, 20), (20, 2)])
def test_a_moved_talk_is_told_on_its_new_day_in_the_list_and_on_its_page(ana, first: float, last: float):
    told(ana, Kind.INTERVIEW, in_days=first, ago=3)
    some_id = told(ana, Kind.INTERVIEW, in_days=last, ago=1)

    assert talk_told(ana, some_id) == [NOW + timedelta(days=last)] * 2


@pytest.mark.parametrize(("screen", "final"), [(2, 9), (9, 2)])
def test_of_two_rounds_the_list_and_the_page_tell_the_next(ana, screen: float, final: float):
    told(ana, Kind.INTERVIEW, in_days=screen, ago=3, stage=Stage.SCREEN)
    some_id = told(ana, Kind.INTERVIEW, in_days=final, ago=1, stage=Stage.FINAL)

    assert talk_told(ana, some_id) == [NOW + timedelta(days=2)] * 2


def test_two_rounds_with_a_day_each_are_two_talks(ana):
    told(ana, Kind.INTERVIEW, in_days=1, ago=3, stage=Stage.SCREEN)
    told(ana, Kind.INTERVIEW, in_days=2, ago=1, stage=Stage.FINAL)

    assert ApplicationRow.objects.count() == 1
    assert days(ana) == [NOW + timedelta(days=1), NOW + timedelta(days=2)]
    assert len(near(ana, now=NOW)) == 2


def test_an_offer_to_answer_in_ten_days_comes_before_what_is_open(ana):
    some_id = told(ana, Kind.OFFER, in_days=10)
    work_on(ana, "measuring results", first_step="two figures", review_on=None, now=NOW)

    found = [one_next_thing(ana, size, now=NOW).thing for size in (Size.FIVE, Size.HALF_HOUR)]

    assert [(thing.kind, thing.about) for thing in found] == [("offer", some_id), ("weigh", some_id)]
    assert today(ana, now=NOW).card.words["body"] == "Tallowby, by 3 December."
    assert [card.key for card in near(ana, now=NOW)] == ["deadline_offer"]


def test_a_talk_tomorrow_comes_before_an_offer_to_answer_in_ten_days(ana):
    told(ana, Kind.OFFER, in_days=10)
    talk_on(ana, NOW + timedelta(days=1), employer="Brookmere")

    assert one_next_thing(ana, Size.HALF_HOUR, now=NOW).thing.kind == "prepare"
    assert [card.key for card in near(ana, now=NOW)] == ["deadline", "deadline_offer"]
