"""Ana's sample record: what the demo must hold, brought in through the same road as anyone's mail."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import transaction

from highroad.app.actions.boards import InSample, look_at_all
from highroad.app.actions.outbox import CannotBeSent, cancel, send, take_up_again
from highroad.app.actions.outbox_post import outside
from highroad.app.actions.outbox_sending import Post, send_due
from highroad.app.models import (
    ActionRow,
    ApplicationRow,
    BoardRow,
    EventRow,
    FeedbackRow,
    MessageRow,
    OutgoingRow,
    OwnerRow,
    WritingRow,
)
from highroad.app.queries.contacts import due
from highroad.app.queries.outbox import review
from highroad.app.queries.practice import offered, shelf
from highroad.app.queries.practice_pages import answer
from highroad.app.queries.proofread import sent
from highroad.app.queries.queue import queue
from highroad.app.queries.reading import unsure
from highroad.app.queries.recoveries import light
from highroad.app.queries.resume import paper
from highroad.app.sample.fill import fill
from highroad.steps.keep_going.practice.card import Source
from tests.app.noes import text_of
from tests.app.outgoing import account_of

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def five_months(django_db_setup: None, django_db_blocker, tmp_path_factory) -> Iterator[OwnerRow]:
    """Ana with five months behind her, made once; each test begins from here, and what it changes is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(NOW):
            owner = OwnerRow.objects.create(name="Ana Duarte", created_at=NOW)
            fill(owner, tmp_path_factory.mktemp("sample"), now=NOW, early=False)
        with django_db_blocker.block():
            yield owner
        transaction.set_rollback(True)


@pytest.fixture
def ana(five_months: OwnerRow, db: None) -> OwnerRow:
    """The owner whom pages of the app are shown to."""
    return OwnerRow.objects.get(pk=five_months.pk)


def test_the_sample_holds_what_the_story_needs(ana: OwnerRow) -> None:
    rows = ApplicationRow.objects.filter(owner=ana)

    stages = Counter(rows.values_list("furthest_stage", flat=True))
    outcomes = Counter(rows.values_list("outcome", flat=True))
    talks = EventRow.objects.filter(owner=ana, kind="interview", sure=True).count()

    assert rows.count() == 46
    assert stages["final"] >= 1
    assert talks == 9
    assert outcomes["withdrawn"] == 1
    assert outcomes["waitlist"] == 1
    assert outcomes["rejected"] >= 20


def test_the_punch_of_today_came_after_five_people(ana: OwnerRow) -> None:
    punch = EventRow.objects.get(owner=ana, is_no=True, at__date=NOW.date())

    assert punch.application.employer == "Halden & Frey"
    assert punch.application.furthest_stage == "final"
    assert punch.application.people.count() == 5
    assert not punch.confirmed


def test_short_ones_wait_to_be_filed_together(ana: OwnerRow) -> None:
    assert len(light(ana)) >= 5


def test_the_invitation_that_looks_like_a_no_waits_for_her_word(ana: OwnerRow) -> None:
    waiting = [event.application.employer for event in unsure(ana)[1]]

    assert "Larkfield" in waiting
    assert not EventRow.objects.filter(owner=ana, is_no=True, sure=True, application__employer="Larkfield").exists()


def test_reasons_of_freeze_and_internal_candidate_are_read(ana: OwnerRow) -> None:
    noes = EventRow.objects.filter(owner=ana, is_no=True)

    reasons = {no.application.employer: no.event["reading"]["reason"] for no in noes.select_related("application")}

    assert reasons["Brookmere"] == "internal"
    assert reasons["Quill & Marsh"] == "frozen"


def test_her_feedback_became_an_action_and_her_letter_is_sealed(ana: OwnerRow) -> None:
    assert FeedbackRow.objects.get(owner=ana).answer
    assert ActionRow.objects.get(owner=ana).first_step
    assert WritingRow.objects.get(owner=ana).sealed_until


def test_a_thank_you_names_the_wrong_firm(ana: OwnerRow) -> None:
    note = EventRow.objects.get(owner=ana, kind="thank_you", application__employer="Tarn Valley Trust")

    assert note.message is not None
    assert "Thornbury" in note.message.message["text"]


def test_an_angry_reply_rests_a_note_waits_and_a_thank_you_left_with_the_wrong_name(client, ana: OwnerRow) -> None:
    texts = {row.state: row for row in OutgoingRow.objects.filter(owner=ana)}

    shown = review(ana, texts["resting"].pk, now=NOW)
    pages = [client.get(f"/outbox/{row.pk}").status_code for row in texts.values()]

    assert set(texts) == {"resting", "scheduled", "sent"}
    assert shown.heat and shown.rests_until == NOW.replace(day=24, hour=9)
    assert texts["scheduled"].leaves_at == NOW.replace(day=24, hour=9, minute=10)
    assert "Thornbury" in texts["sent"].body
    assert pages == [200, 200, 200]


def test_three_openings_wait_and_at_one_she_knows_someone(client, ana: OwnerRow) -> None:
    first, second, third = queue(ana, now=NOW).waiting

    assert (first.employer, first.closes_in, first.state) == ("Quill & Marsh", 6, "begun")
    assert "Beatrice Quill" in [met.name for met in first.met]
    assert (second.employer, second.days_up) == ("Fernhollow", None)
    assert (third.employer, third.days_up, third.came_back) == ("Stonebeck Partners", 96, True)
    assert client.get(f"/queue/{first.id}").status_code == 200


def test_someone_is_due(ana: OwnerRow) -> None:
    assert [one.name for one in due(ana, on=NOW.date())] == ["Beatrice Quill"]


def test_nothing_of_the_sample_can_leave(ana: OwnerRow, settings) -> None:
    settings.DEMO = True
    account_of(ana)
    note = OutgoingRow.objects.get(owner=ana, state="scheduled")
    later = NOW + timedelta(days=3)

    tried = send_due(outside(), clock=lambda: later, beat=None)
    cancel(ana, note.pk, now=NOW)
    take_up_again(ana, note.pk)

    assert tried == []
    with pytest.raises(CannotBeSent, match="This is the sample"):
        send(ana, note.pk, now=later)


def test_without_its_mark_the_sample_has_no_bytes_to_send(ana: OwnerRow) -> None:
    account_of(ana)
    OutgoingRow.objects.filter(owner=ana, state="scheduled").update(leaves_at=NOW - timedelta(minutes=1))

    (note,) = send_due(Post(lambda _: "secret", pytest.fail, pytest.fail, pytest.fail), clock=lambda: NOW, beat=None)
    note.refresh_from_db()

    assert note.state == "failed"


def test_other_mail_of_hers_is_not_kept(ana: OwnerRow) -> None:
    assert not MessageRow.objects.filter(owner=ana, subject__in=["Sunday", "Two books are due"]).exists()


def test_the_early_record_has_little_to_go_by(bo: OwnerRow, tmp_path: Path) -> None:
    fill(bo, tmp_path, now=NOW, early=True)

    assert 0 < ApplicationRow.objects.filter(owner=bo).count() < 20
    assert not FeedbackRow.objects.filter(owner=bo).exists()


def test_practice_of_the_sample_has_cards_in_different_states(ana: OwnerRow) -> None:
    whole = shelf(ana, now=NOW, talk=None)
    due = {key: (memory.due_on - NOW.date()).days for key, memory in whole.memories.items()}

    assert any(days <= 0 for days in due.values()) and any(days > 7 for days in due.values())
    assert {card.source for card in whole.cards} == {Source.ASKED, Source.FEEDBACK, Source.DECK}
    assert 2 <= len(offered(ana, now=NOW)) <= 5
    assert answer(ana, "about_you").startswith("I read law")


def test_the_thank_you_that_names_the_wrong_firm_is_found_once(ana: OwnerRow) -> None:
    row = ApplicationRow.objects.get(owner=ana, employer="Tarn Valley Trust")

    found = sent(ana, row.application_id, zone=UTC)

    assert [(slip.words, slip.instead) for slip in found.slips] == [("Thornbury Foundation", "Tarn Valley Trust")]


def test_ana_has_a_resume_to_lay_beside_a_posting(ana: OwnerRow) -> None:
    row = ApplicationRow.objects.get(owner=ana, employer="Brookmere")

    compared = paper(ana, row.application_id).compared

    assert compared and "Power BI" in {one.skill for one in compared.not_found}


def test_her_week_stands_on_a_sheet_and_asks_a_person(client, ana: OwnerRow) -> None:
    page = text_of(client.get("/plan"))

    assert "Your week, on one sheet." in page
    assert "Ask Beatrice Quill whom to talk to" in page
    assert "If the afternoon is gone before I began, then do the smallest line" in page


def test_a_board_she_follows_has_something_new_and_is_never_asked(client, ana: OwnerRow, settings) -> None:
    settings.DEMO = True

    page = text_of(client.get("/boards"))

    assert "Legal Operations Associate" in page
    assert not BoardRow.objects.get(owner=ana).trouble
    with pytest.raises(InSample):
        look_at_all(ana, now=NOW + timedelta(days=1))


@pytest.mark.parametrize(
    ("room", "holds"),
    {
        "applications": "Halden &amp; Frey",
        "people": "Beatrice Quill",
        "feedback": "Whom you asked",
        "actions": "Put a figure into every story",
        "thoughts": "I am always the second choice.",
        "mantras": "I know what to build next",
        "stories": "Tell me about hard feedback you got.",
        "practice/cards": "Tell",
        "queue": "Governance Officer",
        "strengths": "<li",
        "momentum": '<circle class="yes"',
        "picture": "46 applied",
        "worklog": "<td ",
        "review": "Larkfield",
    }.items(),
)
def test_no_room_of_the_sample_is_empty(client, ana: OwnerRow, room: str, holds: str) -> None:
    page = text_of(client.get(f"/{room}", follow=True)).partition("<main")[2]

    assert holds in page
