"""What a no can tell, from this record alone: counts, their own words, and what cannot be known."""

import re

import pytest

from highroad.app.queries.likely_not_you import likely
from tests.app.mails import mail
from tests.app.noes import confirmed, final_no, light_no, text_of
from tests.cast import SAM

pytestmark = pytest.mark.django_db
BECAUSE = (
    "Dear Ana,\n\nThank you for your interest in the {role} position at {employer}. Unfortunately, we have decided not "
    "to move forward, because the position has been filled by an internal candidate.\n\n{sign}"
)


def test_how_far_it_went_is_counted_among_the_users_own(client, ana):
    light_no(ana)

    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you"))

    assert "You got to the final round, your talk number 2. Of your 2 applications, 1 went that far." in page
    assert "<b>2</b> applied" in page
    assert "<b>1</b> final round, this one" in page


def test_a_stage_nobody_stopped_at_and_this_one_never_had_is_left_out(ana):
    light_no(ana)

    stages = [one.stage for one in likely(ana, final_no(ana)).stages]

    assert stages == ["applied", "interview", "final"]


def test_a_reason_is_quoted(client, ana):
    event_id = confirmed(ana, [mail(BECAUSE, day=1)])

    page = text_of(client.get(f"/no/{event_id}/likely-not-you"))

    assert "They say" in page
    assert re.search(r"<blockquote>[^<]*internal candidate[^<]*</blockquote>", page)


def test_no_reason_is_no_reason_about_the_user(client, ana):
    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you"))

    assert "A reason left out is not a reason about you." in page
    assert "It may be something you can work on." in page


def test_no_number_stands_there_that_is_not_a_count_of_ones_own(client, ana):
    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you")).partition("<main")[2].partition("</main>")[0]
    words = re.sub(r"<[^>]+>", " ", page)

    assert "%" not in words
    assert set(re.findall(r"\d+", words.replace("27 October", "").replace("24 October", ""))) <= {"1", "2"}
    assert SAM.name not in words
