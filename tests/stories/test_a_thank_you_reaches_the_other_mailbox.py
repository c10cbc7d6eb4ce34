"""The road of mail, over real servers: a no comes in, a thank-you and a question go out, and the answer is known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

import pytest
import time_machine

from highroad.app import chores
from highroad.app.actions import accounts, drafts, outbox
from highroad.app.actions import ask_for_feedback as ask
from highroad.app.actions.corrections import say
from highroad.app.actions.recoveries import open_recovery
from highroad.app.actions.sync import sync
from highroad.app.models import AccountRow, EventRow, FeedbackRow, OutgoingRow, OwnerRow
from highroad.app.queries.accounts import AccountSettings
from highroad.app.queries.ask_for_feedback import feedback
from highroad.app.queries.drafts import PEOPLE
from highroad.app.queries.recoveries import no
from highroad.applications.correction import ConfirmedNo
from highroad.edges.imap import open_mailbox
from highroad.mail.message import Address
from highroad.mail.parse import parse
from highroad.steps.ask_for_feedback.answer import Sort
from tests.cast import ANA, ELI, NOOR, NOW, SAM
from tests.edges.mail_server import Told, mail_server
from tests.servers.dovecot import SECRET, Dovecot, running

pytestmark = pytest.mark.django_db

INVITED = """Hi Ana,

We would like to invite you to an interview for the Data Analyst role at Haldenfrey on Tuesday 10 November 2026
at 10:00. You will meet Noor Haddad and Eli Brandt.

Kind regards
Noor Haddad
Head of Data, Haldenfrey"""
REFUSED = """Dear Ana,

Thank you for the interviews for the Data Analyst position at Haldenfrey. Unfortunately, we have decided to move forward
with another candidate.

Kind regards
Sam Reyes
Recruiter, Haldenfrey"""
ANSWERED = """Hi Ana,

Of course. Your case study was very clear, and everybody liked how you explained the model. You could work on your SQL,
joins took you long. Good luck.

Sam"""


@dataclass
class Desk:
    """Ana's mailbox on a real server, a server that takes her mail, and a clock that is moved by hand."""

    owner: OwnerRow
    dovecot: Dovecot
    account: AccountRow
    told: Told
    clock: time_machine.Traveller

    def comes(self, body: str, *, sender: Address, subject: str, answers: str = "") -> None:
        """A mail reaches her, and is read."""
        made = EmailMessage()
        made["From"], made["To"], made["Subject"] = f"{sender.name} <{sender.email}>", ANA.email, subject
        made["Date"] = format_datetime(self.now)
        made["Message-ID"] = f"<{len(body)}.{self.now:%d%H%M}@haldenfrey.example>"
        if answers:
            made["In-Reply-To"] = f"<{answers}>"
        made.set_content(body)
        self.dovecot.deliver([made.as_bytes()])
        for _ in sync(self.owner, self.account.pk, clock=lambda: self.now):
            pass

    @property
    def now(self) -> datetime:
        """What the moved clock shows."""
        return datetime.now(NOW.tzinfo)

    def later(self, **more: float) -> None:
        """Time goes by."""
        self.clock.shift(timedelta(**more))

    def sends(self, row: OutgoingRow) -> OutgoingRow:
        """She says yes; when its hour has come the chore lets it leave, and what left is delivered."""
        scheduled = outbox.send(self.owner, row.pk, now=self.now)
        before = len(self.told.taken)
        assert scheduled.leaves_at
        self.clock.move_to(scheduled.leaves_at + timedelta(minutes=1))
        chores.let_mail_leave()
        for taken in self.told.taken[before:]:
            for recipient in taken.recipients:
                self.dovecot.deliver([taken.raw], to=recipient)
        row.refresh_from_db()
        return row

    def box_of(self, someone: Address) -> list[bytes]:
        """What lies in somebody's inbox, fetched from the server as their own program would."""
        with open_mailbox(self.dovecot.server(someone.email), SECRET) as mailbox:
            mailbox.open("INBOX")
            return [found.raw for found in mailbox.wholes(mailbox.uids())]


@pytest.fixture
def desk(ana_at_home: OwnerRow) -> Iterator[Desk]:
    told = Told()
    with running() as dovecot, mail_server(told) as port, time_machine.travel(NOW, tick=False) as clock:
        settings = AccountSettings(
            ANA.email, "127.0.0.1", imap_port=dovecot.port, imap_security="none",
            smtp_host="127.0.0.1", smtp_port=port, smtp_security="none", user_name=ANA.email,
        )  # fmt: skip
        tried = accounts.try_out(ana_at_home, settings, SECRET, now=NOW)
        account = accounts.connect(ana_at_home, settings, SECRET, folders=tried.folders, chosen=tried.usual, now=NOW)
        yield Desk(ana_at_home, dovecot, account, told, clock)


@pytest.fixture
def ana_at_home(db: None) -> OwnerRow:
    return OwnerRow.objects.create(name="Ana Duarte", created_at=NOW)


def number_of(owner: OwnerRow, event_id: str, purpose: str, someone: Address) -> int:
    """Which of a purpose's people somebody is, counted from 1."""
    people = PEOPLE[purpose](owner, no(owner, event_id).rejection)
    return [person.email for person in people].index(someone.email) + 1


def test_from_a_no_to_a_thank_you_to_an_answer(desk):
    desk.comes(INVITED, sender=NOOR, subject="Interview for Data Analyst")
    desk.later(days=14)
    desk.comes(REFUSED, sender=SAM, subject="Your application for Data Analyst at Haldenfrey")
    refusal = EventRow.objects.get(owner=desk.owner, kind="rejection")
    say(desk.owner, ConfirmedNo(refusal.event_id), now=desk.now)
    open_recovery(desk.owner, refusal.event_id, now=desk.now)
    desk.later(days=1)

    # a thank-you to somebody she met
    event_id, to_noor = refusal.event_id, number_of(desk.owner, refusal.event_id, "thank_you", NOOR)
    note = "Hi Noor,\n\nThank you for the talk. Your story about the wrong decimal made my week.\n\nAna"
    draft = drafts.settle(
        desk.owner, event_id, "thank_you", to_noor, subject="Thank you", body=note, tone="warm", now=desk.now
    )
    sent = desk.sends(draft)

    [got] = desk.box_of(NOOR)
    assert (sent.state, parse(got).text.strip()) == ("sent", note)
    assert parse(got).message_id == parse(bytes(sent.raw)).message_id
    assert EventRow.objects.filter(
        owner=desk.owner, kind="thank_you", application=refusal_now(desk).application
    ).exists()

    # a question to the recruiter, and his answer
    to_sam = number_of(desk.owner, event_id, "feedback", SAM)
    question = "Hi Sam,\n\nThank you for telling me. What is one thing I could work on for next time?\n\nAna"
    draft = drafts.settle(
        desk.owner, event_id, "feedback", to_sam, subject="One question", body=question, tone="warm", now=desk.now
    )
    sent = desk.sends(draft)
    assert [parse(raw).text.strip() for raw in desk.box_of(SAM)] == [question]
    asked = FeedbackRow.objects.get(owner=desk.owner)
    assert (asked.asked_name, asked.answer) == (SAM.name, "")

    desk.later(days=2)
    desk.comes(ANSWERED, sender=SAM, subject="Re: One question", answers=sent.message_id.strip("<>"))

    [found] = feedback(desk.owner, now=desk.now).asked
    assert found.maybe
    ask.is_answer(desk.owner, asked.pk, found.maybe.event_id, yes=True, now=desk.now)
    [found] = feedback(desk.owner, now=desk.now).asked
    assert any("SQL" in one.text for one in found.of(Sort.WORK_ON))
    assert any("case study" in one.text for one in found.of(Sort.KEEP_DOING))

    # nobody else got anything, and what left stands in her own Sent folder
    assert desk.box_of(ELI) == []
    assert sum(len(taken.recipients) for taken in desk.told.taken) == 2
    copies = [path for path in desk.dovecot.flags() if ".Sent/" in path]
    assert len(copies) == 2


def refusal_now(desk: Desk) -> EventRow:
    """The no as it stands after the record was worked out again."""
    return EventRow.objects.get(owner=desk.owner, kind="rejection")
