"""The whole story on one page: mail comes in, a confirmed no gets its plan, nothing else does."""

from datetime import timedelta

from highroad.applications.correction import ConfirmedNo, Correction, NotANo
from highroad.events.recognise import event_id
from highroad.flow import recover
from highroad.mail.message import Address, Message
from highroad.recovery.plan import Plan
from tests.cast import ANA, EMPLOYER, NOW, ROLE, SAM

MINE = frozenset({ANA.email})
SCREENING = "Haldenfrey Careers", "careers@haldenfrey.example"

CONFIRMED = Message(
    key="confirmed",
    message_id="<1@haldenfrey.example>",
    sender=Address(*SCREENING),
    to=(ANA,),
    subject=f"Your application for {ROLE} at {EMPLOYER}",
    sent_at=NOW - timedelta(days=30),
    text=f"Dear Ana,\n\nwe have received your application for the {ROLE} position at {EMPLOYER}.\n",
)
INVITED = Message(
    key="invited",
    message_id="<2@haldenfrey.example>",
    in_reply_to="<1@haldenfrey.example>",
    sender=SAM,
    to=(ANA,),
    subject=f"Interview: {ROLE} at {EMPLOYER}",
    sent_at=NOW - timedelta(days=20),
    text=(
        f"Hi Ana,\n\nwe would like to invite you to an interview for the {ROLE} position next Tuesday.\n\n"
        "Best,\nSam Reyes\nRecruiter\n"
    ),
)
REFUSED = Message(
    key="refused",
    message_id="<3@haldenfrey.example>",
    in_reply_to="<2@haldenfrey.example>",
    references=("<1@haldenfrey.example>", "<2@haldenfrey.example>"),
    sender=SAM,
    to=(ANA,),
    subject=f"Re: Interview: {ROLE} at {EMPLOYER}",
    sent_at=NOW - timedelta(hours=1),
    text=(
        f"Hi Ana,\n\nthank you for the time you gave us. Unfortunately, we have decided not to move forward with your "
        f"application for the {ROLE} position.\n\nBest,\nSam Reyes\nRecruiter\n"
    ),
)
NEWSLETTER = Message(
    key="newsletter",
    sender=Address("The Cellar", "hello@cellar.example"),
    to=(ANA,),
    subject="Three autumn soups",
    sent_at=NOW,
    text="Pumpkin, leek and lentil. See you in the shop.\n",
)
MAILBOX = [REFUSED, NEWSLETTER, CONFIRMED, INVITED]


def recovered(*corrections: Correction) -> list[Plan]:
    return recover(MAILBOX, mine=MINE, corrections=corrections, now=NOW)


def test_without_the_users_own_yes_no_recovery_starts():
    assert recovered() == []


def test_a_confirmed_no_gets_a_plan_from_its_whole_application():
    (plan,) = recovered(ConfirmedNo(event_id("refused")))

    application = plan.rejection.application
    assert application.id == event_id("confirmed")
    assert [event.message_key for event in application.events] == ["confirmed", "invited", "refused"]
    assert plan.of("ask_for_feedback")[0].words != "early"


def test_a_yes_taken_back_takes_the_plan_with_it():
    yes = ConfirmedNo(event_id("refused"))

    assert recovered(yes, NotANo(event_id("refused"))) == []


def test_what_is_read_twice_is_planned_once():
    yes = ConfirmedNo(event_id("refused"))

    assert recover(MAILBOX * 2, mine=MINE, corrections=(yes,), now=NOW) == recovered(yes)
