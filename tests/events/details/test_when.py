"""When the interview or the deadline is, reckoned from the day the mail was sent."""

from datetime import UTC, datetime

import pytest

from highroad.events.details.flat import lay_flat
from highroad.events.details.when import happens_at, offered_slots
from highroad.events.event import Kind

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NOTHING = lay_flat("")


def told(text: str, *, sent_at: datetime | None = MONDAY, kind: Kind = Kind.INTERVIEW) -> str:
    moment = happens_at(lay_flat(text), NOTHING, kind, sent_at=sent_at)
    return moment.strftime("%Y-%m-%d %H:%M") if moment else ""


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("on Thursday, 3 December at 14:00 CET", "2026-12-03 13:00"),
        ("on December 3rd, 2026 at 2 pm", "2026-12-03 14:00"),
        ("on Friday at 9.30 am", "2026-11-27 09:30"),
        ("next Friday at 10:00", "2026-12-04 10:00"),
        ("tomorrow at 3pm", "2026-11-24 15:00"),
        ("at 10:00 on Wednesday", "2026-11-25 10:00"),
        ("2026-12-01 16:15", "2026-12-01 16:15"),
        ("December 9, 2026, 1:00 PM - 1:45 PM ET", "2026-12-09 18:00"),
        ("on 4 January at 11:00", "2027-01-04 11:00"),
        ("am Donnerstag, den 3. Dezember um 14 Uhr", "2026-12-03 14:00"),
        ("am 3.12. um 14.30 Uhr", "2026-12-03 14:30"),
        ("am 03.12.2026 von 9:30 bis 10:15 Uhr", "2026-12-03 09:30"),
        ("morgen um 11 Uhr", "2026-11-24 11:00"),
        ("bis zum 30.11.2026", "2026-11-30 00:00"),
        ("le jeudi 3 décembre à 14h30", "2026-12-03 14:30"),
        ("demain à 11 h", "2026-11-24 11:00"),
        ("vendredi 1er janvier à 9 heures", "2027-01-01 09:00"),
        ("el jueves 3 de diciembre de 2026 a las 15:00", "2026-12-03 15:00"),
        ("mañana por la mañana a las 10:30", "2026-11-24 10:30"),
        ("giovedì 3 dicembre alle ore 15:00", "2026-12-03 15:00"),
        ("na quinta-feira, 3 de dezembro, às 15h", "2026-12-03 15:00"),
        ("donderdag 3 december om 15.00 uur", "2026-12-03 15:00"),
        ("morgen om 9.30 uur", "2026-11-24 09:30"),
        ("on Thursday, 2:00-3:00 pm", "2026-11-26 14:00"),
        ("on Thursday, 3:30 – 4:15pm PST", "2026-11-26 23:30"),
        ("on Thursday, 1:30 to 2:30 p.m.", "2026-11-26 13:30"),
        ("on Thursday between 2 and 3 pm", "2026-11-26 14:00"),
        ("on Thursday, 11 - 1 pm", "2026-11-26 11:00"),
        ("on Thursday, 9-10 am", "2026-11-26 09:00"),
        ("the day after tomorrow at 10am", "2026-11-25 10:00"),
        ("übermorgen um 10 Uhr", "2026-11-25 10:00"),
        ("pasado mañana a las 10:00", "2026-11-25 10:00"),
        ("Thursday week at 10:00", "2026-12-03 10:00"),
        ("a week on Thursday at 10:00", "2026-12-03 10:00"),
        ("Thursday next week at 10:00", "2026-12-03 10:00"),
        ("am Donnerstag nächster Woche um 10 Uhr", "2026-12-03 10:00"),
        ("volgende week donderdag om 10.00 uur", "2026-12-03 10:00"),
        ("on Thursday at 11", "2026-11-26 11:00"),
        ("at 11 on Thursday", "2026-11-26 11:00"),
        ("on Friday at 3", "2026-11-27 15:00"),
        ("on Friday at 2 o'clock", "2026-11-27 14:00"),
        ("on Friday at half past two", "2026-11-27 14:30"),
        ("on Friday, 1430hrs", "2026-11-27 14:30"),
        ("on 3 December, 2030 hrs", "2026-12-03 20:30"),
        ("on 3 December, 14.30", "2026-12-03 14:30"),
        ("giovedì 3 dicembre, ore 15", "2026-12-03 15:00"),
        ("donderdag 3 december om 14u30", "2026-12-03 14:30"),
        ("el 3 de diciembre a las 5 de la tarde", "2026-12-03 17:00"),
        ("el 3 de diciembre a las 10 de la mañana", "2026-12-03 10:00"),
        ("donderdag 3 december om half drie", "2026-12-03 14:30"),
        ("am 3. Dezember um halb drei", "2026-12-03 14:30"),
        ("am 3. Dezember um 03:00 Uhr", "2026-12-03 03:00"),
        ("on 3 December at 14:00 UTC+2", "2026-12-03 12:00"),
        ("Das Gespräch am 3. Dezember um 14 Uhr ist gebucht", "2026-12-03 14:00"),
        ("le 3 décembre à 14h et le dossier est prêt", "2026-12-03 14:00"),
        ("moved from 1 December 10:00 to 3 December 12:00", "2026-12-03 12:00"),
        ("your talk on Tuesday has been moved to Thursday at 12:00", "2026-11-26 12:00"),
        ("not on 1 December at 10:00 but on 3 December at 12:00", "2026-12-03 12:00"),
        ("statt am 1.12. um 10 Uhr nun am 3.12. um 12 Uhr", "2026-12-03 12:00"),
        ("Your talk was moved from 10:00 to 12:00 on 3 December", "2026-12-03 12:00"),
        ("tomorrow morning at 6", "2026-11-24 06:00"),
        ("on Thursday at 11 CET", "2026-11-26 10:00"),
        ("giovedì 3 dicembre dalle 15 alle 16", "2026-12-03 15:00"),
        ("am Donnerstag um 5:40 Uhr", "2026-11-26 05:40"),
        ("am Donnerstag um 2 Uhr nachts", "2026-11-26 02:00"),
        ("am Donnerstag um 3 Uhr", "2026-11-26 15:00"),
        ("verschoben vom 1. Dezember, 10 Uhr auf den 3. Dezember, 12 Uhr", "2026-12-03 12:00"),
    ],
)
def test_a_date_is_reckoned_from_the_day_the_mail_was_sent(text: str, moment: str) -> None:
    assert told(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday at 10:00 or Wednesday at 15:00",
        "on 5/12 at 4pm",
        "some time soon",
        "on 31 February at 10:00",
        "we were founded on 3 May 1998",
        "la segunda entrevista, con 2 de 3 personas",
        "from 1 December to 3 December",
        "not only Tuesday at 10:00 but also Thursday at 12:00",
    ],
)
def test_nothing_is_told_when_unsure(text: str) -> None:
    assert told(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "on Thursday at 5 sites",
        "on Thursday at 10 Downing Street",
        "on Thursday, room 14",
        "on Thursday for 2 h",
        "on Thursday, floors 3-5",
        "am Donnerstag mit 3 Personen",
        "on Thursday, lunch is 14.30 euros",
    ],
)
def test_a_number_that_is_no_time_leaves_the_day_without_one(text: str) -> None:
    assert told(text) == "2026-11-26 00:00"


def test_without_the_day_it_was_sent_only_a_full_date_counts() -> None:
    assert told("on Thursday at 14:00", sent_at=None) == ""
    assert told("on 3 December 2026 at 14:00", sent_at=None) == "2026-12-03 14:00"


def test_a_rejection_has_no_date_ahead() -> None:
    assert told("You may apply again from 3 December 2026.", kind=Kind.REJECTION) == ""


def offered(text: str, *, kind: Kind = Kind.INTERVIEW) -> list[str]:
    slots = offered_slots(lay_flat(text), NOTHING, kind, sent_at=MONDAY)
    return [slot.strftime("%m-%d %H:%M") for slot in slots]


@pytest.mark.parametrize(
    "text",
    [
        "Would Thursday 3 December at 10:00 or Friday 4 December at 14:00 suit you?",
        "You can choose:\n- Friday, 4 December, 2 pm\n- Thursday, 3 December, 10 am",
        "Passt Ihnen Donnerstag, der 3.12. um 10 Uhr oder Freitag, der 4.12. um 14 Uhr? Antwort bis 30.11., 12 Uhr.",
        "Seriez-vous libre le jeudi 3 décembre à 10h ou le vendredi 4 décembre à 14h ?",
        "¿Le viene bien el jueves 3 de diciembre a las 10:00 o el viernes 4 de diciembre a las 14:00?",
        "Preferisce giovedì 3 dicembre alle 10:00 o venerdì 4 dicembre alle 14:00?",
        "Pode ser na quinta-feira, 3 de dezembro, às 10h ou na sexta-feira, 4 de dezembro, às 14h?",
        "Schikt donderdag 3 december om 10.00 uur of vrijdag 4 december om 14.00 uur?",
    ],
)
def test_slots_to_choose_from_are_kept_the_soonest_first(text: str) -> None:
    assert offered(text) == ["12-03 10:00", "12-04 14:00"]
    assert told(text) == ""


@pytest.mark.parametrize("text", ["on Thursday, 3 December at 10:00", "some time soon", "Thursday or Friday"])
def test_without_two_moments_there_is_nothing_to_choose(text: str) -> None:
    assert offered(text) == []


def test_only_an_invitation_offers_slots() -> None:
    assert offered("on 3 December at 10:00 or on 4 December at 14:00", kind=Kind.REJECTION) == []


def test_slots_with_and_without_a_zone_stand_in_one_order() -> None:
    assert offered("on 4 December at 14:00 or on 3 December at 11:00 CET") == ["12-03 10:00", "12-04 14:00"]


@pytest.mark.parametrize(
    "text",
    [
        "on Thursday, 3 December at 10:00 or at 14:00",
        "am 3. Dezember um 10 Uhr oder um 14 Uhr",
        "le jeudi 3 décembre à 10h ou 14h",
        "el 3 de diciembre a las 10:00 o a las 14:00",
        "il 3 dicembre alle 10:00 o alle 14:00",
        "a 3 de dezembro às 10h ou às 14h",
        "op 3 december om 10.00 uur of om 14.00 uur",
    ],
)
def test_two_times_of_one_day_are_a_choice_too(text: str) -> None:
    assert offered(text) == ["12-03 10:00", "12-03 14:00"]
    assert told(text) == ""
