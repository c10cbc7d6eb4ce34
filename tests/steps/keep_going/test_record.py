"""What is open in the applications, as the next thing needs it."""

from datetime import timedelta

from highroad.applications.application import Application
from highroad.applications.group import group
from highroad.events.event import Event, Kind
from highroad.steps.keep_going.next_thing import Owed, Record, Size, next_thing
from highroad.steps.keep_going.record import record_of
from tests.cast import ELI_INTERVIEWER, NOOR_INTERVIEWER, NOW
from tests.record import final_round, haldenfrey

DAY = timedelta(days=1)
HELD = haldenfrey(
    "held", Kind.INTERVIEW, 78, people=(NOOR_INTERVIEWER, ELI_INTERVIEWER), happens_at=NOW - timedelta(days=2)
)


def record(events: list[Event]) -> Record:
    return record_of(group(events, []), now=NOW)


def test_a_talk_to_come_is_found_and_prepared_first():
    found = record([haldenfrey("talk", Kind.INTERVIEW, 80, happens_at=NOW + DAY)])

    assert [(talk.event_id, talk.employer) for talk in found.talks] == [("talk", "Haldenfrey")]
    assert next_thing(found, Size.HALF_HOUR, now_local=NOW).key == "prepare"


def test_interviewers_of_the_last_week_are_owed_thanks_until_thanked():
    note = haldenfrey("note", Kind.THANK_YOU, 82, people=(NOOR_INTERVIEWER,))

    assert [owed.name for owed in record([HELD]).thanks] == ["Noor Haddad", "Eli Brandt"]
    assert [owed.name for owed in record([HELD, note]).thanks] == ["Eli Brandt"]


def test_a_silent_one_may_be_asked_about_once():
    silent = haldenfrey("a", Kind.CONFIRMATION, 60)
    asked = haldenfrey("asked", Kind.FOLLOW_UP, 62)

    assert record([silent]).silent == (Owed("a", "Haldenfrey"),)
    assert record([silent, asked]).silent == ()


def test_what_is_long_over_or_just_sent_is_left_alone():
    assert record([haldenfrey("a", Kind.CONFIRMATION, 0)]).silent == ()
    assert record([haldenfrey("a", Kind.CONFIRMATION, 80)]).silent == ()


def test_what_ended_asks_for_nothing_but_still_tells_the_usual_role():
    assert record(final_round()) == Record(role="Data Analyst")


def test_nothing_on_record_is_an_empty_record():
    nothing: list[Application] = []

    assert record_of(nothing, now=NOW) == Record()
