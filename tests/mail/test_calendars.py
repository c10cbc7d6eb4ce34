"""What the calendar part of a mail tells."""

from datetime import UTC, datetime

import pytest

from highroad.mail.calendars import Appointment, appointment

VTIMEZONE = """BEGIN:VTIMEZONE
TZID:Haldenfrey Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def told(event: str, *, before: str = "METHOD:REQUEST\n") -> Appointment:
    found = appointment((f"BEGIN:VCALENDAR\n{before}BEGIN:VEVENT\n{event}\nEND:VEVENT\nEND:VCALENDAR",))
    assert found is not None
    return found


@pytest.mark.parametrize("stamp", ["99991231T235000Z", "99991231T235000", "00010101T000500", "19700101T000000Z"])
def test_a_year_no_talk_can_be_in_is_no_date(stamp: str) -> None:
    assert told(f"DTSTART:{stamp}").starts_at is None


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        ("Europe/Stockholm", 11),
        ('"Europe/Stockholm"', 11),
        ("/example.org/20250101/Europe/Stockholm", 11),
        ("W. Europe Standard Time", 11),
        ("Eastern Standard Time", 17),
        ("India Standard Time", 7),
    ],
)
def test_a_zone_is_known_by_the_name_each_program_gives_it(zone: str, hour: int) -> None:
    assert told(f"DTSTART;TZID={zone}:20260519T130000").starts_at == datetime(
        2026, 5, 19, hour, 30 * (hour == 7), tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("stamp", "hour"),
    [("20260519T130000", 11), ("20261124T130000", 12), ("20260329T010000", 0), ("20260329T030000", 1)],
)
def test_a_zone_of_its_own_is_read_from_the_rules_beside_it(stamp: str, hour: int) -> None:
    starts_at = told(f"DTSTART;TZID=Haldenfrey Time:{stamp}", before=VTIMEZONE).starts_at

    assert starts_at is not None
    assert (starts_at.hour, starts_at.tzinfo) == (hour, UTC)


def test_a_zone_that_nobody_explains_leaves_the_clock_as_written() -> None:
    assert told("DTSTART;TZID=Lunar:20260519T130000").starts_at == datetime(2026, 5, 19, 13)  # noqa: DTZ001


@pytest.mark.parametrize("rule", ["BYDAY=5SU;BYMONTH=2", "BYDAY=-1SU;BYMONTH=44", "BYDAY=0SU;BYMONTH=3", ""])
def test_broken_rules_stop_nothing(rule: str) -> None:
    before = VTIMEZONE.replace("BYDAY=-1SU;BYMONTH=10", rule).replace("TZOFFSETTO:+0200", "TZOFFSETTO:+9900")

    assert told("DTSTART;TZID=Haldenfrey Time:20260519T130000\nSUMMARY:Talk", before=before).title == "Talk"


def test_a_rule_days_ahead_of_the_world_is_passed_over() -> None:
    some = VTIMEZONE.replace("TZOFFSETTO:+0200", "TZOFFSETTO:+9900")
    every = some.replace("TZOFFSETTO:+0100", "TZOFFSETTO:-2400")
    event = "DTSTART;TZID=Haldenfrey Time:20260519T130000"

    assert told(event, before=some).starts_at == datetime(2026, 5, 19, 12, tzinfo=UTC)
    assert told(event, before=every).starts_at == datetime(2026, 5, 19, 13)  # noqa: DTZ001


def test_two_rules_that_begin_together_stop_nothing() -> None:
    before = VTIMEZONE.replace("BYMONTH=10", "BYMONTH=3").replace("T030000", "T020000")

    assert told("DTSTART;TZID=Haldenfrey Time:20260519T130000", before=before).starts_at is not None


def test_title_and_text_are_told_without_how_to_join() -> None:
    found = told(
        "SUMMARY:Interview\\, Data\n  Analyst\n"
        "DESCRIPTION:You will meet Noor.\\nBring a pen\\; we have paper.\\n________________\\nMicrosoft Teams meeting"
    )

    assert found.title == "Interview, Data Analyst"
    assert found.text == "You will meet Noor.\nBring a pen; we have paper."


def test_a_text_written_as_html_is_told_as_words() -> None:
    found = told('DESCRIPTION:<p>You will meet <b>Noor</b>.</p><br>Join: <a href="https://talk.example">here</a>')

    assert found.text.splitlines()[0] == "You will meet Noor."


def test_only_those_of_the_first_event_come() -> None:
    found = told(
        "ORGANIZER;CN=Noor Haddad:mailto:noor@haldenfrey.example\n"
        "BEGIN:VALARM\nATTENDEE:mailto:reminder@haldenfrey.example\nEND:VALARM\n"
        "END:VEVENT\nBEGIN:VEVENT\nATTENDEE;CN=Eli Brandt:mailto:eli@haldenfrey.example"
    )

    assert [person.name for person in found.people] == ["Noor Haddad"]


@pytest.mark.parametrize(
    ("method", "event", "invites"),
    [
        ("METHOD:REQUEST", "STATUS:CONFIRMED", True),
        ("", "", True),
        ("METHOD:CANCEL", "", False),
        ("METHOD:REQUEST", "STATUS:CANCELLED", False),
        ("METHOD:REPLY", "", False),
    ],
)
def test_what_is_called_off_or_answered_invites_nobody(method: str, event: str, invites: bool) -> None:
    assert told(f"SUMMARY:Talk\n{event}", before=f"{method}\n").invites is invites


def test_a_part_without_an_end_is_read_as_far_as_it_goes() -> None:
    found = appointment(("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Talk\nEND:VTODO\nBEGIN:VEVENT\nDTSTART:2026",))

    assert found is not None
    assert (found.title, found.starts_at) == ("Talk", None)
