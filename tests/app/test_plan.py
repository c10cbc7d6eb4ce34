"""/plan: one sheet a week, made from what is open, with one thing to ask a person, and looked back on in words."""

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone
from typer.testing import CliRunner

from highroad.app import clock
from highroad.app.actions.plan import Unready, look_back, make, tick
from highroad.app.models import DeedRow, OwnerRow, PlannedRow, PlanRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.calendar import calendar
from highroad.app.queries.keep_going import one_next_thing, record_of
from highroad.app.queries.plan import week
from highroad.cli import plan as plan_command
from highroad.steps.keep_going.next_thing import Size
from highroad.steps.keep_going.plan import Line, Way
from tests.app.everything import everything
from tests.app.noes import final_no, text_of
from tests.app.numbers import numbers_without_source
from tests.app.test_query_counts import many, questions
from tests.cast import NOW

pytestmark = pytest.mark.django_db

MONDAY = NOW.date()
ASK = Line("Ask Noor whom to talk to", "a short message", MONDAY, Way.PERSON, asks=True)
CALL = Line("Call the agency", "at home", MONDAY + timedelta(days=2), Way.AGENCY)
TYPED = {
    "lines": "2",
    "0-what": "Ask Noor whom to talk to",
    "0-where": "a short message",
    "0-on": "2026-11-24",
    "1-what": "Two letters",
    "1-where": "the library",
    "1-way": "employer",
    "1-on": "2026-11-26",
    "1-at": "10:30",
    "if_this": "a no comes in",
    "then_i_will": "I go on the day after",
}


def made(owner: OwnerRow, *, monday: date = MONDAY) -> PlanRow:
    return make(owner, monday, [ASK, CALL], if_this="it rains", then_i_will="I go anyway", now=NOW)


def test_a_new_sheet_is_made_of_what_is_open_and_is_kept_with_one_tap(client, ana):
    final_no(ana)
    page = text_of(client.get("/plan"))

    client.post("/plan", TYPED)

    assert "Ask somebody who knows your work" in page and "I am too tired in the evening" in page
    sheet = week(ana, now=NOW).sheet
    assert sheet is not None
    assert [(one.line.what, one.line.on.day, one.line.asks) for one in sheet.lines] == [
        ("Ask Noor whom to talk to", 24, True),
        ("Two letters", 26, False),
    ]
    assert "If a no comes in, then I go on the day after." in text_of(client.get("/plan"))
    assert DeedRow.objects.get().kind == "plan"


def test_every_word_of_a_sheet_is_kept_and_shown(client, ana):
    make(ana, MONDAY, [ASK, replace(CALL, at=TEN)], if_this="it rains", then_i_will="I go anyway", now=NOW)

    sheet, page = week(ana, now=NOW).sheet, text_of(client.get("/plan"))

    assert sheet is not None
    assert [one.line for one in sheet.lines] == [ASK, replace(CALL, at=TEN)]
    assert (sheet.if_this, sheet.then_i_will) == ("it rains", "I go anyway")
    assert "Wednesday, 10:00</time>, at home. An agency." in page


def test_a_sheet_with_nobody_to_ask_is_not_kept_and_nothing_typed_is_lost(client, ana):
    page = text_of(client.post("/plan", TYPED | {"0-what": " "}))

    assert "Name one thing to ask a person." in page
    assert "Two letters" in page and "the library" in page
    assert not PlanRow.objects.exists()


@pytest.mark.parametrize("wrong", [{"1-at": "soon"}, {"1-on": "2026-13-40"}, {"1-what": "x" * 301}, {"1-way": "magic"}])
def test_what_cannot_be_read_is_told_and_nothing_typed_is_lost(client, ana, wrong):
    page = text_of(client.post("/plan", TYPED | wrong))

    assert "Ask Noor whom to talk to" in page and "I go on the day after" in page
    assert not PlanRow.objects.exists()


def test_a_day_in_another_week_becomes_the_nearest_in_this_one(client, ana):
    client.post("/plan", TYPED | {"1-on": "2027-01-01"})

    assert PlannedRow.objects.get(what="Two letters").on == MONDAY + timedelta(days=6)


def test_an_empty_sheet_is_refused_with_a_word(ana):
    with pytest.raises(Unready, match="A small one is enough"):
        make(ana, MONDAY, [], now=NOW)


def test_changing_a_sheet_keeps_what_was_ticked(ana):
    made(ana)
    tick(ana, PlannedRow.objects.get(what=CALL.what).pk, now=NOW)

    make(ana, MONDAY, [ASK, CALL, Line("One more", "", MONDAY, Way.ALONE)], now=NOW)

    assert PlannedRow.objects.get(what=CALL.what).done_at == NOW
    assert PlanRow.objects.count() == 1
    assert list(DeedRow.objects.order_by("pk").values_list("kind", flat=True)) == ["plan", "planned"]


def test_a_tick_can_be_taken_back(client, ana):
    made(ana)
    line = PlannedRow.objects.get(what=ASK.what)
    client.post(f"/plan/line/{line.pk}/tick")
    ticked = PlannedRow.objects.get(pk=line.pk).done_at

    client.post(f"/plan/line/{line.pk}/tick")

    assert ticked is not None
    assert PlannedRow.objects.get(pk=line.pk).done_at is None
    assert not DeedRow.objects.filter(kind="planned").exists()


def test_next_week_it_is_looked_back_on_in_words_once(client, ana):
    plan = made(ana, monday=MONDAY - timedelta(days=7))
    asked = text_of(client.get("/plan"))

    client.post(f"/plan/{plan.pk}/look-back", {"went": "The mornings were good."})

    assert "How did last week go?" in asked
    assert "How did last week go?" not in text_of(client.get("/plan"))
    client.post("/plan", TYPED)
    assert "The mornings were good." in text_of(client.get("/plan"))


def test_looking_back_can_be_skipped(client, ana):
    made(ana, monday=MONDAY - timedelta(days=7))

    assert "One sheet for the week." in text_of(client.get("/plan?on=1"))


def test_the_sheet_comes_up_as_the_next_thing_on_its_days(ana):
    made(ana)

    today = one_next_thing(ana, Size.FIVE, now=NOW).thing
    tick(ana, PlannedRow.objects.get(what=ASK.what).pk, now=NOW)
    after = one_next_thing(ana, Size.FIVE, now=NOW).thing
    on_wednesday = one_next_thing(ana, Size.HALF_HOUR, now=NOW + timedelta(days=2)).thing

    assert (today.title, after.kind, on_wednesday.title) == (ASK.what, "practise", CALL.what)


@pytest.mark.parametrize("day", [5, 6])
def test_at_the_weekend_the_running_weeks_lines_still_come_up_and_can_be_ticked(client, ana, day):
    weekend = NOW + timedelta(days=day)
    walk = Line("Two answers on a walk", "the park", MONDAY + timedelta(days=day), Way.ALONE)
    make(ana, MONDAY, [ASK, replace(CALL, on=MONDAY + timedelta(days=4)), walk], now=NOW)
    tick(ana, PlannedRow.objects.get(what=ASK.what).pk, now=NOW)

    found = []
    with time_machine.travel(weekend):
        for what in (CALL.what, walk.what):
            found.append(one_next_thing(ana, Size.FIVE, now=clock.now()))
            page = text_of(client.get(found[-1].url))
            assert "How did last week go?" not in page and "Still this week" in page
            assert f'aria-label="Done: {what}"' in page
            client.post(f"/plan/line/{PlannedRow.objects.get(what=what).pk}/tick")
        after = one_next_thing(ana, Size.HALF_HOUR, now=clock.now()).thing.kind

    assert [one.thing.title for one in found] == [CALL.what, walk.what]
    assert after == "plan"


def test_how_a_week_went_is_asked_once_it_is_over(client, ana):
    made(ana)
    asks = []
    for day in (4, 5, 6, 7):
        with time_machine.travel(NOW + timedelta(days=day)):
            page = text_of(client.get("/plan"))
        asks.append(("How did last week go?" in page, record_of(ana, now=NOW + timedelta(days=day)).looks_back))

    assert asks == [(False, False), (False, False), (False, False), (True, True)]


def test_a_week_still_asked_about_on_saturday_is_the_one_before(ana):
    last = made(ana, monday=MONDAY - timedelta(days=7))
    running = made(ana)

    found = week(ana, now=NOW + timedelta(days=5))

    assert found.back and found.running
    assert (found.back.id, found.running.id, found.sheet) == (last.pk, running.pk, None)
    assert [sheet.id for sheet in found.earlier] == [last.pk]


@pytest.mark.parametrize("zone", ["Europe/Lisbon", "America/Los_Angeles", "Asia/Tokyo", "Australia/Adelaide"])
def test_the_week_begins_and_the_hour_stands_by_the_users_own_clock(client, ana, zone):
    here = ZoneInfo(zone)
    with timezone.override(zone), time_machine.travel(datetime(2026, 11, 29, 23, 30, tzinfo=here)):
        on_sunday_night = week(ana, now=clock.now()).monday
    with timezone.override(zone), time_machine.travel(datetime(2026, 11, 27, 23, 30, tzinfo=here)):
        on_friday_night = week(ana, now=clock.now()).monday
        make(ana, on_friday_night, [ASK, Line("Two letters", "", MONDAY, Way.ALONE, at=TEN)], now=clock.now())
        feed = calendar(ana, now=clock.now()).decode()

    at_ten = datetime(2026, 11, 23, 10, tzinfo=here).astimezone(ZoneInfo("UTC"))
    assert (on_sunday_night, on_friday_night) == (date(2026, 11, 30), MONDAY)
    assert f"DTSTART:{at_ten:%Y%m%dT%H%M%S}Z" in feed
    assert "DTSTART;VALUE=DATE:20261123" in feed


def test_the_calendar_says_nothing_of_what_is_planned(ana):
    made(ana)

    feed = calendar(ana, now=NOW).decode()

    assert feed.count("SUMMARY:Something I planned") == 2
    assert "Noor" not in feed and "agency" not in feed


def test_the_terminal_makes_and_shows_the_sheet(ana):
    nothing = json.loads(CliRunner().invoke(plan_command.app, ["--json"]).stdout)
    CliRunner().invoke(plan_command.app, ["--make"])
    told = json.loads(CliRunner().invoke(plan_command.app, ["--json"]).stdout)

    assert nothing is None
    assert set(told) == {"monday", "lines", "if", "then"}
    assert set(told["lines"][0]) == {"what", "where", "on", "at", "way", "asks", "done"}
    assert sum(line["asks"] for line in told["lines"]) == 1
    assert told["lines"][0]["what"] in CliRunner().invoke(plan_command.app, []).stdout


def test_a_new_sheet_is_proposed_in_a_few_questions(client, ana):
    everything(ana)
    many(ana, 30)
    PlanRow.objects.update(monday=MONDAY - timedelta(days=7))

    assert questions(client, "get", "/plan?on=1") <= 10


def test_bo_ticks_and_looks_back_on_nothing_of_anas(ana, bo):
    plan = made(ana)

    with pytest.raises(NotThere):
        tick(bo, PlannedRow.objects.filter(plan=plan)[0].pk, now=NOW)
    with pytest.raises(NotThere):
        look_back(bo, plan.pk, "mine now", now=NOW)
    assert week(bo, now=NOW).sheet is None


TEN = time(10)


def test_what_a_sheet_did_for_others_stands_with_its_source(client, ana):
    page = text_of(client.get("/plan"))

    assert "26 % more people found work with one such sheet a week." in page
    assert "Abel 2019, South Africa, grade A" in page
    assert numbers_without_source(page) == []
