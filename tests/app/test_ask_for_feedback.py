"""Ask once; keep the answer; make something of it."""

from datetime import date, timedelta

import pytest

from highroad.app.actions.ask_for_feedback import asked, keep_answer, work_on
from highroad.app.models import ActionRow, DeedRow, FeedbackRow
from highroad.app.queries.ask_for_feedback import ask
from tests.app.noes import final_no, light_no, text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db
ANSWER = "Thank you for asking. Your case was clear. Say more about how you measure results."


def test_the_likeliest_to_answer_comes_first_with_the_reason(client, ana):
    page = text_of(client.get(f"/no/{final_no(ana)}/ask-for-feedback"))

    assert "Best person to ask: Sam Reyes" in page
    assert "They offered it themselves." in page
    assert "<blockquote>Please feel free to ask us for feedback.</blockquote>" in page


def test_before_anyone_was_met_skipping_loses_nothing(client, ana):
    page = text_of(client.get(f"/no/{light_no(ana)}/ask-for-feedback"))

    assert "You can skip this step and lose nothing." in page
    assert '<button class="button">Skip this step</button>' in page


def test_i_asked_is_kept_with_its_quiet_end(client, ana):
    event_id = final_no(ana)

    answer = client.post(f"/no/{event_id}/ask-for-feedback/1/asked", follow=True)

    told = "You asked Sam Reyes on 23 November. If nothing comes by 14 December, we close it quietly."
    assert told in text_of(answer)
    assert DeedRow.objects.get().kind == "asked"


def test_one_no_is_asked_about_once(ana):
    event_id = final_no(ana)

    asked(ana, event_id, 1, now=NOW)
    asked(ana, event_id, 2, now=NOW)

    assert FeedbackRow.objects.get().asked_name == "Sam Reyes"


def test_it_closes_quietly_after_three_weeks(ana):
    event_id = final_no(ana)
    asked(ana, event_id, 1, now=NOW)

    states = [ask(ana, event_id, now=NOW + timedelta(days=days)).asked.closed for days in (20, 22)]

    assert states == [False, True]


def test_a_sentence_of_the_answer_becomes_something_to_work_on(client, ana):
    row = asked(ana, final_no(ana), 1, now=NOW)
    client.post(f"/feedback/{row.pk}", {"answer": ANSWER})
    page = text_of(client.get(f"/feedback/{row.pk}"))

    told = {"text": "measuring results", "first_step": "two figures", "review_on": "2026-12-01"}
    client.post(f"/feedback/{row.pk}/work-on/3", told)

    action = ActionRow.objects.get()
    assert "Say more about how you measure results." in page
    assert (action.text, action.first_step, action.review_on) == ("measuring results", "two figures", date(2026, 12, 1))
    assert action.recovery == row.recovery


def test_the_day_to_look_again_is_offered_in_two_weeks(client, ana):
    row = asked(ana, final_no(ana), 1, now=NOW)
    keep_answer(ana, row.pk, ANSWER, now=NOW)

    assert 'value="2026-12-07"' in text_of(client.get(f"/feedback/{row.pk}/work-on/3"))


def test_an_empty_answer_is_refused_in_words(client, ana):
    row = asked(ana, final_no(ana), 1, now=NOW)

    answer = client.post(f"/feedback/{row.pk}", {"answer": " "})

    assert "There is nothing in the box yet." in text_of(answer)


def test_a_bad_day_keeps_what_was_typed(client, ana):
    answer = client.post("/actions/new", {"text": "listening", "review_on": "someday"})

    assert answer.status_code == 422
    assert 'value="listening"' in text_of(answer)
    assert not ActionRow.objects.exists()


def test_what_was_worked_on_is_done(client, ana):
    row = work_on(ana, "listening", first_step="", review_on=None, now=NOW)

    client.post(f"/actions/{row.pk}/done")

    assert "Done on 23 November." in text_of(client.get("/actions"))
    assert DeedRow.objects.get().kind == "action"


def test_a_sentence_that_is_not_there_is_not_found(client, ana):
    row = asked(ana, final_no(ana), 1, now=NOW)

    assert client.get(f"/feedback/{row.pk}/work-on/1").status_code == 404
