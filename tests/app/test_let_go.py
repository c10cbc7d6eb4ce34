"""Whatever is deleted here can be put back for thirty days, then it is gone for good. Only burning does not wait."""

from datetime import timedelta

import pytest
from django.urls import reverse

from highroad.app.actions import dont_get_stuck, mantras, practice, stories, take_a_moment
from highroad.app.actions.let_go import delete_for_good
from highroad.app.models import (
    AnswerRow,
    CardRow,
    ComfortRow,
    DistortionRow,
    MantraRow,
    StoryRow,
    ThoughtRow,
    WorryRow,
)
from highroad.app.queries import practice_pages
from highroad.app.queries.let_go import Kind, table_of
from highroad.app.queries.mantras import mantra
from highroad.app.templatetags.names import called
from tests.app.noes import final_no, text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db
WORDS = "I am only good on paper"


def undo(client, answer):
    """The button under the note on the page that came after."""
    return client.post("/undo/" + text_of(answer).partition('action="/undo/')[2].partition('"')[0], follow=True)


def test_a_deleted_thought_can_be_put_back(client, ana):
    number = dont_get_stuck.catch(ana, None, WORDS, belief=7, now=NOW)
    deleted = client.post(f"/thoughts/{number}/let-go", follow=True)
    gone = (WORDS in text_of(client.get("/thoughts")), client.get(f"/thoughts/{number}").status_code)

    undo(client, deleted)

    assert gone == (False, 404)
    assert WORDS in text_of(client.get("/thoughts"))


def test_a_deleted_distortion_of_ones_own_can_be_put_back(client, ana):
    dont_get_stuck.add_own(ana, "The exam", cues="graded")
    number = DistortionRow.objects.get().pk
    deleted = client.post(f"/thoughts/hints/{number}/drop", follow=True)
    gone = "graded" in text_of(client.get("/thoughts/hints"))

    undo(client, deleted)

    assert not gone
    assert "graded" in text_of(client.get("/thoughts/hints"))


def test_a_deleted_mantra_of_ones_own_can_be_put_back(client, ana):
    name = mantras.write_own(ana, "Slow is a speed.", now=NOW)
    mantras.rate(ana, name, 8, now=NOW)
    deleted = client.post(f"/mantras/{name}/let-go", follow=True)
    gone = "Slow is a speed." in text_of(client.get("/mantras"))

    undo(client, deleted)

    assert not gone
    assert mantra(ana, name).belief == 8


def test_what_was_said_of_one_of_our_mantras_can_be_put_back_and_stands_once(client, ana):
    mantras.rate(ana, "practice", 6, now=NOW)
    mantras.say_both(ana, "practice", true_when="on Mondays", not_when="")
    deleted = client.post("/mantras/practice/let-go", follow=True)
    gone = mantra(ana, "practice").belief
    mantras.rate(ana, "practice", 9, now=NOW)

    undo(client, deleted)

    assert gone is None
    assert (mantra(ana, "practice").belief, mantra(ana, "practice").true_when) == (6, "on Mondays")
    assert MantraRow.objects.count() == 1


def test_a_deleted_story_can_be_put_back(client, ana):
    number = stories.begin(ana, about="The migration I broke", now=NOW)
    deleted = client.post(f"/stories/{number}/let-go", follow=True)
    gone = "The migration I broke" in text_of(client.get("/stories"))

    undo(client, deleted)

    assert not gone
    assert "The migration I broke" in text_of(client.get("/stories"))


def test_something_kind_that_was_taken_off_can_be_put_back(client, ana):
    take_a_moment.add_comfort(ana, "A bath", now=NOW)
    deleted = client.post(reverse("comfort-gone", args=[ComfortRow.objects.get().pk]), follow=True)
    gone = "A bath" in text_of(client.get("/take-a-moment/kind"))

    undo(client, deleted)

    assert not gone
    assert "A bath" in text_of(client.get("/take-a-moment/kind"))


def test_what_was_written_to_a_worry_can_be_put_back(client, ana):
    page = f"/no/{final_no(ana)}/likely-not-you/said-x"
    client.post(page, {"text": "I said I hate meetings."})
    deleted = client.post(f"{page}/{WorryRow.objects.get().pk}/let-go", follow=True)
    gone = "I said I hate meetings." in text_of(client.get(page))

    undo(client, deleted)

    assert not gone
    assert "I said I hate meetings." in text_of(client.get(page))


def test_a_question_of_ones_own_can_be_put_back_with_its_answer(client, ana):
    key = practice.add_card(ana, "What of the budget?", now=NOW)
    practice.keep_answer(ana, key, "Cut it in two.", now=NOW)
    deleted = client.post(f"/practice/cards/{CardRow.objects.get().pk}/let-go", follow=True)
    gone = ("What of the budget?" in text_of(client.get("/practice/cards")), client.get(f"/practice/{key}").status_code)

    undo(client, deleted)

    assert gone == (False, 404)
    assert "What of the budget?" in text_of(client.get("/practice/cards"))
    assert practice_pages.answer(ana, key) == "Cut it in two."


def test_a_card_goes_for_good_with_its_answer_and_no_other(ana):
    keys = [practice.add_card(ana, text, now=NOW) for text in ("What of the budget?", "And of the team?")]
    for key in keys:
        practice.keep_answer(ana, key, f"the answer of {key}", now=NOW)
    practice.let_card_go(ana, CardRow.objects.earliest("pk").pk, now=NOW)

    delete_for_good(now=NOW + timedelta(days=31))

    assert CardRow.with_gone.count() == 1
    assert [row.card for row in AnswerRow.objects.all()] == keys[1:]


def test_a_note_whose_card_was_deleted_gets_that_card_back_and_no_second_one(client, ana):
    client.post(f"/no/{final_no(ana)}/likely-not-you/said-x", {"text": "I said I hate meetings."})
    note = WorryRow.objects.get().pk
    practice.use_note(ana, note, now=NOW)
    practice.let_card_go(ana, CardRow.objects.get().pk, now=NOW)

    for _ in range(2):
        practice.use_note(ana, note, now=NOW)

    assert (CardRow.objects.count(), CardRow.with_gone.count()) == (1, 1)


def test_it_stands_under_deleted_until_it_is_put_back_or_thirty_days_are_over(client, ana):
    ids = [dont_get_stuck.catch(ana, None, words, now=NOW) for words in ("the first", "the second", "the third")]
    for days, number in enumerate(ids):
        dont_get_stuck.let_go(ana, number, now=NOW + timedelta(days=days))

    client.post(f"/undo/let-go/thought/{ids[2]}", {"back": "/let-go"})
    delete_for_good(now=NOW + timedelta(days=30, hours=1))
    page = text_of(client.get("/let-go"))

    assert [words in page for words in ("the first", "the second", "the third")] == [False, True, False]
    assert set(ThoughtRow.with_gone.values_list("pk", flat=True)) == set(ids[1:])


def test_after_thirty_days_it_can_be_neither_seen_nor_put_back_before_it_is_deleted(client, ana):
    number = dont_get_stuck.catch(ana, None, WORDS, now=NOW)
    dont_get_stuck.let_go(ana, number, now=NOW - timedelta(days=31))

    page = text_of(client.get("/let-go"))
    answer = text_of(client.post(f"/undo/let-go/thought/{number}", follow=True))

    assert WORDS not in page
    assert "Its thirty days are over" in answer
    assert not ThoughtRow.objects.exists()


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_its_rows_and_its_name(kind):
    assert table_of(kind).with_gone
    assert called(kind, "let_go") != kind


def test_the_page_says_what_each_was(client, ana):
    dont_get_stuck.let_go(ana, dont_get_stuck.catch(ana, None, WORDS, now=NOW), now=NOW)
    mantras.let_go(ana, mantras.write_own(ana, "Slow is a speed.", now=NOW), now=NOW)

    page = text_of(client.get("/let-go"))

    assert "A thought, until" in page
    assert "A mantra, until" in page


def test_what_is_kept_is_never_deleted_by_the_clock(ana):
    dont_get_stuck.catch(ana, None, WORDS, now=NOW)
    stories.begin(ana, about="The migration I broke", now=NOW)

    delete_for_good(now=NOW + timedelta(days=999))

    assert (ThoughtRow.objects.count(), StoryRow.objects.count()) == (1, 1)


def test_putting_back_twice_says_so(client, ana):
    number = dont_get_stuck.catch(ana, None, WORDS, now=NOW)
    dont_get_stuck.let_go(ana, number, now=NOW)
    client.post(f"/undo/let-go/thought/{number}")

    again = client.post(f"/undo/let-go/thought/{number}", follow=True)

    assert "undone already" in text_of(again)
    assert WORDS in text_of(client.get("/thoughts"))


@pytest.mark.parametrize("address", ["nothing/1", "thought/999", "outbox/1"])
def test_what_is_not_there_is_not_found(client, ana, address):
    assert client.post(f"/undo/let-go/{address}").status_code == 404


def test_bo_can_neither_see_nor_put_back(client, ana, bo):
    number = dont_get_stuck.catch(bo, None, WORDS, now=NOW)
    dont_get_stuck.let_go(bo, number, now=NOW)

    assert WORDS not in text_of(client.get("/let-go"))
    assert client.post(f"/undo/let-go/thought/{number}").status_code == 404
    assert not ThoughtRow.objects.exists()
