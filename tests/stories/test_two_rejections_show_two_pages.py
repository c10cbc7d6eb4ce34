"""Each page is made from the record: two noes show two pages, and a page changes when the record does."""

import re

import pytest

from highroad.app.actions.by_hand import rename
from highroad.app.actions.corrections import say, undo
from highroad.app.actions.recoveries import say_how_hard
from highroad.applications.correction import PersonAdded, PersonRemoved
from highroad.events.event import Part, Person, Stage
from highroad.recovery.sting import Sting
from tests.app.conftest import ana, client, handler, on_monday_morning  # noqa: F401  the same desk
from tests.app.mails import brightmoor, bring
from tests.app.noes import final_no, light_no, text_of
from tests.cast import EMPLOYER, NOW, ROLE, SAM_RECRUITER

pytestmark = pytest.mark.django_db
PAGES = [
    "",
    "/sting",
    "/take-a-moment",
    "/ask-for-feedback",
    "/dont-burn-bridges",
    "/likely-not-you",
    "/dont-get-stuck",
]
IRIS = Person("Iris Vale", "iris@haldenfrey.example", Part.RECRUITER)


def words_of(client, event_id, page):  # noqa: F811
    shown = text_of(client.get(f"/no/{event_id}{page}")).partition("<main")[2].partition("</main>")[0]
    return re.sub(r"<[^>]+>|/no/\w+", " ", shown)


@pytest.mark.parametrize("page", [page for page in PAGES if page != "/take-a-moment"])
def test_two_noes_show_two_pages(client, ana, page):  # noqa: F811
    final, light = final_no(ana), light_no(ana)
    if not page:
        for event_id in (final, light):
            say_how_hard(ana, event_id, Sting.BIT, now=NOW)

    assert words_of(client, final, page) != words_of(client, light, page)


def test_the_first_step_differs_by_how_far_it_went(client, ana):  # noqa: F811
    final, light = final_no(ana), light_no(ana)
    for event_id in (final, light):
        say_how_hard(ana, event_id, Sting.BIT, now=NOW)

    assert f"You got to the final round with {EMPLOYER}." in words_of(client, final, "")
    assert "You got to" not in words_of(client, light, "").partition("Ask for feedback")[0]


def test_a_new_person_is_asked_and_thanked(client, ana):  # noqa: F811
    event_id = final_no(ana)

    together = say(ana, PersonRemoved(event_id, SAM_RECRUITER), PersonAdded(event_id, IRIS), now=NOW)
    changed = words_of(client, event_id, "/ask-for-feedback")
    undo(ana, together, now=NOW)

    assert "Best person to ask: Iris Vale" in changed
    assert "Best person to ask: Sam Reyes" in words_of(client, event_id, "/ask-for-feedback")


def test_a_stage_put_right_changes_what_every_step_says(client, ana):  # noqa: F811
    event_id = light_no(ana)
    before = words_of(client, event_id, "/ask-for-feedback")

    rename(ana, event_id, employer="Brightmoor", role=ROLE, stage=Stage.INTERVIEW, outcome=None, now=NOW)

    assert "before anyone met you" in before
    assert "before anyone met you" not in words_of(client, event_id, "/ask-for-feedback")
    assert "You got to an interview" in words_of(client, event_id, "/likely-not-you")


def test_another_application_changes_the_counts(client, ana):  # noqa: F811
    event_id = final_no(ana)
    before = words_of(client, event_id, "/likely-not-you")

    bring(ana, *brightmoor())

    assert "the only application on record" in before
    assert "Of your 2 applications, 1 went that far." in words_of(client, event_id, "/likely-not-you")


def test_a_draft_names_the_role_and_the_talk(client, ana):  # noqa: F811
    event_id = final_no(ana)

    draft = words_of(client, event_id, "/ask-for-feedback/1?tone=warm")

    assert "Hi Sam," in draft
    assert "I enjoyed the final round." in draft
    assert "a role like Data Analyst" in draft
