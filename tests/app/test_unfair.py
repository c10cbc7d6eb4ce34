"""Where the user thinks a no broke the law: nothing leaves, nothing urges, and all is still there to be chosen."""

from datetime import timedelta

import pytest

from highroad.app.actions.ask_for_feedback import asked
from highroad.app.actions.employers import apply_again, remind
from highroad.app.actions.outbox import send
from highroad.app.actions.recoveries import flag_unfair
from highroad.app.models import ConsentRow, EmployerRow, EventRow, OwnerRow, RecoveryRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.calendar import calendar
from highroad.app.queries.doors import doors
from highroad.app.queries.outbox import review
from highroad.app.queries.today import today
from tests.app.noes import final_no, light_no, text_of
from tests.app.outgoing import account_of, state_of, to_sam
from tests.app.test_dont_burn_bridges import KEPT, no_that_says
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def scheduled(owner, **row):
    """A letter to Sam that leaves this morning."""
    account_of(owner)
    letter = to_sam(owner, **row)
    send(owner, letter.pk, now=NOW)
    return letter


def cards(owner, *, now) -> list[str]:
    shown = today(owner, now=now)
    return [card.key for card in (shown.card, *shown.also)]


@pytest.mark.parametrize("purpose", ["reply", "thank_you", "feedback"])
def test_what_would_leave_is_a_draft_again_and_the_page_says_so(client, ana, purpose):
    letter = scheduled(ana, purpose=purpose)
    no = RecoveryRow.objects.get().event_id

    page = text_of(client.post(f"/no/{no}/dont-burn-bridges/unfair", {"unfair": "yes"}, follow=True))

    assert state_of(letter) == "draft"
    assert letter.leaves_at is None and letter.raw is None
    assert "What was to leave to them stays here." in page
    assert "this no may have broken the law" in text_of(client.get(f"/outbox/{letter.pk}/review"))
    assert list(ConsentRow.objects.order_by("pk").values_list("given", flat=True)) == [True, False]


def test_the_user_may_still_send_it(ana):
    letter = scheduled(ana)
    flag_unfair(ana, RecoveryRow.objects.get().event_id, unfair=True, now=NOW)

    assert review(ana, letter.pk, now=NOW).missing == ""
    assert send(ana, letter.pk, now=NOW).state == "scheduled"


def test_without_anything_under_way_the_page_says_nothing_of_it(client, ana):
    no = final_no(ana)

    page = text_of(client.post(f"/no/{no}/dont-burn-bridges/unfair", {"unfair": "yes"}, follow=True))

    assert "You don’t owe them a reply." in page and "stays here" not in page


def test_letters_after_another_no_leave_and_nobody_flags_for_another(ana, bo):
    letter = scheduled(ana)
    mine = RecoveryRow.objects.get()

    flag_unfair(ana, light_no(ana), unfair=True, now=NOW)
    with pytest.raises(NotThere):
        flag_unfair(bo, mine.event_id, unfair=True, now=NOW)

    assert state_of(letter) == "scheduled"


def test_no_door_is_told_of_anywhere(client, ana):
    no = no_that_says(ana, KEPT)
    remind(ana, no, on=None, now=NOW)
    apply_again(ana, no, on=(NOW + timedelta(days=92)).date(), now=NOW)
    day = NOW + timedelta(days=92)
    before = cards(ana, now=day)

    flag_unfair(ana, no, unfair=True, now=NOW)

    assert "door" in before and "door" not in cards(ana, now=day)
    assert doors(ana) == []
    assert b"A door to knock at" not in calendar(ana, now=day)
    assert b"A day to try again" not in calendar(ana, now=day)


@pytest.mark.parametrize("spelled", ["Haldenfrey", "Haldenfrey GmbH", "HALDENFREY"])
def test_a_door_kept_at_another_no_of_theirs_is_not_told_of_either(ana, spelled):
    no = no_that_says(ana, KEPT)
    remind(ana, no, on=None, now=NOW)
    EmployerRow.objects.update(event_id="earlier", name=spelled)

    flag_unfair(ana, no, unfair=True, now=NOW)

    assert doors(ana) == []


def test_taken_back_the_doors_are_told_of_again(ana):
    no = no_that_says(ana, KEPT)
    remind(ana, no, on=None, now=NOW)

    flag_unfair(ana, no, unfair=True, now=NOW)
    flag_unfair(ana, no, unfair=False, now=NOW)

    assert [row.name for row in doors(ana)] == ["Haldenfrey"]


def test_no_nudge_is_brought_up(client, ana):
    no = final_no(ana)
    asked(ana, no, 1, now=NOW - timedelta(days=8))
    before = cards(ana, now=NOW), calendar(ana, now=NOW)

    flag_unfair(ana, no, unfair=True, now=NOW)
    page = text_of(client.get(f"/no/{no}/ask-for-feedback"))

    assert "nudge" in before[0] and "nudge" not in cards(ana, now=NOW)
    assert b"one reminder" in before[1] and b"one reminder" not in calendar(ana, now=NOW)
    assert "See the nudge" not in page and "They answered" in page


@pytest.mark.parametrize("no_of", [final_no, light_no])
def test_where_a_period_runs_from_the_no_its_last_day_is_told(client, ana, no_of):
    no = no_of(ana)
    flag_unfair(ana, no, unfair=True, now=NOW)
    elsewhere = text_of(client.get(f"/no/{no}/dont-burn-bridges"))
    OwnerRow.objects.filter(pk=ana.pk).update(country="DE")

    step, asking = (text_of(client.get(f"/no/{no}/{page}")) for page in ("dont-burn-bridges", "ask-for-feedback"))

    came = EventRow.objects.get(event_id=no).at
    told = f"Germany: two months, until {came.day} January 2027"
    assert "Germany" not in elsewhere
    assert told in step and "As a last resort" not in step
    assert told in asking


def test_step_two_urges_nobody_to_ask_and_keeps_the_way(client, ana):
    no = final_no(ana)

    flag_unfair(ana, no, unfair=True, now=NOW)
    step, plan = (text_of(client.get(f"/no/{no}{page}")) for page in ("/ask-for-feedback", ""))

    assert "You need not ask them." in step and "See a draft" not in step
    assert '<details class="fold apart"> <summary>Ask someone all the same</summary>' in step
    assert "Ask Sam Reyes one question." not in plan
