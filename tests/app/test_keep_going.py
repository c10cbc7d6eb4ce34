"""One next thing, or rest; and one question at a time."""

from datetime import timedelta

import pytest

from highroad.app.actions.ask_for_feedback import work_on
from highroad.app.actions.by_hand import Told, add_event
from highroad.app.actions.keep_going import did_it
from highroad.app.actions.recoveries import say_how_hard
from highroad.app.models import DeedRow, EventRow, StepRow
from highroad.app.queries.keep_going import one_next_thing
from highroad.app.queries.practice import practice
from highroad.events.event import Kind
from highroad.recovery.sting import Sting
from highroad.steps.keep_going.next_thing import Size
from tests.app.mails import brightmoor, bring
from tests.app.noes import final_no, text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def test_each_size_offers_exactly_one_thing(client, ana):
    page = text_of(client.get(f"/no/{final_no(ana)}/keep-going?size=five"))

    assert "<h1>Write Eli Brandt two lines of thanks.</h1>" in page
    assert page.count(">Done<") == 1


def test_what_was_done_is_not_offered_again(ana):
    final_no(ana)
    thing = one_next_thing(ana, Size.FIVE, now=NOW)
    did_it(ana, None, thing.deed, now=NOW)

    assert one_next_thing(ana, Size.FIVE, now=NOW).words != thing.words


def test_another_one_passes_the_first_by(client, ana):
    page = f"/no/{final_no(ana)}/keep-going?size=five"
    link = text_of(client.get(page)).partition('<a class="button plain" href="')[2].partition('"')[0]

    another = text_of(client.get(page.partition("?")[0] + link.replace("&amp;", "&")))

    assert "two lines of thanks" not in another


def test_the_small_first_step_of_an_action_comes_up(ana):
    work_on(ana, "measuring results", first_step="two figures", review_on=None, now=NOW)

    assert one_next_thing(ana, Size.HALF_HOUR, now=NOW, passed_over=["plan:2026-W48"]).words.endswith("two figures")


def test_done_marks_the_step_and_counts(client, ana):
    event_id = final_no(ana)

    client.post(f"/no/{event_id}/keep-going", {"deed": "practise:proud"})

    assert StepRow.objects.get().done_at is not None
    assert DeedRow.objects.get().kind == "practice"


def test_not_today_is_an_answer(client, ana):
    event_id = final_no(ana)
    page = text_of(client.get(f"/no/{event_id}/keep-going?size=not_today"))

    client.post(f"/no/{event_id}/keep-going", {"deed": ""})

    assert "Rest counts." in page
    assert StepRow.objects.get().done_at is not None
    assert not DeedRow.objects.exists()


def test_no_work_is_offered_during_a_rest_or_at_night(ana):
    late = NOW.replace(hour=22)
    at_night = one_next_thing(ana, Size.FIVE, now=late)
    say_how_hard(ana, final_no(ana), Sting.PUNCH, now=NOW)

    at_rest = one_next_thing(ana, Size.FIVE, now=NOW)

    assert (at_night.key, at_rest.key) == ("evening", "resting")


def test_one_question_at_a_time_and_the_said_ones_come_last(client, ana):
    first = practice(ana, now=NOW).question

    client.post("/practice", {"question": first.id})

    second = practice(ana, now=NOW + timedelta(minutes=5))
    assert second.question != first
    assert second.said_today == 1
    assert first.ask not in text_of(client.get("/practice"))


def test_what_to_listen_for_is_folded_away_first(client, ana):
    page = text_of(client.get("/practice"))

    assert '<details class="fold gap"><summary>What to listen for</summary>' in page.replace("> <", "><")


def test_another_question_needs_no_answer(client, ana):
    another = practice(ana, now=NOW).another

    assert client.get(f"/practice?question={another}").status_code == 200
    assert not DeedRow.objects.exists()


def test_a_question_we_do_not_have_is_not_found(client, ana):
    assert client.post("/practice", {"question": "why-are-you-like-this"}).status_code == 404


def test_a_talk_that_is_near_comes_first(ana):
    add_event(ana, final_no(ana), Told(Kind.INTERVIEW, (NOW + timedelta(days=1)).date()), now=NOW)
    EventRow.objects.filter(kind="interview", by_user=True).update(happens_at=NOW + timedelta(days=1))

    assert one_next_thing(ana, Size.HALF_HOUR, now=NOW).key == "prepare"


def test_a_mail_nobody_has_settled_is_small_enough_for_five_minutes(ana):
    bring(ana, *brightmoor())
    EventRow.objects.filter(kind="rejection").update(sure=False)

    assert one_next_thing(ana, Size.FIVE, now=NOW).key == "look"
