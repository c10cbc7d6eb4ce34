"""With no application or two thousand, a page is true and kind: no number without source, and nothing raw."""

import re

import pytest

from highroad.app.models import OwnerRow
from highroad.applications.application import Outcome
from highroad.events.event import Stage
from highroad.steps.likely_not_you.worries import Worry
from tests.app.noes import final_no, text_of
from tests.app.numbers import numbers_without_source
from tests.app.test_forecast import sent

pytestmark = pytest.mark.django_db
SIZES = [1, 5, 60, 2000]
OF_THE_NO = ["", "/chance", *(f"/{worry}" for worry in Worry)]
OF_ALL = [
    "/picture",
    "/picture?employers=named",
    "/worklog?since=2025-01-01&until=2026-12-31",
    "/applications",
    "/momentum",
    "/forecast",
]
UNKIND = re.compile(r"\b0 ?%|\bNone\b|\bnan\b|\b0 of (?:0|100)\b|\binf\b|\b1 applications\b|\bFalse\b")


@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_true_and_kind_however_much_there_is(client, ana, size):
    begun = f"/no/{with_a_no(ana, size)}/likely-not-you"

    answers = {path: client.get(path) for path in (*(begun + one for one in OF_THE_NO), *OF_ALL)}

    assert {path: answer.status_code for path, answer in answers.items() if answer.status_code != 200} == {}
    pages = {path: text_of(answer) for path, answer in answers.items()}
    assert {path: found for path, page in pages.items() if (found := faults(page, of_a_no=begun in path))} == {}
    assert f"<b>{size}</b> applied" in pages["/picture"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/picture", "There is nothing to draw yet."),
        ("/applications", "No applications yet."),
        ("/momentum", "No day of these has anything yet."),
        ("/worklog?since=2025-01-01&until=2026-12-31", "Nothing between these days is on record."),
    ],
)
def test_an_empty_record_has_a_sentence_of_its_own(client, path, said):
    page = text_of(client.get(path))

    assert said in page and faults(page, of_a_no=False) == []


def test_where_no_day_has_a_dot_no_empty_calendar_is_drawn(client, ana):
    sent(ana, 5)

    page = text_of(client.get("/picture"))

    assert "That says little about what you did." in page
    assert 'id="effort"' not in page


def with_a_no(owner: OwnerRow, size: int) -> str:
    """Ana's no after a final round, and so many applications in all; gives the no's event id."""
    event_id = final_no(owner)
    met = size // 20
    sent(owner, size - 1 - met, role="Designer", outcome=Outcome.REJECTED)
    sent(owner, met, role="Designer", furthest_stage=Stage.INTERVIEW, outcome=Outcome.REJECTED)
    return event_id


def faults(page: str, *, of_a_no: bool) -> list[str]:
    """Chances that no source stands by, for a no any number at all; and what no person would write."""
    words = re.sub(r"<[^>]+>", " ", page)
    return numbers_without_source(page, every=of_a_no) + UNKIND.findall(words)


def test_what_no_person_would_write_is_found():
    assert faults("<main><p>None of 0 %, 0 of 100</p></main>", of_a_no=False) == [
        "None of 0 %, 0 of 100",
        "None",
        "0 %",
        "0 of 100",
    ]
