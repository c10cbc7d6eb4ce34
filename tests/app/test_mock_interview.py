"""A mock interview: eight cards in half an hour, one at a time, and it waits where it is left."""

from datetime import timedelta

import pytest

from highroad.app.actions.practice import add_card, begin_mock, go_on, let_card_go
from highroad.app.models import CardRow, MockRow, ReviewRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.practice import MINUTES, card
from highroad.app.queries.practice_talks import mock
from tests.app.noes import text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def begun(owner):
    return begin_mock(owner, now=NOW)


def test_it_begins_with_an_opening_and_ends_with_ones_own_questions(client, ana):
    client.post("/practice/mock")

    keys = MockRow.objects.get().cards
    assert len(keys) == 8
    assert (card(ana, keys[0]).competency, card(ana, keys[-1]).competency) == ("opening", "closing")


def test_it_fits_the_half_hour_that_the_page_promises(client, ana):
    promised = text_of(client.get("/practice/mock"))

    client.post("/practice/mock")

    fits = timedelta(minutes=MINUTES) * len(MockRow.objects.get().cards)
    assert "Half an hour: an opening, six questions, and your own at the end." in promised
    assert timedelta(minutes=20) <= fits <= timedelta(minutes=30)


def test_each_mark_leads_to_the_next_question_and_the_last_to_the_end(client, ana):
    number = begun(ana)
    page = f"/practice/mock/{number}"

    for place, key in enumerate(MockRow.objects.get().cards, start=1):
        shown = text_of(client.get(page))
        assert f"{place} of 8" in shown and card(ana, key).ask in shown and card(ana, key).shows not in shown
        client.post(page, {"card": key, "mark": "4"})

    end = text_of(client.get(page))
    assert "That was a whole interview." in end
    assert all(card(ana, key).shows in end for key in MockRow.objects.get().cards)
    assert ReviewRow.objects.count() == 8


def test_it_waits_where_it_was_left(client, ana):
    number = begun(ana)
    keys = MockRow.objects.get().cards
    client.post(f"/practice/mock/{number}", {"card": keys[0], "mark": "2"})

    page = text_of(client.get("/practice"))

    assert f"/practice/mock/{number}" in page and "It waits where you left it." in page
    assert card(ana, keys[1]).ask in text_of(client.get(f"/practice/mock/{number}"))


def test_passing_one_by_marks_nothing(client, ana):
    number = begun(ana)

    client.post(f"/practice/mock/{number}", {"card": MockRow.objects.get().cards[0], "mark": ""})

    assert MockRow.objects.get().place == 1
    assert not ReviewRow.objects.exists()


def test_a_page_sent_twice_moves_on_once(client, ana):
    number = begun(ana)
    key = MockRow.objects.get().cards[0]

    for _ in range(2):
        client.post(f"/practice/mock/{number}", {"card": key, "mark": "3"})

    assert MockRow.objects.get().place == 1
    assert ReviewRow.objects.count() == 1


def test_a_mark_that_is_none_of_the_five_moves_nothing(client, ana):
    number = begun(ana)

    answer = client.post(f"/practice/mock/{number}", {"card": MockRow.objects.get().cards[0], "mark": "9"})

    assert answer.status_code == 422
    assert MockRow.objects.get().place == 0


def test_it_can_be_ended_early_and_shows_what_was_said(client, ana):
    number = begun(ana)
    first, second, *_ = MockRow.objects.get().cards
    client.post(f"/practice/mock/{number}", {"card": first, "mark": "3"})
    client.post(f"/practice/mock/{number}", {"end": "end"})

    page = text_of(client.get(f"/practice/mock/{number}"))

    assert "You stopped where it was enough." in page
    assert card(ana, first).shows in page and card(ana, second).shows not in page
    assert client.post(f"/practice/mock/{number}", {"card": second, "mark": "3"}).status_code == 404


def test_a_new_one_ends_the_one_that_waited_and_asks_other_things(ana):
    first, second = begun(ana), begun(ana)

    keys = {row.pk: set(row.cards) for row in MockRow.objects.all()}
    assert MockRow.objects.get(pk=first).ended_at and not MockRow.objects.get(pk=second).ended_at
    assert not keys[first] & keys[second]


def test_a_question_taken_out_meanwhile_says_so_and_can_be_passed_by(client, ana):
    key = add_card(ana, "Asked there?", now=NOW)
    number = begun(ana)
    let_card_go(ana, CardRow.objects.get().pk, now=NOW)
    MockRow.objects.update(place=MockRow.objects.get().cards.index(key))

    assert "You took this question out." in text_of(client.get(f"/practice/mock/{number}"))
    go_on(ana, number, key, "", now=NOW)
    assert mock(ana, number).number == MockRow.objects.get().cards.index(key) + 2


def test_bo_cannot_go_on_with_anas(ana, bo):
    number = begun(ana)

    with pytest.raises(NotThere):
        mock(bo, number)
    with pytest.raises(NotThere):
        go_on(bo, number, "about_you", "3", now=NOW)
