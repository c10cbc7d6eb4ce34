"""The outbox: a cool text waits for its hour, a hot one for the morning, and only the user's own yes lets it leave."""

from datetime import datetime, timedelta
from inspect import cleandoc

import pytest
from django.db import connection

from highroad.app.actions import outbox as act
from highroad.app.actions.dark_words import look_at
from highroad.app.actions.outbox_sending import came_through
from highroad.app.actions.outbox_waits import due, hold_restored
from highroad.app.actions.recoveries import flag_unfair
from highroad.app.models import ConsentRow, OutgoingRow, PersonRow
from highroad.app.queries import outbox as ask
from highroad.app.queries.applications import NotThere
from highroad.mail.draft import NoAddress, UnsafeHeader
from highroad.mail.message import Address
from highroad.mail.parse import parse
from highroad.recovery.cooldown import Beat, Why
from tests.app.letters import COOL, HOT, account, letter
from tests.app.mails import bring
from tests.cast import ANA, BO, NOOR, NOW, SAM

pytestmark = pytest.mark.django_db
TOMORROW = datetime(2026, 11, 24, 9, 0, tzinfo=NOW.tzinfo)
State = OutgoingRow.State


def written_out(test):
    """The mail in a test's docstring."""
    return parse(cleandoc(test.__doc__).encode())


def rested(owner, **more):
    """A hot text that rested until the morning, and the morning."""
    row = letter(owner, body=HOT, **more)
    act.send(owner, row.pk, now=NOW)
    due(now=TOMORROW, beat=None)
    return row.pk


def test_a_cool_text_is_scheduled_for_a_good_moment_with_its_bytes_fixed(ana):
    account(ana)
    row = act.send(ana, letter(ana).pk, now=NOW)

    message = parse(bytes(row.raw))
    assert (row.state, row.leaves_at) == ("scheduled", NOW + timedelta(minutes=10))  # ten past nine, in UTC
    assert (message.sender, message.to, message.cc) == (Address("Ana Duarte", ANA.email), (SAM,), ())
    assert (message.text, message.sent_at) == (COOL, row.leaves_at)
    assert row.message_id == message.message_id
    assert row.message_id.endswith("@duarte.example")
    assert b"X-Unsent" not in bytes(row.raw)


def test_each_yes_is_written_into_the_log(ana):
    account(ana)
    row = act.send(ana, letter(ana).pk, now=NOW)

    [yes] = ConsentRow.objects.filter(owner=ana, gate="send")
    assert (yes.given, yes.about) == (True, f"{row.pk} {SAM.email}")


def test_an_hour_that_is_too_near_is_moved_to_ten_minutes_from_now(ana):
    account(ana)

    row = act.send(ana, letter(ana).pk, leaves_at=NOW - timedelta(days=1), now=NOW)

    assert row.leaves_at == NOW + timedelta(minutes=10)


def test_the_reply_stands_in_the_thread_of_the_no(ana):
    account(ana)
    row = act.send(ana, letter(ana).pk, now=NOW)

    message = parse(bytes(row.raw))
    assert message.in_reply_to.endswith("sam.reyes@haldenfrey.example")
    assert message.references[-1] == message.in_reply_to


def test_their_zone_is_that_of_the_date_of_their_latest_mail(ana):
    """
    From: Sam Reyes <sam.reyes@haldenfrey.example>
    To: Ana Duarte <ana@duarte.example>
    Subject: Your application
    Date: Mon, 23 Nov 2026 17:59:00 +0900
    Message-ID: <late@haldenfrey.example>

    Hi Ana, thank you for applying for the Data Analyst position at Haldenfrey.
    """
    account(ana)
    row = letter(ana)
    bring(ana, written_out(test_their_zone_is_that_of_the_date_of_their_latest_mail))

    review = ask.review(ana, row.pk, now=NOW)

    assert review.there.utcoffset(NOW) == timedelta(hours=9)
    assert review.leaves_at == NOW.replace(hour=0, minute=10) + timedelta(days=1)
    assert review.leaves_at.tzinfo == NOW.tzinfo


@pytest.mark.parametrize(
    ("body", "written", "opened", "why", "until"),
    [
        (HOT, NOW, NOW - timedelta(days=1), Why.HOT, TOMORROW),
        (COOL, NOW.replace(hour=23) - timedelta(days=1), NOW - timedelta(days=2), Why.NIGHT, None),
        (COOL, NOW.replace(hour=2), NOW - timedelta(days=2), Why.NIGHT, NOW.replace(hour=12)),
        (COOL, NOW, NOW - timedelta(minutes=59), Why.FRESH, TOMORROW),
    ],
)
def test_a_text_that_must_rest_rests_and_has_no_send(ana, body, written, opened, why, until):
    account(ana)
    row = letter(ana, body=body, written=written, opened=opened)

    review = ask.review(ana, row.pk, now=NOW)
    act.send(ana, row.pk, now=NOW)

    row.refresh_from_db()
    assert (review.missing, review.rests_until, row.rests_until) == ("", until, until)
    assert row.state == ("resting" if until else "scheduled")
    assert (row.raw is None, ConsentRow.objects.filter(gate="send").exists()) == (until is not None, until is None)
    if until:
        assert review.why == why


def test_after_its_rest_it_is_read_again_and_leaves_thirty_seconds_after_the_yes(ana):
    account(ana)
    number = rested(ana)
    ready = ask.review(ana, number, now=TOMORROW)

    row = act.send(ana, number, now=TOMORROW)

    assert (ready.outgoing.state, ready.missing, ready.rests_until) == ("ready", "", None)
    assert (row.state, row.leaves_at) == ("scheduled", TOMORROW + timedelta(seconds=30))


@pytest.mark.parametrize(
    ("written", "opened"),
    [
        (NOW.replace(hour=23) - timedelta(days=1), NOW - timedelta(days=2)),
        (NOW - timedelta(days=2), NOW - timedelta(days=2)),
    ],
)
def test_a_draft_whose_rest_would_be_over_never_rested_so_it_leaves_as_any_cool_one(ana, written, opened):
    account(ana)
    drafted, afternoon = letter(ana, written=written, opened=opened), NOW.replace(hour=14)

    shown = ask.review(ana, drafted.pk, now=afternoon)
    row = act.send(ana, drafted.pk, leaves_at=afternoon, now=afternoon)

    assert (shown.earliest, shown.leaves_at) == (afternoon + timedelta(minutes=10), TOMORROW + timedelta(minutes=10))
    assert (row.state, row.leaves_at) == ("scheduled", afternoon + timedelta(minutes=10))


def test_resting_texts_have_no_yes(ana):
    account(ana)
    row = letter(ana, body=HOT)
    act.send(ana, row.pk, now=NOW)

    with pytest.raises(act.OnItsWay):
        act.send(ana, row.pk, now=NOW + timedelta(hours=1))


@pytest.mark.parametrize(
    ("body", "state"),
    [(HOT + " You disgust me, you liar.", "resting"), (COOL, "ready"), (HOT.replace("Sam,", "Dear Sam,"), "ready")],
)
def test_a_rested_text_that_turns_hot_rests_anew(ana, body, state):
    account(ana)
    number = rested(ana)

    row = act.change_words(ana, number, subject="Re: Your application", body=body, now=TOMORROW)

    assert row.state == state
    if state == "resting":
        assert row.rests_until == TOMORROW + timedelta(days=1)


def test_a_hot_word_that_only_stood_inside_a_rested_word_rests_anew(ana):
    account(ana)
    row = letter(ana, body="Hi Sam,\n\nPlease scrap my notes.\n\nAna", written=NOW.replace(hour=23))
    act.send(ana, row.pk, now=NOW.replace(hour=23))
    due(now=TOMORROW, beat=None)

    act.change_words(ana, row.pk, subject="Notes", body="Hi Sam,\n\nThis is crap.\n\nAna", now=TOMORROW)

    row.refresh_from_db()
    assert (row.state, row.rest_why) == ("resting", Why.HOT)


@pytest.mark.parametrize(("state", "why"), [("cancelled", Why.HOT), ("failed", None)])
def test_hot_words_that_were_stopped_rest_anew_and_those_that_failed_rested(ana, state, why):
    account(ana)
    number = rested(ana)
    OutgoingRow.objects.filter(pk=number).update(state=state)

    act.take_up_again(ana, number)

    assert ask.review(ana, number, now=TOMORROW).why == why


def test_it_can_be_stopped_until_it_goes_and_taken_up_again(ana):
    account(ana)
    row = act.send(ana, letter(ana).pk, now=NOW)

    cancelled = act.cancel(ana, row.pk, now=NOW).state
    again = act.take_up_again(ana, row.pk)

    assert (cancelled, again.state, again.raw, again.message_id) == ("cancelled", "draft", None, "")
    assert due(now=NOW + timedelta(days=1), beat=None) == []


@pytest.fixture
def unsure(ana):
    """A reply of Ana's that broke off while it left."""
    account(ana)
    row = act.send(ana, letter(ana).pk, now=NOW)
    OutgoingRow.objects.update(state="unknown")
    return row


def left_be_and_sent_anew(owner, row):
    """The user put it away unsure, and says yes to it once more."""
    act.let_be(owner, row.pk)
    act.take_up_again(owner, row.pk)
    act.send(owner, row.pk, now=NOW)


@pytest.mark.parametrize("yes", [left_be_and_sent_anew, lambda owner, row: act.send_again(owner, row.pk, now=NOW)])
def test_one_that_may_have_arrived_says_so_however_often_it_is_stopped_and_taken_up(ana, unsure, yes):
    yes(ana, unsure)
    said = [ask.outgoing(ana, unsure.pk, now=NOW).warning]
    act.cancel(ana, unsure.pk, now=NOW)
    said += [ask.outgoing(ana, unsure.pk, now=NOW).warning]
    act.take_up_again(ana, unsure.pk)
    said += [ask.review(ana, unsure.pk, now=NOW).outgoing.warning]

    assert said == ["We never learned whether it arrived before. If it goes again, they may get it twice."] * 3


def taken_back(owner, row):
    """The user says that the no broke the law."""
    flag_unfair(owner, row.recovery.event_id, unfair=True, now=NOW)


def held_and_read_again(owner, row):
    """Everything rests after dark words, and the user takes the letter up."""
    look_at(owner, "I don't want to live anymore.", now=NOW)
    act.take_up_again(owner, row.pk)


def too_late(owner, row):
    """The computer was off for a week."""
    due(now=NOW + timedelta(days=7), beat=None)


@pytest.mark.parametrize("then", [taken_back, held_and_read_again, too_late])
def test_whatever_keeps_it_from_leaving_it_still_may_have_arrived(ana, unsure, then):
    left_be_and_sent_anew(ana, unsure)

    then(ana, unsure)
    found = ask.outgoing(ana, unsure.pk, now=NOW)

    assert found.state in ask.OPEN
    assert "they may get it twice" in found.warning


@pytest.mark.parametrize(
    "known", [lambda row: act.it_arrived(row.owner, row.pk, now=NOW), lambda row: came_through(row, now=NOW)]
)
def test_once_it_is_known_to_have_arrived_nothing_warns(ana, unsure, known):
    act.send_again(ana, unsure.pk, now=NOW)
    OutgoingRow.objects.update(state="unknown")

    known(unsure)

    assert ask.outgoing(ana, unsure.pk, now=NOW).warning == ""


@pytest.mark.parametrize("state", ["scheduled", "sending", "sent", "unknown"])
def test_words_on_their_way_stand_fixed(ana, state):
    row = letter(ana)
    OutgoingRow.objects.update(state=state)

    with pytest.raises(act.OnItsWay):
        act.change_words(ana, row.pk, subject="", body="other", now=NOW)


@pytest.mark.parametrize("state", ["sending", "sent", "unknown", "failed", "cancelled"])
def test_what_left_cannot_be_stopped_or_sent_again(ana, state):
    account(ana)
    row = letter(ana)
    OutgoingRow.objects.update(state=state)

    for verb in (act.cancel, act.send, act.let_rest):
        with pytest.raises(act.OnItsWay):
            verb(ana, row.pk, now=NOW)


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        ({"to_email": "stranger@elsewhere.example"}, "person"),
        ({"to_email": ""}, "address"),
        ({"body": "I keep thinking about ____."}, "blank"),
        ({"body": "  "}, "words"),
        ({"body": "Thank you. " * 10_000}, "long"),
    ],
)
def test_what_lacks_something_stays_here_and_says_why(ana, change, lacks):
    account(ana)
    row = letter(ana, **change)

    with pytest.raises(act.CannotBeSent) as refused:
        act.send(ana, row.pk, now=NOW)

    assert refused.value.lacks == ask.review(ana, row.pk, now=NOW).missing == lacks
    assert str(refused.value).endswith(".")


def test_without_an_account_nothing_leaves(ana):
    with pytest.raises(act.CannotBeSent, match="Connect a mail account"):
        act.send(ana, letter(ana).pk, now=NOW)


def test_the_sample_never_sends(ana, settings):
    account(ana)
    row = letter(ana)
    settings.DEMO = True

    with pytest.raises(act.CannotBeSent, match="sample"):
        act.send(ana, row.pk, now=NOW)

    assert not ask.can_send(ana)


LINE_ENDS = "\r\n\x00\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
TAILS = (
    "Bcc: bo@lindgren.example",
    "\tBcc: bo@lindgren.example",
    "\r\nFrom: bo@lindgren.example",
    "\n\n.\r\nMAIL FROM:<x>",
)
CONTROLS = [f"x{letter}{tail}" for letter in LINE_ENDS for tail in TAILS][:40]


@pytest.mark.parametrize("field", ["subject", "to_name", "to_email"])
@pytest.mark.parametrize("evil", CONTROLS)
def test_no_field_can_begin_another(ana, evil, field):
    account(ana)
    row = letter(ana, **{field: evil})
    PersonRow.objects.filter(email=SAM.email).update(email=row.to_email)

    with pytest.raises((UnsafeHeader, NoAddress, act.CannotBeSent)):
        act.send(ana, row.pk, now=NOW)

    row.refresh_from_db()
    assert (row.state, row.raw) == ("draft", None)


@pytest.mark.parametrize("evil", CONTROLS[::4])
def test_the_name_of_an_account_begins_no_field_either(ana, evil):
    account(ana, name=evil)

    with pytest.raises(UnsafeHeader):
        act.send(ana, letter(ana).pk, now=NOW)


def test_bo_sees_nothing_and_can_do_nothing(ana, bo):
    account(ana)
    row = letter(ana)

    for verb in (ask.outgoing, ask.review, act.send, act.cancel, act.let_rest, act.it_arrived, act.send_again):
        with pytest.raises(NotThere):
            verb(bo, row.pk, now=NOW)
    assert ask.outbox(bo, now=NOW) == []


def test_an_address_that_only_bo_knows_is_a_stranger_to_ana(ana, bo):
    account(ana)
    row = letter(ana, to=BO)
    PersonRow.objects.filter(email=NOOR.email).update(owner=bo, email=BO.email)

    assert ask.review(ana, row.pk, now=NOW).missing == "person"


def test_the_list_costs_one_question_however_long_it_is(ana, django_assert_num_queries):
    row = letter(ana)
    for _ in range(30):
        act.write(ana, purpose="reply", to_name="", to_email="", subject="", body="", recovery=row.recovery, now=NOW)

    with django_assert_num_queries(1):
        assert len(ask.outbox(ana, now=NOW)) == 31


def test_a_clock_put_forward_lets_nothing_leave_early(ana):
    account(ana)
    act.send(ana, letter(ana).pk, now=NOW)
    due(now=NOW, beat=Beat("boot", 100.0))

    early = due(now=NOW + timedelta(hours=2), beat=Beat("boot", 110.0))
    in_time = due(now=NOW + timedelta(hours=2, minutes=10), beat=Beat("boot", 720.0))

    assert (early, len(in_time)) == ([], 1)


def test_a_clock_put_forward_ends_no_rest_early(ana):
    account(ana)
    row = act.send(ana, letter(ana, body=HOT).pk, now=NOW)
    due(now=NOW, beat=Beat("boot", 100.0))

    due(now=NOW + timedelta(days=3), beat=Beat("boot", 160.0))

    row.refresh_from_db()
    assert row.state == "resting"


def test_a_clock_put_back_makes_a_rest_begin_anew_and_a_scheduled_text_wait_for_the_user(ana):
    account(ana)
    hot, cool = letter(ana, body=HOT), letter(ana)
    for row in (hot, cool):
        act.send(ana, row.pk, now=NOW)
    due(now=NOW, beat=Beat("boot", 100.0))

    due(now=NOW - timedelta(days=300), beat=Beat("boot", 160.0))

    hot.refresh_from_db()
    cool.refresh_from_db()
    assert (hot.state, hot.rests_until) == ("resting", TOMORROW - timedelta(days=300))
    assert (cool.state, cool.raw, cool.trouble != "") == ("ready", None, True)


@pytest.mark.parametrize(("hours", "state"), [(20, "scheduled"), (30, "ready")])
def test_what_is_a_day_late_is_read_once_more(ana, hours, state):
    account(ana)
    row = act.send(ana, letter(ana).pk, now=NOW)

    found = due(now=NOW + timedelta(hours=hours), beat=None)

    row.refresh_from_db()
    assert (row.state, len(found)) == (state, state == "scheduled")


def test_nothing_of_a_backup_leaves_before_it_was_read_again(ana):
    account(ana)
    scheduled, sending = letter(ana), letter(ana)
    for row in (scheduled, sending):
        act.send(ana, row.pk, now=NOW)
    OutgoingRow.objects.filter(pk=sending.pk).update(state="sending")

    hold_restored()

    scheduled.refresh_from_db()
    sending.refresh_from_db()
    assert (scheduled.state, sending.state) == ("ready", "unknown")
    assert due(now=NOW + timedelta(hours=1), beat=None) == []


def test_the_record_is_on_the_disk_before_a_byte_leaves(ana):
    with connection.cursor() as cursor:
        [synchronous] = cursor.execute("PRAGMA synchronous").fetchone()

    assert synchronous == 2  # FULL
