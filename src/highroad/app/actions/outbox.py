"""What the user does with a text on its way: change it, let it rest, say yes, stop it, settle what is unsure."""

from datetime import datetime

from django.db import transaction

from highroad.app.actions.consents import Gate, allow, refuse
from highroad.app.actions.outbox_bytes import fixed
from highroad.app.models import AccountRow, OutgoingRow, OwnerRow, RecoveryRow
from highroad.app.queries.outbox import (
    OPEN,
    STOPPABLE,
    accounts_that_send,
    heat_of,
    is_held,
    lacking,
    missing,
    rest_of,
    row_of,
    why_rests,
)
from highroad.app.queries.outbox_hours import first_hour, zone_of
from highroad.app.queries.outbox_nudges import nudge_lacks
from highroad.app.queries.outbox_thanks import repeats_another
from highroad.recovery.cooldown import LAST_LOOK, Why, earliest, rest_until

State = OutgoingRow.State
# a wait that is noted anew, and what a text loses that is a draft again
NOT_NOTED: dict[str, object] = {"noted_at": None, "noted_beat": None, "noted_boot": ""}
NOT_FIXED: dict[str, object] = {"leaves_at": None, "raw": None, "message_id": "", "leased_until": None, "attempts": 0}


class CannotBeSent(ValueError):
    """It lacks something before it can leave; `lacks` is as in queries.outbox.missing."""

    def __init__(self, lacks: str) -> None:
        super().__init__(lacking(lacks))
        self.lacks = lacks


class OnItsWay(ValueError):
    """This text has moved on in the meantime. Look at where it stands now."""

    def __init__(self) -> None:
        super().__init__(str(self.__doc__))


REFUSALS = (CannotBeSent, OnItsWay)  # what an action here may raise beside NotThere; each has its sentence


def write(
    owner: OwnerRow,
    *,
    purpose: str,
    to_name: str,
    to_email: str,
    subject: str,
    body: str,
    now: datetime,
    recovery: RecoveryRow | None = None,
    about: str = "",
    tone: str = "",
) -> OutgoingRow:
    """A new draft to one person, beside or without a no."""
    return OutgoingRow.objects.create(
        owner=owner,
        purpose=purpose,
        to_name=to_name,
        to_email=to_email,
        subject=subject,
        body=body,
        recovery=recovery,
        about=about,
        tone=tone,
        saved_at=now,
    )


@transaction.atomic
def change_words(owner: OwnerRow, outgoing_id: int, *, subject: str, body: str, now: datetime) -> OutgoingRow:
    """Take the user's new words. A rested text that turns hot, or is rewritten at night, rests anew.

    Raises NotThere, or OnItsWay from `scheduled` on.
    """
    row = row_of(owner, outgoing_id)
    if row.state not in OPEN:
        raise OnItsWay
    if (subject, body) == (row.subject, row.body):
        return row
    row.subject, row.body, row.saved_at = subject, body, now
    changes: dict[str, object] = {"subject": subject, "body": body, "saved_at": now}
    why = None if row.state == State.DRAFT else why_rests(row, heat=heat_of(row), now=now)
    return _moved(row, {State(row.state)}, **changes, **(_rest(now, why) if why else {}))


def settle_words(owner: OwnerRow, outgoing_id: int, *, subject: str, body: str, now: datetime) -> OutgoingRow:
    """The same when the user says so, not as they type; words that someone else gets already are kept and refused.

    Raises NotThere, OnItsWay or CannotBeSent.
    """
    row = change_words(owner, outgoing_id, subject=subject, body=body, now=now)
    if repeats_another(row):
        raise CannotBeSent("same")
    return row


@transaction.atomic
def let_rest(owner: OwnerRow, outgoing_id: int, *, now: datetime) -> OutgoingRow:
    """Let it wait until the morning; what was scheduled no longer leaves. Raises NotThere or OnItsWay."""
    row = row_of(owner, outgoing_id)
    why = why_rests(row, heat=heat_of(row), now=now) if row.state in OPEN else None
    return _moved(row, {*OPEN, State.SCHEDULED}, **NOT_FIXED | _rest(now, why))


@transaction.atomic
def send(
    owner: OwnerRow,
    outgoing_id: int,
    *,
    now: datetime,
    leaves_at: datetime | None = None,
    account_id: int | None = None,
    seen_at: datetime | None = None,
) -> OutgoingRow:
    """The user's own yes to this one text: gives it as `scheduled`, its bytes fixed, or as `resting` when it must rest.

    `leaves_at` None: the recipient's next weekday morning, or in thirty seconds when it rested. A sooner hour than
    ten minutes, or those seconds, is moved there. `seen_at` is the `saved_at` of the words that were read: others
    do not leave. Raises NotThere, CannotBeSent, OnItsWay or what mail.draft refuses.
    """
    row = row_of(owner, outgoing_id)
    if row.state not in {State.DRAFT, State.READY} or seen_at not in {None, row.saved_at}:
        raise OnItsWay
    account = _account(row, account_id, now=now)
    why = why_rests(row, heat=heat_of(row), now=now)
    until = rest_of(row, why, now=now)
    if until:
        return _moved(row, {State(row.state)}, **_rest(now, why) | {"rests_until": until})
    rested = row.state == State.READY  # a draft whose rest would be over by now never was read again after one
    there = zone_of(owner, row.to_email, own=now.tzinfo)
    leaves = max(leaves_at or first_hour(row, there, rested=rested, now=now), earliest(now, rested=rested))
    if lacks := nudge_lacks(row, on=leaves.astimezone(now.tzinfo)):
        raise CannotBeSent(lacks)
    allow(owner, Gate.SEND, about=f"{row.pk} {row.to_email}", now=now)
    message_id, raw = fixed(row, account, leaves_at=leaves.astimezone(now.tzinfo))
    fixed_now = {"leaves_at": leaves, "account": account, "message_id": message_id, "raw": raw}
    scheduled = {"state": State.SCHEDULED, "trouble": ""}
    return _moved(row, {State(row.state)}, **NOT_FIXED | NOT_NOTED | fixed_now | scheduled)


@transaction.atomic
def cancel(owner: OwnerRow, outgoing_id: int, *, now: datetime) -> OutgoingRow:
    """Stop it, up to the moment its first byte leaves; the words stay. Raises NotThere, or OnItsWay when it left."""
    row = row_of(owner, outgoing_id)
    cancelled = _moved(row, {*STOPPABLE, State.DRAFT}, state=State.CANCELLED, **NOT_FIXED | NOT_NOTED)
    refuse(owner, Gate.SEND, about=f"{row.pk} {row.to_email}", now=now)
    return cancelled


@transaction.atomic
def take_up_again(owner: OwnerRow, outgoing_id: int) -> OutgoingRow:
    """Make a cancelled, failed or held text a draft again, to be read once more. Raises NotThere or OnItsWay.

    Hot words that the user stopped rest anew; the others rested, and only the sending went wrong.
    """
    row = row_of(owner, outgoing_id)
    stayed = {State.CANCELLED, State.FAILED} | ({State.SCHEDULED} if is_held(row) else set())
    again = {"rested_body": ""} if row.state == State.CANCELLED else {}
    return _moved(row, stayed, state=State.DRAFT, **NOT_FIXED | NOT_NOTED | again, trouble="")


@transaction.atomic
def it_arrived(owner: OwnerRow, outgoing_id: int, *, now: datetime) -> OutgoingRow:
    """The user knows that an unsure one reached them. Raises NotThere or OnItsWay."""
    row = row_of(owner, outgoing_id)
    sent_at = row.sent_at or row.leaves_at or now
    arrived = {"state": State.SENT, "sent_at": sent_at, "may_have_arrived": False}
    return _moved(row, {State.UNKNOWN}, **arrived, leased_until=None, attempts=0, trouble="")


@transaction.atomic
def send_again(owner: OwnerRow, outgoing_id: int, *, now: datetime) -> OutgoingRow:
    """The user's own new yes to an unsure one: the same bytes and Message-ID, thirty seconds on.

    Raises NotThere, OnItsWay or CannotBeSent.
    """
    row = row_of(owner, outgoing_id)
    _account(row, None, now=now)
    allow(owner, Gate.SEND, about=f"{row.pk} {row.to_email} again", now=now)
    again = {"state": State.SCHEDULED, "leaves_at": now + LAST_LOOK, "attempts": 0, "leased_until": None}
    return _moved(row, {State.UNKNOWN}, **again | NOT_NOTED, may_have_arrived=True, trouble="")


@transaction.atomic
def let_be(owner: OwnerRow, outgoing_id: int) -> OutgoingRow:
    """Leave an unsure one as it is, without asking again. Raises NotThere or OnItsWay."""
    left = {"state": State.CANCELLED, "leased_until": None, "may_have_arrived": True}
    return _moved(row_of(owner, outgoing_id), {State.UNKNOWN}, **left)


def _account(row: OutgoingRow, account_id: int | None, *, now: datetime) -> AccountRow:
    """The account it leaves from: the one named, else its own, else the first. Raises CannotBeSent."""
    accounts = accounts_that_send(row.owner)
    lacks = missing(row, accounts, now=now)
    wanted = account_id or row.account_id
    account = next((one for one in accounts if one.pk == wanted), None if account_id else next(iter(accounts), None))
    if lacks or account is None:
        raise CannotBeSent(lacks or "account")
    return account


def _rest(now: datetime, why: Why | None) -> dict[str, object]:
    return {
        "state": State.RESTING,
        "rest_why": why or "",
        "rests_until": rest_until(now),
        "rested_body": "",
        **NOT_NOTED,
    }


def _moved(row: OutgoingRow, states: set[State], **changes: object) -> OutgoingRow:
    """Compare and set: change a row that is in one of these states, else raise OnItsWay."""
    if not OutgoingRow.objects.filter(pk=row.pk, state__in=states).update(**changes):
        raise OnItsWay
    row.refresh_from_db()
    return row
