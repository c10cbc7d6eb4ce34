"""No page asks the database more the more there is: at most eight questions, with five applications or with sixty."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from highroad.app.actions.mail import store_message
from highroad.app.actions.record import rebuild_all
from highroad.app.models import OwnerRow
from highroad.events.event import Kind, Reading, Stage
from highroad.mail.message import Address
from tests.app.everything import everything, routes
from tests.app.mails import MINE, mail
from tests.cast import ELI_INTERVIEWER, NOOR_INTERVIEWER, NOW, SAM_RECRUITER

pytestmark = pytest.mark.django_db

AT_MOST = 8


@pytest.mark.parametrize("number", [5, 60])
def test_no_page_asks_more_than_eight_questions(client, ana, number):
    ids = everything(ana)
    many(ana, number)

    asked = {route.pattern: questions(client, "get", route.filled(ids)) for route in routes()}

    assert {pattern: count for pattern, count in asked.items() if count > AT_MOST} == {}


@pytest.mark.parametrize("number", [5, 60])
def test_a_search_asks_no_more_than_eight_questions(client, ana, number):
    many(ana, number)

    assert questions(client, "post", "/search", {"words": "employer"}) <= AT_MOST


def questions(client, method: str, path: str, *posted: dict[str, str]) -> int:
    with CaptureQueriesContext(connection) as captured:
        getattr(client, method)(path, *posted)
    return len(captured)


def many(owner: OwnerRow, number: int) -> None:
    """So many applications with five events each: an open one, an unsure one, a no of this week in turn."""
    people = (SAM_RECRUITER, NOOR_INTERVIEWER, ELI_INTERVIEWER)
    for one in range(number):
        employer = f"Employer {one}"
        sender = Address("Careers", f"careers@employer{one}.example")
        readings = [
            Reading(Kind.CONFIRMATION, 0.9, True, employer=employer, role="Analyst"),
            Reading(Kind.INTERVIEW, 0.9, True, employer=employer, stage=Stage.SCREEN, people=people),
            Reading(
                Kind.INTERVIEW, 0.5, False, employer=employer, stage=Stage.FINAL, happens_at=NOW + timedelta(days=2)
            ),
            Reading(Kind.WAITLIST, 0.5, False, employer=employer),
            Reading(Kind.REJECTION, 0.9, one % 2 == 0, employer=employer, evidence="Unfortunately."),
        ]
        for day, reading in enumerate(readings):
            message = mail("Hello.", day=6 - day + one / 1000, sender=sender, subject=str(day))
            store_message(owner, message, mine=MINE, reading=reading)
    rebuild_all(owner)
