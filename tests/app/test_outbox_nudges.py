"""The one nudge leaves from the seventh to the tenth day after the question, and never after the answer."""

from datetime import timedelta

import pytest

from highroad.app.actions import outbox as act
from highroad.app.actions.ask_for_feedback import is_answer, keep_answer
from highroad.app.actions.outbox_taken import as_file
from highroad.app.actions.outbox_waits import due
from highroad.app.models import ConsentRow, FeedbackRow, OutgoingRow
from highroad.app.queries import outbox as ask
from highroad.app.queries.ask_for_feedback_mail import possible_answers
from tests.app.letters import account, letter
from tests.app.mails import bring, mail
from tests.app.noes import text_of
from tests.cast import NOW, SAM

pytestmark = pytest.mark.django_db
ANSWER = "Hi Ana,\n\nYour case was clear. We missed concrete examples.\n\nBest wishes\nSam"
DUE = NOW + timedelta(minutes=11)


def nudge(owner, *, days: int = 7, **asked) -> OutgoingRow:
    """A nudge to Sam, asked so many days ago."""
    account(owner)
    row = letter(owner, purpose="nudge", body="Hi Sam,\n\nOne word about my question would help.\n\nAna")
    told = {"asked_email": SAM.email, "asked_at": NOW - timedelta(days=days)} | asked
    FeedbackRow.objects.create(owner=owner, recovery=row.recovery, **told)
    return row


def answer_by_mail(owner) -> str:
    """A mail of Sam's since the question; gives its event id."""
    (event_id,) = bring(owner, mail(ANSWER, day=0.05, subject="Re: One question"))
    return event_id


@pytest.mark.parametrize(
    ("days", "lacks"), [(2, "early"), (6, "early"), (7, ""), (10, ""), (11, "late"), (21, "late"), (40, "late")]
)
def test_it_leaves_only_in_its_few_days(ana, days, lacks):
    row = nudge(ana, days=days)

    found = ask.review(ana, row.pk, now=NOW)

    assert found.missing == lacks
    if lacks:
        with pytest.raises(act.CannotBeSent, match="A reminder fits"):
            act.send(ana, row.pk, now=NOW)


def test_nobody_is_reminded_twice(ana):
    row = nudge(ana, days=9, nudged_at=NOW)

    with pytest.raises(act.CannotBeSent, match="once already"):
        act.send(ana, row.pk, now=NOW)


def test_one_who_was_asked_for_a_talk_is_not_reminded_by_mail(ana):
    assert ask.review(ana, nudge(ana, in_talk=True).pk, now=NOW).missing == "early"


def test_on_the_last_day_it_leaves_that_day_and_no_later(ana):
    row, evening = nudge(ana, days=10), NOW.replace(hour=18)

    shown = ask.review(ana, row.pk, now=evening).leaves_at
    with pytest.raises(act.CannotBeSent, match="until the tenth day"):
        act.send(ana, row.pk, leaves_at=NOW + timedelta(days=1), now=evening)
    sent = act.send(ana, row.pk, now=evening)

    assert shown == sent.leaves_at == evening + timedelta(minutes=10)


def test_an_answer_that_was_kept_takes_a_scheduled_one_back(ana):
    row = act.send(ana, nudge(ana).pk, leaves_at=NOW, now=NOW)
    keep_answer(ana, FeedbackRow.objects.get().pk, "More numbers.", now=NOW)

    handed_over = due(now=DUE, beat=None)

    row.refresh_from_db()
    assert (handed_over, row.state, row.raw, row.message_id) == ([], "draft", None, "")
    assert row.trouble == "It did not leave, because things moved on after your yes."
    assert list(ConsentRow.objects.filter(gate="send").order_by("pk").values_list("given", flat=True)) == [True, False]
    assert ask.review(ana, row.pk, now=DUE).missing == "answered"


def test_a_mail_that_may_be_the_answer_takes_it_back_too_until_the_user_says_it_is_none(ana):
    row = act.send(ana, nudge(ana).pk, leaves_at=NOW, now=NOW)
    event_id = answer_by_mail(ana)

    before = due(now=DUE, beat=None)
    lacks = ask.review(ana, row.pk, now=DUE).missing
    is_answer(ana, FeedbackRow.objects.get().pk, event_id, yes=False, now=DUE)
    again = act.send(ana, row.pk, now=DUE)

    assert (before, lacks, again.state, again.trouble) == ([], "maybe", "scheduled", "")
    assert not possible_answers(ana, FeedbackRow.objects.all())


def test_one_that_is_being_handed_over_loses_its_turn(ana):
    row = act.send(ana, nudge(ana).pk, leaves_at=NOW, now=NOW)
    OutgoingRow.objects.update(leased_until=NOW + timedelta(hours=1))
    answer_by_mail(ana)

    due(now=DUE, beat=None)

    row.refresh_from_db()
    assert (row.state, row.leased_until) == ("draft", None)


def test_one_whose_server_was_away_past_the_tenth_day_stays(ana):
    row = act.send(ana, nudge(ana, days=10).pk, leaves_at=NOW, now=NOW)

    handed_over = due(now=NOW + timedelta(hours=20), beat=None)

    row.refresh_from_db()
    assert (handed_over, row.state) == ([], "draft")


def test_the_page_says_why_and_offers_no_way_around(client, ana):
    row = nudge(ana)
    answer_by_mail(ana)

    page = text_of(client.get(f"/outbox/{row.pk}/review"))

    assert "A mail of theirs may be the answer." in page
    assert "Save as a mail file" not in page and "mailto:" not in page
    with pytest.raises(act.CannotBeSent):
        as_file(ana, row.pk, now=NOW)


def test_other_texts_are_not_asked_about(ana):
    row = nudge(ana)
    OutgoingRow.objects.update(purpose="reply")
    answer_by_mail(ana)

    act.send(ana, row.pk, leaves_at=NOW, now=NOW)

    assert len(due(now=DUE, beat=None)) == 1
