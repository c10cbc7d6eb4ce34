"""One thing at a time: what cannot wait, then what is open, then what is always there; and rest counts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from highroad.events.event import Kind
from highroad.steps.keep_going.next_thing import Dated, Owed, Record, Size, Thing, next_thing

ZONES = ("Europe/Lisbon", "America/Los_Angeles", "Asia/Tokyo", "Australia/Adelaide")
DATED = [Kind.OFFER, Kind.INTERVIEW, Kind.ASSESSMENT]
NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Europe/Lisbon"))
TALK = Dated("talk1", "haldenfrey", Kind.INTERVIEW, "Haldenfrey", NOON + timedelta(days=1))
FULL = Record(
    dated=(TALK,),
    unsure=2,
    thanks=(Owed("noor", "Noor Haddad"),),
    people=(Owed("sam", "Sam Reyes"),),
    openings=(Owed("7", "Brookmere"),),
    actions=(Owed("sql", "write one window function"),),
    quiet=(Owed("corwen", "Corwen"),),
    looks_back=True,
    role="Data Analyst",
)

sizes = some.sampled_from([Size.FIVE, Size.HALF_HOUR])
owed = some.lists(
    some.builds(Owed, some.text("abcdef0123456789", min_size=1, max_size=16), some.text(min_size=1, max_size=20)),
    max_size=3,
).map(tuple)
moments = some.builds(
    lambda minutes, zone: NOON.astimezone(ZoneInfo(zone)) + timedelta(minutes=minutes),
    some.integers(-20_000, 20_000),
    some.sampled_from(ZONES),
)
ids = some.text("abcdef0123456789", min_size=16, max_size=16)
dated = some.lists(
    some.builds(Dated, ids, ids, some.sampled_from(DATED), some.just("Tallowby"), moments)
    | some.builds(
        Dated, ids, ids, some.sampled_from([Kind.INTERVIEW, Kind.ASSESSMENT]), some.just("Tallowby"), some.none()
    ),
    max_size=4,
).map(tuple)
records = some.builds(
    Record,
    dated=dated,
    planned=owed,
    unsure=some.integers(0, 3),
    thanks=owed,
    people=owed,
    openings=owed,
    actions=owed,
    quiet=owed,
    has_plan=some.booleans(),
    looks_back=some.booleans(),
    practised=some.integers(0, 3),
    role=some.sampled_from(["", "Data Analyst"]),
    rests_until=some.none() | moments,
    said_not_today=some.booleans(),
    put_away=some.booleans(),
)


def named_in(record: Record) -> set[str]:
    everything = (*record.planned, *record.thanks, *record.people, *record.openings, *record.actions, *record.quiet)
    return {one.id for one in everything} | {one.id for one in record.dated}


def in_order(record: Record, size: Size, *, now: datetime = NOON) -> list[str]:
    """The kinds of what is offered, each done before the next is asked for, until nothing is left."""
    found: list[Thing] = []
    while not found or found[-1].deed:
        done = frozenset(thing.deed for thing in found)
        found.append(next_thing(replace(record, done=done), size, now_local=now))
    return [thing.kind for thing in found]


@settings(max_examples=400, deadline=None)
@given(records, sizes, moments)
def test_what_it_names_is_in_the_record_and_changes_once_it_is_done(record: Record, size: Size, now: datetime):
    first = next_thing(record, size, now_local=now)
    second = next_thing(replace(record, done=frozenset({first.deed})), size, now_local=now)

    assert first.title and first.why
    assert len(first.deed) <= 30
    assert not first.about or first.about in named_in(record)
    assert next_thing(record, size, now_local=now) == first
    assert not first.deed or first.deed != second.deed


@settings(max_examples=400, deadline=None)
@given(records, sizes, moments)
def test_no_work_late_at_rest_put_away_or_on_a_day_that_is_not_one_for_it(record: Record, size: Size, now: datetime):
    thing = next_thing(record, size, now_local=now)

    resting = record.put_away or record.said_not_today or (record.rests_until is not None and now < record.rests_until)
    if resting or now.hour >= 21 or now.hour < 6:
        assert (thing.deed, thing.about, thing.minutes) == ("", "", 0)


@settings(max_examples=400, deadline=None)
@given(records, sizes, moments)
def test_what_has_its_day_soon_and_every_offer_come_before_all_else(record: Record, size: Size, now: datetime):
    ahead = [one for one in record.dated if one.at and one.at >= now]
    soon = [one for one in ahead if one.kind is Kind.OFFER or (one.at and one.at <= now + timedelta(days=3))]
    thing = next_thing(record, size, now_local=now)

    if soon and thing.deed:
        assert thing.about == min(soon, key=lambda one: (one.at, one.event_id)).id


@pytest.mark.parametrize("size", [Size.FIVE, Size.HALF_HOUR])
@pytest.mark.parametrize(("kind", "asks"), [(Kind.INTERVIEW, "choose_time"), (Kind.ASSESSMENT, "begin_test")])
def test_what_names_no_day_comes_after_what_has_its_day_and_before_the_plan(size: Size, kind: Kind, asks: str):
    now = datetime(2026, 11, 23, 10, tzinfo=UTC)
    without = Dated("ev", "an-application", kind, "Tallowby", None)
    near = Dated("near", "another", Kind.OFFER, "Brightmoor", now)
    record = Record(dated=(without,), planned=(Owed("1", "a line"),))

    thing = next_thing(record, size, now_local=now)

    assert (thing.kind, thing.about, thing.deed) == (asks, "an-application", "asked:ev")
    assert next_thing(replace(record, dated=(without, near)), size, now_local=now).about == "another"
    assert next_thing(replace(record, done=frozenset({"asked:ev"})), size, now_local=now).kind == "planned"


@pytest.mark.parametrize("zone", ZONES)
def test_evening_is_evening_where_the_user_is(zone: str):
    kinds = [
        next_thing(FULL, Size.FIVE, now_local=datetime(2026, 11, 23, hour, minute, tzinfo=ZoneInfo(zone))).kind
        for hour, minute in ((5, 59), (6, 0), (20, 59), (21, 0), (23, 59))
    ]

    assert kinds[0] == kinds[3] == kinds[4] == "evening"
    assert "evening" not in kinds[1:3]


def test_five_minutes_in_the_order_of_use():
    kinds = ["ask_them", "thank", "look", "write_to", "act", "follow_up", "look_back", "plan", "practise", "enough"]

    assert in_order(FULL, Size.FIVE) == kinds


def test_half_an_hour_is_for_a_talk_an_opening_or_the_week():
    assert in_order(FULL, Size.HALF_HOUR) == ["prepare", "opening", "plan", "act", "apply", "practise", "enough"]


@pytest.mark.parametrize(
    ("kind", "five", "half_hour"),
    [
        (Kind.OFFER, "offer", "weigh"),
        (Kind.INTERVIEW, "ask_them", "prepare"),
        (Kind.ASSESSMENT, "set_time", "test"),
    ],
)
def test_each_kind_of_day_asks_for_something_of_its_own(kind: Kind, five: str, half_hour: str):
    record = Record(dated=(replace(TALK, kind=kind),))

    assert next_thing(record, Size.FIVE, now_local=NOON).kind == five
    assert next_thing(record, Size.HALF_HOUR, now_local=NOON).kind == half_hour


def test_the_users_own_plan_comes_before_what_we_would_choose():
    planned = replace(FULL, dated=(), planned=(Owed("3", "Call Eli at noon"),))

    assert next_thing(planned, Size.FIVE, now_local=NOON).title == "Call Eli at noon"


def test_it_names_what_is_in_the_record():
    assert "Haldenfrey" in next_thing(FULL, Size.FIVE, now_local=NOON).title
    assert "Noor Haddad" in next_thing(Record(thanks=FULL.thanks), Size.FIVE, now_local=NOON).title


def test_a_rest_ends_at_its_hour():
    resting = replace(FULL, rests_until=NOON + timedelta(hours=1))

    assert next_thing(resting, Size.FIVE, now_local=NOON).kind == "resting"
    assert next_thing(resting, Size.FIVE, now_local=NOON + timedelta(hours=1)).kind == "ask_them"


def test_not_today_is_an_answer_and_holds_for_the_day():
    assert next_thing(FULL, Size.NOT_TODAY, now_local=NOON).kind == "not_today"
    assert next_thing(replace(FULL, said_not_today=True), Size.FIVE, now_local=NOON).kind == "not_today"


def test_two_cards_a_day_are_asked_for_and_no_third():
    made = Record(has_plan=True)

    assert next_thing(replace(made, practised=1), Size.FIVE, now_local=NOON).kind == "practise"
    assert next_thing(replace(made, practised=2), Size.FIVE, now_local=NOON).kind == "enough"
