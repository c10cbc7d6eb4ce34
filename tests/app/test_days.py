"""A day that is typed is one that can be meant, on every form that takes one."""

from datetime import date

import pytest

from highroad.app.days import can_be_meant
from highroad.app.forms.applications import DayForm, EntryForm, NewApplicationForm
from highroad.app.forms.ask_for_feedback import ActionForm
from highroad.app.forms.queue import OpeningForm
from highroad.app.forms.recoveries import NewNoForm

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("day", [date(1950, 1, 1), TODAY, date(2031, 11, 23)])
def test_a_day_of_a_working_life_is_taken(day):
    assert can_be_meant(day, today=TODAY)


@pytest.mark.parametrize("day", [date.min, date(26, 11, 23), date(1949, 12, 31), date(2031, 12, 1), date.max])
def test_a_day_beyond_it_is_not(day):
    assert not can_be_meant(day, today=TODAY)


@pytest.mark.parametrize("day", ["9999-12-31", "0026-11-23"])
@pytest.mark.parametrize(
    ("form", "field"),
    [
        (NewNoForm, "on"),
        (NewApplicationForm, "on"),
        (EntryForm, "on"),
        (DayForm, "on"),
        (ActionForm, "review_on"),
        (OpeningForm, "posted_on"),
        (OpeningForm, "closes_on"),
    ],
)
def test_every_form_asks_again(form, field, day):
    typed = form({field: day})

    assert typed.errors[field] == ["That day is too far off to be meant. Please look at its year."]
