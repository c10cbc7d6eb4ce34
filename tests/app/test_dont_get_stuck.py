"""One thought, looked at by daylight; mantras by how far one believes them."""

import pytest

from highroad.app.actions.ask_for_feedback import work_on
from highroad.app.actions.dont_get_stuck import catch, rate
from highroad.app.models import DeedRow, MantraRow, ThoughtRow
from highroad.app.queries.dont_get_stuck import thought
from tests.app.noes import final_no, light_no, text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db
THOUGHT = "I went blank once and they all saw it."


def test_a_thought_is_caught_and_pinned(client, ana):
    event_id = final_no(ana)

    answer = client.post(f"/no/{event_id}/dont-get-stuck", {"thought": THOUGHT, "belief": "8"}, follow=True)

    assert f"<q>{THOUGHT}</q>" in text_of(answer)
    assert ThoughtRow.objects.get().belief_before == 8
    assert DeedRow.objects.get().kind == "thought"


def test_the_way_to_begin_is_that_of_the_stage(client, ana):
    final, light = final_no(ana), light_no(ana)

    pages = [text_of(client.get(f"/no/{event_id}/dont-get-stuck")) for event_id in (final, light)]

    assert "I am always second." in pages[0]
    assert "nobody even looks at what I send." in pages[1]


def test_an_empty_thought_is_refused_in_words(client, ana):
    answer = client.post("/thoughts/new", {"thought": " ", "belief": "4"})

    assert answer.status_code == 422
    assert "Write the thought first" in text_of(answer)


def test_belief_is_asked_again_once_something_was_written(client, ana):
    number = catch(ana, None, THOUGHT, belief=8, now=NOW)
    before = text_of(client.get(f"/thoughts/{number}"))

    after = text_of(client.post(f"/thoughts/{number}", {"fairer": "One question of many."}, follow=True))

    assert "How true does the first one feel now?" not in before
    assert "How true does the first one feel now?" in after


def test_before_and_after_are_two_dots_and_words(client, ana):
    number = catch(ana, None, THOUGHT, belief=8, now=NOW)
    client.post(f"/thoughts/{number}", {"fairer": "One question of many."})

    page = text_of(client.post(f"/thoughts/{number}/believe", {"belief": "5"}, follow=True))

    assert '<title id="moved-title">Before: 8 of 10. After: 5 of 10.</title>' in page
    assert "From 8 to 5." in page
    assert thought(ana, number).before_x > thought(ana, number).after_x


def test_no_change_is_no_failure(client, ana):
    number = catch(ana, None, THOUGHT, belief=8, now=NOW)
    client.post(f"/thoughts/{number}", {"to_a_friend": "It happens to everyone."})

    page = text_of(client.post(f"/thoughts/{number}/believe", {"belief": "9"}, follow=True))

    assert "Looking at it was the work." in page


def test_the_same_thought_as_a_fairer_one_is_asked_about_and_kept(client, ana):
    number = catch(ana, None, THOUGHT, belief=8, now=NOW)

    answer = client.post(f"/thoughts/{number}", {"fairer": THOUGHT, "to_a_friend": "Oh dear."})

    assert "That is the first thought again." in text_of(answer)
    assert ThoughtRow.objects.get().to_a_friend == "Oh dear."


def test_what_is_typed_is_saved_while_it_is_typed(client, ana):
    number = catch(ana, None, THOUGHT, belief=8, now=NOW)

    client.post(f"/thoughts/{number}/save", {"to_a_friend": "It hap"})

    assert ThoughtRow.objects.get().to_a_friend == "It hap"


def test_a_second_thought_on_one_day_is_told_that_one_is_enough(client, ana):
    catch(ana, None, THOUGHT, belief=8, now=NOW)

    assert "One thought a day is enough." in text_of(client.get("/thoughts/new"))


def test_a_thought_can_be_deleted(client, ana):
    number = catch(ana, None, THOUGHT, belief=8, now=NOW)

    client.post(f"/thoughts/{number}/let-go")

    assert not ThoughtRow.objects.exists()


def test_the_other_two_mantras_are_not_pressed_on_anyone(client, ana):
    page = text_of(client.get("/mantras"))

    offered, _, folded = page.partition("Two more, if you want them")
    assert "That was real practice." in offered
    assert "I did the work and I showed up." not in offered
    assert "I did the work and I showed up." in folded


@pytest.mark.parametrize(
    ("belief", "words"),
    [(8, "You believe it, 8 of 10."), (5, "True, and not true. 5 of 10."), (2, "Not for you today.")],
)
def test_a_mantra_is_shown_by_how_far_it_is_believed(client, ana, belief, words):
    rate(ana, "practice", belief, now=NOW)

    page = text_of(client.get("/mantras"))

    assert words in page
    assert (words in page.partition("Put aside")[2]) is (belief < 4)


def test_a_mantra_has_its_blank_filled_with_what_one_works_on(client, ana):
    work_on(ana, "measuring results", first_step="", review_on=None, now=NOW)

    assert "I know what to build next: measuring results." in text_of(client.get("/mantras"))


def test_a_mantra_of_ones_own_is_kept_and_rated(client, ana):
    answer = client.post("/mantras", {"text": "One talk at a time."})
    client.post(answer.url, {"belief": "9"})

    row = MantraRow.objects.get()
    assert (row.text, row.belief, row.shown) == ("One talk at a time.", 9, True)


def test_a_mantra_that_is_none_is_not_found(client, ana):
    assert client.get("/mantras/everything-happens-for-a-reason").status_code == 404
