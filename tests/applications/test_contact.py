"""Keeping in touch: how often, and when it is time."""

from datetime import date

import pytest

from highroad.applications.contact import Keep, due_on, in_months, may_be_the_same
from highroad.events.event import Person

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("keep", "due"), [(Keep.QUARTERLY, date(2027, 1, 4)), (Keep.TWICE_A_YEAR, date(2027, 4, 4)), (Keep.NEWS, None)]
)
def test_the_next_time_is_counted_from_the_last_real_contact(keep: Keep, due: date | None):
    contacts = [date(2026, 3, 1), None, date(2026, 10, 4)]

    assert due_on(keep, contacts=contacts, chosen_on=TODAY, snoozed_until=None) == due


def test_without_any_contact_it_is_counted_from_the_day_it_was_chosen():
    assert due_on(Keep.QUARTERLY, contacts=[], chosen_on=TODAY, snoozed_until=None) == date(2027, 2, 23)


def test_a_snooze_moves_the_day_back_and_never_forward():
    last = [date(2026, 1, 1)]

    assert due_on(Keep.QUARTERLY, contacts=last, chosen_on=TODAY, snoozed_until=date(2027, 1, 1)) == date(2027, 1, 1)
    assert due_on(Keep.QUARTERLY, contacts=last, chosen_on=TODAY, snoozed_until=date(2026, 2, 1)) == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
        (date(9999, 10, 1), 6, date.max),
    ],
)
def test_months_end_where_the_month_does(day: date, months: int, later: date):
    assert in_months(day, months) == later


@pytest.mark.parametrize(
    ("one", "other", "maybe"),
    [
        (Person("Noor Haddad", "noor@larkfield.example"), Person("noor haddad", "n.haddad@brookmere.example"), True),
        (Person("Inès Moreau", "ines@larkfield.example"), Person("Ines Moreau", "ines@brookmere.example"), True),
        (Person("Noor Haddad", "noor@larkfield.example"), Person("Noor Haddad", "haddad@larkfield.example"), False),
        (Person("Noor", "noor@larkfield.example"), Person("Noor", "noor@brookmere.example"), False),
        (Person("Noor Haddad", "noor@larkfield.example"), Person("Noor Haddad", ""), True),
        (Person("Noor", "noor@larkfield.example"), Person("Noor", ""), False),
        (Person("Noor Haddad", "noor@larkfield.example"), Person("Eli Brandt", ""), False),
        (Person("Noor Haddad", ""), Person("Noor Haddad", ""), False),
    ],
)
def test_a_full_name_at_another_employer_may_be_the_same_person(one: Person, other: Person, maybe: bool):
    assert may_be_the_same(one, other) is maybe
