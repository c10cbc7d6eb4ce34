"""What is written in the hour after a no was opened rests, also a note from elsewhere to the same person."""

from datetime import datetime, timedelta

import pytest

from highroad.app import clock
from highroad.app.actions.corrections import say
from highroad.app.actions.recoveries import open_recovery
from highroad.app.models import AccountRow, OutgoingRow, RecoveryRow
from highroad.app.queries.outbox import review
from highroad.applications.correction import ConfirmedNo, KindIs, PersonAdded
from highroad.events.event import Kind
from highroad.recovery.cooldown import Why
from tests.app.letters import COOL, account
from tests.app.mails import bring, haldenfrey
from tests.cast import NOW, SAM, SAM_RECRUITER

pytestmark = pytest.mark.django_db
MONDAY, LATELY = NOW - timedelta(days=2), NOW - timedelta(minutes=40)


def opened(owner, *, yes: datetime, done: datetime | None = None) -> str:
    """A no the user said yes to, and did something about, at these hours."""
    event_id = bring(owner, *haldenfrey())[-1]
    say(owner, ConfirmedNo(event_id), PersonAdded(event_id, SAM_RECRUITER), now=yes)
    if done:
        open_recovery(owner, event_id, now=done)
    return event_id


def note(owner, **more) -> OutgoingRow:
    """A note to Sam, begun from People unless told otherwise."""
    account(owner)
    told = {"purpose": "note", "to_name": SAM.name, "to_email": SAM.email, "body": COOL, "saved_at": NOW} | more
    return OutgoingRow.objects.create(owner=owner, **told)


def why(owner, row: OutgoingRow) -> Why | None:
    return review(owner, row.pk, now=NOW).why


@pytest.mark.parametrize(("yes", "why_it_rests"), [(MONDAY, None), (LATELY, Why.FRESH)])
def test_the_hour_counts_from_the_yes_to_the_no_and_not_from_what_was_done_later(ana, yes, why_it_rests):
    recovery = open_recovery(ana, opened(ana, yes=yes), now=NOW)

    assert why(ana, note(ana, recovery=recovery)) == why_it_rests


def test_a_no_that_was_read_as_something_else_was_opened_when_it_was_called_a_no(ana):
    event_id = opened(ana, yes=LATELY)
    say(ana, KindIs(event_id, Kind.UPDATE), now=MONDAY)
    say(ana, KindIs(event_id, Kind.REJECTION), now=LATELY)

    assert why(ana, note(ana)) is Why.FRESH


@pytest.mark.parametrize("done", [LATELY, None])
def test_a_note_to_someone_whose_no_was_just_opened_rests(ana, done):
    opened(ana, yes=LATELY, done=done)

    assert why(ana, note(ana)) is Why.FRESH


def test_a_note_written_before_it_was_opened_does_not(ana):
    opened(ana, yes=LATELY)

    assert why(ana, note(ana, saved_at=LATELY - timedelta(minutes=1))) is None


def test_a_note_to_someone_else_does_not(ana):
    opened(ana, yes=LATELY)

    assert why(ana, note(ana, to_name="Mira Vale", to_email="mira@vale.example")) is None


def test_bo_opening_a_no_is_nothing_to_ana(ana, bo):
    opened(ana, yes=MONDAY)
    opened(bo, yes=LATELY)

    assert why(ana, note(ana)) is None


def test_a_reply_goes_by_its_own_no_alone(ana):
    other = RecoveryRow.objects.create(owner=ana, event_id="another", opened_at=MONDAY)
    opened(ana, yes=LATELY)

    assert why(ana, note(ana, recovery=other)) is None


def test_why_it_would_rest_is_told_also_where_no_account_is_there(client, ana):
    now = clock.now()
    opened(ana, yes=now - timedelta(minutes=20))
    row = note(ana, saved_at=now)
    AccountRow.objects.all().delete()

    page = " ".join(client.get(f"/outbox/{row.pk}/review").content.decode().split())

    assert "Connect a mail account" in page
    assert "so it rests first. It would rest until" in page
