"""What became of the posting, from the boards the user follows, their list of openings and earlier mail."""

from datetime import date, timedelta

import pytest

from highroad.app.actions.boards import follow
from highroad.app.actions.boards_kept import keep
from highroad.app.actions.queue import add
from highroad.app.models import BoardRow, OwnerRow
from highroad.app.queries.likely_not_you import likely
from highroad.edges.boards import Kept
from highroad.steps.keep_going.openings.posting import Posting
from tests.app.mails import bring, haldenfrey, mail
from tests.app.noes import confirmed, final_no, text_of
from tests.cast import EMPLOYER, NOW, ROLE

pytestmark = pytest.mark.django_db

BOARD = "https://boards.greenhouse.io/haldenfrey"
UP = Posting(ROLE, number="1", place="Cork")
ELSEWHERE = Posting(ROLE, number="2", place="Lisbon")
OTHER = Posting("Baker", number="3", place="Cork")
FILLED = (
    "Dear Ana,\n\nThank you for your interest in the {role} position at {employer}. Unfortunately, the position has "
    "already been filled.\n\n{sign}"
)


def looks(owner: OwnerRow, *looked: tuple[int, list[Posting]]) -> None:
    """Follow Haldenfrey's board, and look at it so many days before today."""
    number = follow(owner, BOARD, employer=EMPLOYER, now=NOW - timedelta(days=100))
    for days, postings in looked:
        keep(BoardRow.objects.get(pk=number), postings, Kept(), now=NOW - timedelta(days=days))


def kept(owner: OwnerRow, *, closes_on: date) -> None:
    """The opening is pasted before the application is sent, and says until when it is open."""
    text = f"{ROLE} at {EMPLOYER}\nClosing date: {closes_on:%d %B %Y}"
    add(owner, text, employer=EMPLOYER, role=ROLE, now=NOW - timedelta(days=60))


def signs(owner: OwnerRow, event_id: str) -> list[str]:
    """The sentences of the signs, without the one about being asked in."""
    return [sign.words for sign in likely(owner, event_id, now=NOW).reasons.signs if sign.key != "qualification"]


def test_a_posting_taken_down_is_a_sign_with_its_day_and_its_source(client, ana):
    looks(ana, (50, [UP, OTHER]), (10, [OTHER]))

    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you"))

    assert "The posting was taken down on 13 November." in page
    assert "Their board, which you follow" in page


def test_a_posting_that_still_stands_is_no_sign(ana):
    looks(ana, (50, [UP, OTHER]), (10, [UP]))

    assert signs(ana, final_no(ana)) == []


@pytest.mark.parametrize("number", ["1", "9"], ids=["under its own number", "under a new number"])
def test_a_posting_put_up_again_on_a_board_is_a_sign(ana, number):
    looks(ana, (50, [UP]), (10, []), (2, [Posting(ROLE, number=number, place="Cork")]))

    (sign,) = signs(ana, final_no(ana))

    assert sign.startswith("The posting was put up again on 21 November.")


def test_a_role_at_two_places_tells_nothing_of_either(ana):
    looks(ana, (50, [UP, ELSEWHERE]), (10, [ELSEWHERE]))

    assert signs(ana, final_no(ana)) == []


def test_a_posting_gone_before_the_user_applied_says_so(ana):
    looks(ana, (60, [UP]), (50, []))

    (sign,) = signs(ana, final_no(ana))

    assert sign.startswith("The posting was taken down on 4 October, before you applied.")


def test_a_closing_day_of_the_queue_is_a_sign_with_its_source(client, ana):
    kept(ana, closes_on=date(2026, 11, 1))

    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you"))

    assert "The posting closed on 1 November." in page
    assert "Your list of openings" in page


def test_a_closing_day_before_the_user_applied_says_so(ana):
    kept(ana, closes_on=date(2026, 10, 1))

    (sign,) = signs(ana, final_no(ana))

    assert sign.startswith("The posting closed on 1 October, before you applied.")


def test_a_closing_day_after_the_no_is_no_sign(ana):
    kept(ana, closes_on=date(2026, 12, 24))

    assert signs(ana, final_no(ana)) == []


def test_a_mail_that_the_place_was_taken_before_the_user_applied_is_a_sign(ana):
    earlier = mail(FILLED, day=90)
    bring(ana, earlier)

    found = likely(ana, confirmed(ana, haldenfrey()), now=NOW).reasons.signs

    (sign,) = (one for one in found if one.key == "taken_before")
    assert "already been filled" in sign.quote
    assert sign.at == earlier.sent_at


def test_what_somebody_else_follows_and_keeps_is_no_sign(ana, bo):
    looks(bo, (50, [UP]), (10, []))
    kept(bo, closes_on=date(2026, 11, 1))
    bring(bo, mail(FILLED, day=90))

    assert signs(ana, final_no(ana)) == []
