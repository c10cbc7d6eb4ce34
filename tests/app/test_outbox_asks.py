"""Nobody is asked for feedback twice about one application, from however many open pages."""

from datetime import timedelta

import pytest

from highroad.app.actions import outbox as act
from highroad.app.actions.outbox_taken import as_file
from highroad.app.actions.outbox_waits import due
from highroad.app.actions.recoveries import open_recovery
from highroad.app.models import ConsentRow, EventRow, FeedbackRow, OutgoingRow, RecoveryRow
from highroad.app.queries import outbox as ask
from tests.app.letters import account, letter
from tests.app.noes import light_no, text_of
from tests.app.outgoing import say_yes, state_of
from tests.cast import NOOR, NOW, SAM

pytestmark = pytest.mark.django_db
DUE = NOW + timedelta(minutes=11)


@pytest.fixture
def two(ana):
    """Two drafts of the same question to Sam: one name was learned after the first was saved."""
    account(ana)
    first = letter(ana, purpose="feedback", to_name="")
    second = act.write(
        ana, purpose="feedback", recovery=first.recovery, to_name=SAM.name, to_email=SAM.email.upper(),
        subject="One question", body="Hi Sam,\n\nWhat could I do better?\n\nAna", now=NOW,
    )  # fmt: skip
    return first, second


@pytest.mark.parametrize("state", ["scheduled", "sending", "sent", "unknown"])
def test_one_who_was_asked_gets_no_second_question(ana, two, state):
    first, second = two
    act.send(ana, first.pk, leaves_at=NOW, now=NOW)
    OutgoingRow.objects.filter(pk=first.pk).update(state=state)

    with pytest.raises(act.CannotBeSent, match="asked this person about this application already"):
        act.send(ana, second.pk, leaves_at=NOW, now=NOW)

    assert state_of(second) == "draft"
    assert ask.review(ana, first.pk, now=NOW).missing == ""


def test_a_second_no_to_the_same_application_is_no_second_chance_to_ask(ana, two):
    first, second = two
    act.send(ana, first.pk, leaves_at=NOW, now=NOW)
    event = EventRow.objects.filter(application__events__event_id=first.recovery.event_id).earliest("at")
    OutgoingRow.objects.filter(pk=second.pk).update(recovery=open_again(ana, event))

    with pytest.raises(act.CannotBeSent):
        act.send(ana, second.pk, leaves_at=NOW, now=NOW)


def test_an_old_page_that_is_sent_says_so_and_schedules_nothing(client, ana, two):
    first, second = two
    say_yes(client, first)

    answer = say_yes(client, second)

    assert "Once is enough; you may still ask someone else." in text_of(answer)
    assert (state_of(first), state_of(second)) == ("scheduled", "draft")


def test_the_same_page_sent_twice_schedules_one(client, ana, two):
    first, _ = two

    say_yes(client, first)
    scheduled = OutgoingRow.objects.get(state="scheduled")
    say_yes(client, first)

    assert OutgoingRow.objects.get(state="scheduled").leaves_at == scheduled.leaves_at
    assert ConsentRow.objects.filter(gate="send", given=True).count() == 1


def test_it_leaves_by_no_other_way_either(ana, two):
    first, second = two
    act.send(ana, first.pk, leaves_at=NOW, now=NOW)

    with pytest.raises(act.CannotBeSent):
        as_file(ana, second.pk, now=NOW)

    assert ask.review(ana, second.pk, now=NOW).stays


def test_one_the_user_asked_in_their_own_way_counts(ana, two):
    first, _ = two
    FeedbackRow.objects.create(owner=ana, recovery=first.recovery, asked_email=SAM.email, asked_at=NOW)

    assert ask.review(ana, first.pk, now=NOW).missing == "asked"


def test_a_scheduled_question_the_user_asks_in_their_own_way_does_not_leave(ana, two):
    row = act.send(ana, two[0].pk, leaves_at=NOW, now=NOW)
    FeedbackRow.objects.create(owner=ana, recovery=row.recovery, asked_email=SAM.email, asked_at=NOW)

    handed_over = due(now=DUE, beat=None)

    assert (handed_over, state_of(row)) == ([], "draft")


def test_a_scheduled_question_leaves_by_itself(ana, two):
    row = act.send(ana, two[0].pk, leaves_at=NOW, now=NOW)

    assert due(now=DUE, beat=None) == [row]


def test_one_that_was_stopped_may_still_be_asked(ana, two):
    first, second = two
    act.send(ana, first.pk, leaves_at=NOW, now=NOW)
    act.cancel(ana, first.pk, now=NOW)

    assert act.send(ana, second.pk, leaves_at=NOW, now=NOW).state == "scheduled"


def test_another_person_may_still_be_asked(ana, two):
    act.send(ana, two[0].pk, leaves_at=NOW, now=NOW)
    other = letter(ana, purpose="feedback", to=NOOR)

    assert act.send(ana, other.pk, leaves_at=NOW, now=NOW).state == "scheduled"


def test_the_same_person_may_be_asked_about_another_application_and_written_to_otherwise(ana, two):
    first, second = two
    act.send(ana, first.pk, leaves_at=NOW, now=NOW)
    reply = letter(ana, purpose="reply")
    OutgoingRow.objects.filter(pk=second.pk).update(recovery=another_recovery(ana))

    states = [act.send(ana, row.pk, leaves_at=NOW, now=NOW).state for row in (reply, second)]

    assert states == ["scheduled", "scheduled"]


def open_again(owner, event):
    """A recovery of another event of the same application."""
    assert not RecoveryRow.objects.filter(event_id=event.event_id).exists()
    return RecoveryRow.objects.create(owner=owner, event_id=event.event_id, opened_at=NOW)


def another_recovery(owner):
    """A recovery of another application."""
    return open_recovery(owner, light_no(owner), now=NOW - timedelta(days=1))
