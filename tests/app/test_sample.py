"""Ana's sample record: what the demo must hold, brought in through the same road as anyone's mail."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from highroad.app.models import ActionRow, ApplicationRow, EventRow, FeedbackRow, MessageRow, OwnerRow, WritingRow
from highroad.app.queries.reading import unsure
from highroad.app.queries.recoveries import light
from highroad.app.sample.fill import fill

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture
def sample(ana: OwnerRow, tmp_path: Path) -> OwnerRow:
    """Ana with five months behind her."""
    fill(ana, tmp_path, now=NOW, early=False)
    return ana


def test_the_sample_holds_what_the_story_needs(sample: OwnerRow) -> None:
    rows = ApplicationRow.objects.filter(owner=sample)

    stages = Counter(rows.values_list("furthest_stage", flat=True))
    outcomes = Counter(rows.values_list("outcome", flat=True))
    talks = EventRow.objects.filter(owner=sample, kind="interview", sure=True).count()

    assert rows.count() == 46
    assert stages["final"] >= 1
    assert talks == 9
    assert outcomes["withdrawn"] == 1
    assert outcomes["waitlist"] == 1
    assert outcomes["rejected"] >= 20


def test_the_punch_of_today_came_after_five_people(sample: OwnerRow) -> None:
    punch = EventRow.objects.get(owner=sample, is_no=True, at__date=NOW.date())

    assert punch.application.employer == "Halden & Frey"
    assert punch.application.furthest_stage == "final"
    assert punch.application.people.count() == 5
    assert not punch.confirmed


def test_short_ones_wait_to_be_filed_together(sample: OwnerRow) -> None:
    assert len(light(sample)) >= 5


def test_the_invitation_that_looks_like_a_no_waits_for_her_word(sample: OwnerRow) -> None:
    waiting = [event.application.employer for event in unsure(sample)[1]]

    assert "Larkfield" in waiting
    assert not EventRow.objects.filter(owner=sample, is_no=True, sure=True, application__employer="Larkfield").exists()


def test_reasons_of_freeze_and_internal_candidate_are_read(sample: OwnerRow) -> None:
    noes = EventRow.objects.filter(owner=sample, is_no=True)

    reasons = {no.application.employer: no.event["reading"]["reason"] for no in noes.select_related("application")}

    assert reasons["Brookmere"] == "internal"
    assert reasons["Quill & Marsh"] == "frozen"


def test_her_feedback_became_an_action_and_her_letter_is_sealed(sample: OwnerRow) -> None:
    assert FeedbackRow.objects.get(owner=sample).answer
    assert ActionRow.objects.get(owner=sample).first_step
    assert WritingRow.objects.get(owner=sample).sealed_until


def test_a_thank_you_names_the_wrong_firm(sample: OwnerRow) -> None:
    note = EventRow.objects.get(owner=sample, kind="thank_you", application__employer="Tarn Valley Trust")

    assert note.message is not None
    assert "Thornbury" in note.message.message["text"]


def test_other_mail_of_hers_is_not_kept(sample: OwnerRow) -> None:
    assert not MessageRow.objects.filter(owner=sample, subject__in=["Sunday", "Two books are due"]).exists()


def test_the_early_record_has_little_to_go_by(ana: OwnerRow, tmp_path: Path) -> None:
    fill(ana, tmp_path, now=NOW, early=True)

    assert 0 < ApplicationRow.objects.filter(owner=ana).count() < 20
    assert not FeedbackRow.objects.filter(owner=ana).exists()
