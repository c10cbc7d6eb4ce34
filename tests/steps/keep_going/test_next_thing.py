"""One next thing, from the record, and another once it is done; nothing at night or during a rest."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from highroad.steps.keep_going.next_thing import Owed, Record, Size, Talk, next_thing
from highroad.steps.keep_going.practice import questions

NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Europe/Lisbon"))
FULL = Record(
    unsure=2,
    talks=(Talk("talk1", "Haldenfrey", NOON + timedelta(days=1)),),
    thanks=(Owed("noor", "Noor Haddad"),),
    actions=(Owed("sql", "write one window function"),),
    silent=(Owed("corwen", "Corwen"),),
    role="Data Analyst",
)


@pytest.mark.parametrize("size", [Size.FIVE, Size.HALF_HOUR])
@pytest.mark.parametrize("record", [Record(), FULL])
def test_there_is_exactly_one_and_doing_it_brings_another(record: Record, size: Size):
    first = next_thing(record, size, now_local=NOON)
    second = next_thing(replace(record, done=frozenset({first.deed})), size, now_local=NOON)

    assert first.words
    assert first.deed != second.deed
    assert next_thing(record, size, now_local=NOON) == first


def test_what_cannot_wait_comes_first():
    done: set[str] = set()
    keys = []
    for _ in range(6):
        thing = next_thing(replace(FULL, done=frozenset(done)), Size.FIVE, now_local=NOON)
        keys.append(thing.key)
        done.add(thing.deed)

    assert keys == ["ask_them", "thank", "look", "act", "ask_once", "practise"]


def test_half_an_hour_is_for_a_talk_the_week_or_one_application():
    done: set[str] = set()
    keys = []
    for _ in range(4):
        thing = next_thing(replace(FULL, done=frozenset(done)), Size.HALF_HOUR, now_local=NOON)
        keys.append(thing.key)
        done.add(thing.deed)

    assert keys == ["prepare", "plan", "act", "apply"]


def test_it_names_what_is_in_the_record():
    assert "Haldenfrey" in next_thing(FULL, Size.FIVE, now_local=NOON).words
    assert "Noor Haddad" in next_thing(Record(thanks=FULL.thanks), Size.FIVE, now_local=NOON).words


@pytest.mark.parametrize("hour", [21, 23, 0, 5])
def test_there_is_no_work_at_night(hour: int):
    thing = next_thing(FULL, Size.HALF_HOUR, now_local=NOON.replace(hour=hour))

    assert (thing.key, thing.deed) == ("evening", "")


def test_a_rest_is_a_rest():
    resting = replace(FULL, rests_until=NOON + timedelta(hours=1))

    assert next_thing(resting, Size.FIVE, now_local=NOON).key == "resting"
    assert next_thing(resting, Size.FIVE, now_local=NOON + timedelta(hours=2)).key == "ask_them"


def test_not_today_is_an_answer():
    assert next_thing(FULL, Size.NOT_TODAY, now_local=NOON).key == "not_today"


def test_when_all_is_done_it_says_stop():
    every = Record(done=frozenset(f"practise:{question.id}" for question in questions()))

    assert next_thing(every, Size.FIVE, now_local=NOON).key == "enough"


def test_deeds_are_short_enough_to_keep():
    long = Record(actions=(Owed("a" * 16, "x"),), talks=(Talk("t" * 16, "x", NOON),))

    for size in (Size.FIVE, Size.HALF_HOUR):
        assert len(next_thing(long, size, now_local=NOON).deed) <= 30
    assert max(len(f"practise:{question.id}") for question in questions()) <= 30


def test_there_are_enough_questions_each_with_something_to_listen_for():
    assert len(questions()) >= 24
    assert len({question.id for question in questions()}) == len(questions())
    assert all(question.ask.endswith(("?", ".")) and question.listen for question in questions())
    assert all(one.group != next_one.group for one, next_one in zip(questions()[:20], questions()[1:20], strict=False))
