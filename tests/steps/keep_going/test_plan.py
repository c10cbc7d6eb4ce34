"""One sheet a week: made from what is open, kept as typed, looked back on in words; the week is the user's own."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from highroad.events.event import Kind
from highroad.steps.keep_going.next_thing import Dated, Owed, Record
from highroad.steps.keep_going.plan import MOST, Line, Way, goes_one_way, monday_of, proposed

MONDAY = date(2026, 11, 23)
TALK = Dated("e", "a", Kind.INTERVIEW, "Haldenfrey", datetime(2026, 11, 26, 10, tzinfo=ZoneInfo("Europe/Lisbon")))


@pytest.mark.parametrize(("day", "monday"), [(0, 0), (4, 0), (5, 7), (6, 7), (7, 7)])
def test_at_the_weekend_the_sheet_is_for_the_week_to_come(day: int, monday: int):
    assert monday_of(MONDAY + timedelta(days=day)) == MONDAY + timedelta(days=monday)


@given(some.dates(date(2020, 1, 1), date(2040, 1, 1)), some.booleans(), some.integers(0, 3))
def test_a_sheet_asks_one_person_and_stays_in_its_week(today: date, knows_someone: bool, begun: int):
    people = (Owed("noor", "Noor Haddad"),) if knows_someone else ()
    openings = tuple(Owed(str(one), f"Firm {one}") for one in range(begun))

    lines = proposed(Record(people=people, openings=openings, role="Archivist"), today=today)

    monday = monday_of(today)
    assert sum(line.asks for line in lines) == 1
    assert 3 <= len(lines) <= MOST
    assert all(max(today, monday) <= line.on <= monday + timedelta(days=4) for line in lines)
    assert any("Noor Haddad" in line.what for line in lines) == knows_someone
    assert not goes_one_way(lines)


def test_an_interviewer_who_is_owed_thanks_is_asked_for_nothing():
    lines = proposed(Record(thanks=(Owed("noor", "Noor Haddad"),)), today=MONDAY)

    assert not any("Noor Haddad" in line.what for line in lines)


def test_what_has_its_day_is_planned_for_the_day_before():
    lines = proposed(Record(dated=(TALK,)), today=MONDAY)

    assert ("Prepare the talk with Haldenfrey", date(2026, 11, 25)) in [(line.what, line.on) for line in lines]


def test_an_offer_to_answer_in_ten_days_stands_in_the_week_that_is_planned():
    offer = replace(TALK, kind=Kind.OFFER, at=TALK.at and TALK.at + timedelta(days=7))

    lines = proposed(Record(dated=(offer,)), today=MONDAY)

    assert ("Decide on the offer of Haldenfrey", MONDAY + timedelta(days=6)) in [(line.what, line.on) for line in lines]


def test_a_sheet_that_goes_one_way_is_told_apart():
    boards = [Line("Look", "", MONDAY, Way.BOARD), Line("Look again", "", MONDAY, Way.BOARD, at=time(9))]

    assert goes_one_way(boards)
    assert not goes_one_way([*boards, Line("Ask Eli", "", MONDAY, Way.PERSON, asks=True)])
    assert not goes_one_way([*boards[:1], Line("Say two answers", "", MONDAY, Way.ALONE)])
