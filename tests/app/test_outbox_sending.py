"""What becomes of a due text: over real lines to a real server that takes it, refuses it, stalls or drops the line."""

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import SMTP
from itertools import accumulate

import pytest
from django.db import connection

from highroad.app.actions import outbox as act
from highroad.app.actions.outbox_sending import PAUSES, send_due
from highroad.app.actions.outbox_sent import follow_up
from highroad.app.models import AccountRow, EventRow, FeedbackRow, MessageRow, OutgoingRow, PersonRow, StepRow
from highroad.mail.draft import NoAddress, UnsafeHeader
from highroad.mail.parse import parse
from tests.app.letters import COOL, DUE, Outside, account, letter
from tests.app.mails import bring, mail
from tests.app.noes import text_of
from tests.app.test_outbox import CONTROLS
from tests.cast import ANA, NOOR, NOW, SAM
from tests.edges.mail_server import Told, mail_server

pytestmark = pytest.mark.django_db
FIELDS = "From To Subject Date Message-ID In-Reply-To References MIME-Version Content-Type Content-Transfer-Encoding"
LEASE_OVER = timedelta(minutes=11)


def scheduled(owner, **more):
    """A reply that is due at DUE; gives its row."""
    if not AccountRow.objects.filter(owner=owner).exists():
        account(owner)
    return act.send(owner, letter(owner, **more).pk, leaves_at=NOW, now=NOW)


def go(port, *, after=DUE, outside=None):
    """What the chore does, so long after NOW."""
    AccountRow.objects.update(smtp_port=port)
    outside = outside or Outside()
    send_due(outside.post, clock=lambda: NOW + after, beat=None)
    follow_up(outside.post, clock=lambda: NOW + after)
    return outside


def a_day_of_goes():
    """Times after NOW, each as its pause is over, and one a week later."""
    return [*accumulate((pause + timedelta(seconds=1) for pause in PAUSES), initial=DUE), timedelta(days=8)]


class Breaks(Outside):
    """A Sent folder on which one mail breaks."""

    def __init__(self, *, subject):
        super().__init__()
        self.subject = subject

    def _append(self, account, raw):
        if self.subject in raw:
            raise ValueError(raw)
        return super()._append(account, raw)


def test_it_leaves_by_itself_joins_the_record_and_is_copied_once(ana):
    row, told = scheduled(ana), Told()

    with mail_server(told) as port:
        outside = go(port)
        for minutes in (12, 30, 60):
            go(port, after=timedelta(minutes=minutes), outside=outside)

    row.refresh_from_db()
    [taken] = told.taken
    assert (taken.sender, taken.recipients, taken.raw) == (ANA.email, [SAM.email], bytes(row.raw))
    assert (row.state, row.sent_at, row.copied_at) == ("sent", NOW + DUE, NOW + DUE)
    assert (outside.sent, outside.appends) == ([taken.raw], 1)
    stored = MessageRow.objects.get(message__message_id=row.message_id)
    assert (stored.outgoing, stored.message["text"]) == (True, COOL)
    assert EventRow.objects.filter(event_id=stored.event_id, application__employer="Haldenfrey").exists()
    assert StepRow.objects.filter(step="dont_burn_bridges", done_at__isnull=False).exists()


def test_a_thank_you_is_known_by_the_timeline_at_once(ana):
    note = "Hi Noor,\n\nThank you for showing me the archive.\n\nAna"
    row = scheduled(ana, to=NOOR, purpose="thank_you", subject="Thanks", body=note)

    with mail_server(Told()) as port:
        go(port)

    stored = MessageRow.objects.get(message__message_id=row.message_id)
    assert EventRow.objects.get(event_id=stored.event_id).application.employer == "Haldenfrey"


def test_a_sent_question_is_kept_as_asked(ana):
    scheduled(ana, purpose="feedback")

    with mail_server(Told()) as port:
        go(port)

    assert FeedbackRow.objects.get().asked_at == NOW + DUE


def test_the_same_mail_read_from_the_sent_folder_is_one_row(ana):
    row = scheduled(ana)
    with mail_server(Told()) as port:
        outside = go(port)
    before = MessageRow.objects.count()

    from_folder = message_from_bytes(outside.sent[0], policy=SMTP)
    bring(ana, parse(from_folder.as_bytes()))

    assert MessageRow.objects.count() == before
    assert MessageRow.objects.filter(message__message_id=row.message_id).count() == 1


def test_a_provider_that_files_sent_mail_gets_no_copy(ana):
    account(ana, keeps_sent=True)
    row = scheduled(ana)

    with mail_server(Told()) as port:
        outside = go(port)

    row.refresh_from_db()
    assert (outside.appends, row.copied_at is None) == (0, False)


def test_a_copy_that_fails_never_sends_again_and_is_told_in_the_end(client, ana):
    row, told = scheduled(ana), Told()
    outside = Outside(files_copies=False)

    with mail_server(told) as port:
        for after in a_day_of_goes():
            go(port, after=after, outside=outside)

    row.refresh_from_db()
    assert (row.state, len(told.taken), outside.appends) == ("sent", 1, len(PAUSES) + 1)
    assert "took no copy for the Sent folder" in text_of(client.get(f"/outbox/{row.pk}"))


@pytest.mark.parametrize("left", ["text where bytes were", b"", b"\xff\x00 half a letter"])
def test_a_sent_text_that_can_no_longer_be_read_is_tried_for_a_day_and_told_once(client, ana, caplog, left):
    row = scheduled(ana, purpose="feedback")
    with mail_server(Told()) as port:
        AccountRow.objects.update(smtp_port=port)
        send_due(Outside().post, clock=lambda: NOW + DUE, beat=None)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE highroad_outgoingrow SET raw = %s", [left])

    for after in a_day_of_goes():
        for _ in range(3):
            follow_up(Outside().post, clock=lambda after=after: NOW + after)

    row.refresh_from_db()
    tries = [one for one in caplog.records if "Unreadable" in one.getMessage()]
    assert (row.state, len(tries), "NotFiled" in caplog.text) == ("sent", len(PAUSES) + 1, False)
    assert "can no longer be read" in text_of(client.get(f"/outbox/{row.pk}"))
    assert FeedbackRow.objects.get().asked_email == SAM.email
    assert not MessageRow.objects.filter(outgoing=True, sent_at__gte=NOW).exists()


def test_a_text_whose_copy_breaks_holds_up_no_other(ana):
    scheduled(ana, subject="the first")
    scheduled(ana, subject="the second")
    outside = Breaks(subject=b"the first")

    with mail_server(Told()) as port:
        go(port, outside=outside)

    copied = OutgoingRow.objects.exclude(copied_at=None).values_list("subject", flat=True)
    assert (list(copied), OutgoingRow.objects.filter(recorded_at=None).count()) == (["the second"], 0)


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data", "dot"])
def test_a_server_that_says_later_gets_it_later_and_once(ana, stage):
    row, told = scheduled(ana), Told(answers={stage: "451 greylisted, try again"})

    with mail_server(told) as port:
        go(port)
        row.refresh_from_db()
        waits_until, state, trouble = row.leaves_at, row.state, row.trouble
        told.answers.clear()
        go(port, after=DUE + PAUSES[0] - timedelta(seconds=1))
        too_soon = len(told.taken)
        go(port, after=DUE + PAUSES[0])

    row.refresh_from_db()
    assert (state, waits_until, "greylisted" in trouble) == ("scheduled", NOW + DUE + PAUSES[0], True)
    assert (too_soon, len(told.taken), row.state, row.trouble) == (0, 1, "sent", "")


def test_a_server_that_says_later_all_day_ends_in_a_plain_sentence(ana):
    row, told = scheduled(ana), Told(answers={"rcpt": "451 greylisted"})
    pauses = []

    with mail_server(told) as port:
        for _ in range(len(PAUSES) + 1):
            row.refresh_from_db()
            at = row.leaves_at
            go(port, after=at - NOW)
            row.refresh_from_db()
            pauses.append(row.leaves_at - at)

    assert row.state == "failed"
    assert "for a day" in row.trouble
    assert pauses[:-1] == sorted(pauses[:-1]) == list(PAUSES)
    assert told.taken == []


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data", "dot"])
def test_a_server_that_refuses_ends_it_with_its_own_words(ana, stage):
    row, told = scheduled(ana), Told(answers={stage: "550 5.1.1 no such user"})

    with mail_server(told) as port:
        go(port)
        go(port, after=timedelta(days=1))

    row.refresh_from_db()
    assert (row.state, "no such user" in row.trouble, told.taken) == ("failed", True, [])


@pytest.mark.parametrize("stage", ["connect", "ehlo", "auth", "mail", "rcpt", "data"])
def test_a_line_lost_before_the_text_is_tried_again(ana, stage):
    row, told = scheduled(ana), Told(drops={stage})

    with mail_server(told) as port:
        go(port)
        told.drops.clear()
        go(port, after=DUE + PAUSES[0])

    row.refresh_from_db()
    assert (row.state, len(told.taken)) == ("sent", 1)


def test_a_line_lost_after_the_last_dot_is_never_tried_again_by_itself(ana):
    row, told = scheduled(ana), Told(drops={"dot"})

    with mail_server(told) as port:
        outside = go(port)
        for hours in range(1, 100, 9):
            go(port, after=timedelta(hours=hours), outside=outside)

    row.refresh_from_db()
    assert (row.state, told.reached.count("dot")) == ("unknown", 1)
    assert row.trouble.endswith("we never send twice.")


@pytest.fixture
def unsure(ana):
    """A text of which nobody knows whether it left."""
    row = scheduled(ana)
    with mail_server(Told(drops={"dot"})) as port:
        go(port)
    row.refresh_from_db()
    assert row.state == "unknown"
    return row


def test_an_unsure_one_found_in_the_sent_folder_is_sent(ana, unsure):
    outside = Outside()
    outside.sent.append(bytes(unsure.raw))

    go(1, after=DUE + LEASE_OVER, outside=outside)

    unsure.refresh_from_db()
    assert (unsure.state, unsure.recorded_at is None, outside.appends) == ("sent", False, 0)


def test_an_answer_to_an_unsure_one_proves_that_it_arrived(ana, unsure):
    answer = mail("Hi Ana,\n\nYou are welcome.\n\nSam", day=-0.01, subject="Re: Thanks", answers=unsure.message_id)
    bring(ana, answer)

    go(1, after=DUE + LEASE_OVER, outside=Outside(looks=False))

    unsure.refresh_from_db()
    assert unsure.state == "sent"


def test_the_user_may_know_that_it_arrived(ana, unsure):
    act.it_arrived(ana, unsure.pk, now=NOW + timedelta(hours=1))
    go(1, after=timedelta(hours=1), outside=Outside())

    unsure.refresh_from_db()
    assert (unsure.state, unsure.recorded_at is None) == ("sent", False)


def test_the_users_own_new_yes_sends_the_same_bytes_again(ana, unsure):
    act.send_again(ana, unsure.pk, now=NOW + timedelta(hours=1))
    told = Told()
    with mail_server(told) as port:
        go(port, after=timedelta(hours=1, seconds=31))

    assert [taken.raw for taken in told.taken] == [bytes(unsure.raw)]


def test_the_user_may_let_an_unsure_one_be(ana, unsure):
    act.let_be(ana, unsure.pk)

    with mail_server(told := Told()) as port:
        go(port, after=timedelta(days=1))

    unsure.refresh_from_db()
    assert (unsure.state, told.reached) == ("cancelled", [])


def test_stopped_while_the_server_is_greeted_it_does_not_leave(ana):
    row = scheduled(ana)
    told = Told()
    outside = Outside()

    def stopped_first(letter, door, *, going):
        act.cancel(ana, row.pk, now=NOW + DUE)
        return real(letter, door, going=going)

    real = outside.post.deliver
    post = replace(outside.post, deliver=stopped_first)
    with mail_server(told) as port:
        AccountRow.objects.update(smtp_port=port)
        send_due(post, clock=lambda: NOW + DUE, beat=None)

    row.refresh_from_db()
    assert (row.state, told.taken, "data" in told.reached) == ("cancelled", [], False)


def test_someone_no_longer_known_gets_nothing(ana):
    row, told = scheduled(ana), Told()
    PersonRow.objects.filter(email=SAM.email).delete()

    with mail_server(told) as port:
        go(port)

    row.refresh_from_db()
    assert (row.state, told.reached) == ("failed", [])
    assert "nobody you met" in row.trouble


@pytest.mark.parametrize("change", [{"to_email": NOOR.email}, {"message_id": "other@duarte.example"}, {"raw": b""}])
def test_a_letter_that_is_not_what_was_agreed_does_not_leave(ana, change):
    row, told = scheduled(ana), Told()
    OutgoingRow.objects.filter(pk=row.pk).update(**change)

    with mail_server(told) as port:
        go(port)

    row.refresh_from_db()
    assert (row.state, told.reached) == ("failed", [])


def test_without_its_account_it_does_not_leave(ana):
    row = scheduled(ana)
    AccountRow.objects.all().delete()

    send_due(Outside().post, clock=lambda: NOW + DUE, beat=None)

    row.refresh_from_db()
    assert (row.state, "not connected any more" in row.trouble) == ("failed", True)


def test_the_sample_opens_no_line(ana, settings):
    row, told = scheduled(ana), Told()
    settings.DEMO = True

    with mail_server(told) as port:
        go(port)

    row.refresh_from_db()
    assert (row.state, told.reached) == ("scheduled", [])


def test_no_control_string_in_any_field_adds_a_field_or_a_mail(ana):
    told, refused, recovery = Told(), 0, letter(ana).recovery
    usual = {"to_name": SAM.name, "to_email": SAM.email, "subject": "Re: Your application", "body": COOL}
    with mail_server(told) as port:
        account(ana, port=port)
        for evil in CONTROLS:
            for field in ("subject", "to_name", "body"):
                words = usual | {field: f"{evil}\n.\n"}
                row = act.write(ana, purpose="reply", recovery=recovery, **words, now=NOW)
                try:
                    act.send(ana, row.pk, leaves_at=NOW, now=NOW)
                except (UnsafeHeader, NoAddress):
                    refused += 1
        send_due(Outside().post, clock=lambda: NOW + DUE, beat=None)

    assert refused == 2 * len(CONTROLS)
    assert len(told.taken) == len(CONTROLS) == 40
    for taken in told.taken:
        head = taken.raw.partition(b"\r\n\r\n")[0].decode()
        names = [line.partition(":")[0] for line in head.split("\r\n") if not line.startswith((" ", "\t"))]
        assert taken.recipients == [SAM.email]
        assert sorted(names) == sorted(FIELDS.split())
        assert not any(letter in head.replace("\r\n", "") for letter in "\r\n\0\x0b\x0c\x1c\x1d\x1e\x85")
