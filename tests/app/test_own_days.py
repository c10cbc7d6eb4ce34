"""Mail of a late evening by one clock is of the next day by the user's: every page tells the day of the user."""

from datetime import date

import pytest
from django.utils import timezone

from highroad.app.models import ApplicationRow
from highroad.app.queries.applications import application, as_value
from tests.app.mails import CONFIRMED, REFUSED, bring, haldenfrey, mail
from tests.app.noes import MET, confirmed, text_of

pytestmark = pytest.mark.django_db
LATE = 0.4  # of a day before NOW: 23:24 in Greenwich the evening before, 0:24 in Berlin that day
BERLIN = "Europe/Berlin"


def test_days_of_an_application_are_those_of_the_user(ana):
    with timezone.override(BERLIN):
        bring(ana, mail(CONFIRMED, day=40 + LATE), mail(REFUSED, day=LATE))

    row = ApplicationRow.objects.get(owner=ana)
    assert (row.applied_on, row.last_event_on) == (date(2026, 10, 14), date(2026, 11, 23))
    assert row.answer_days == 40


def test_the_core_is_told_of_events_on_the_clock_of_the_user(ana):
    (no,) = bring(ana, mail(REFUSED, day=LATE))

    with timezone.override("America/Los_Angeles"):
        (event,) = as_value(application(ana, no)).events

    assert event.at is not None
    assert (event.at.date(), event.at.hour) == (date(2026, 11, 22), 15)


def test_the_day_they_last_wrote_is_the_day_of_the_no_beside_it(client, ana):
    with timezone.override(BERLIN):
        no = confirmed(ana, haldenfrey(ago=LATE - 0.1), people=MET)
        page = text_of(client.get(f"/no/{no}/ask-for-feedback"))

    assert "They last wrote on 23 November." in page
    assert "22 November" not in page
