"""Keep a draft, or go on to the outbox with it. Nothing leaves from here."""

from datetime import datetime

from highroad.app.actions.deeds import did
from highroad.app.actions.outbox import change_words, take_up_again
from highroad.app.actions.recoveries import open_recovery
from highroad.app.models import DeedRow, OutgoingRow, OwnerRow
from highroad.app.queries.drafts import draft
from highroad.app.queries.outbox import OPEN, may_have_left
from highroad.app.queries.outbox_thanks import repeats_another
from highroad.recovery.letter import BLANK
from highroad.steps import words_of

AGAIN = (OutgoingRow.State.CANCELLED, OutgoingRow.State.FAILED)  # its words may change, unless it may have left


class SameNote(ValueError):
    """Two people would get the same words."""

    def __init__(self) -> None:
        super().__init__(words_of("dont_burn_bridges")["same"])


class StillBlank(ValueError):
    """The place for the user's own words is still empty."""

    def __init__(self) -> None:
        super().__init__(words_of("dont_burn_bridges")["own_detail"])


def keep_typed(
    owner: OwnerRow, event_id: str, purpose: str, number: int, *, subject: str, body: str, tone: str, now: datetime
) -> OutgoingRow:
    """Save the text as it stands while the user types; raises OnItsWay once it is to leave, or may have left."""
    found = draft(owner, event_id, purpose, number, tone=tone)
    row = OutgoingRow.objects.get_or_create(
        owner=owner,
        recovery=open_recovery(owner, event_id, now=now),
        purpose=purpose,
        to_name=found.person.name,
        to_email=found.person.email,
        defaults={"subject": subject, "body": body, "tone": found.tone, "saved_at": now},
    )[0]
    if row.state in AGAIN and not may_have_left(row):
        take_up_again(owner, row.pk)
    OutgoingRow.objects.filter(pk=row.pk, state__in=OPEN).update(tone=found.tone)
    return change_words(owner, row.pk, subject=subject, body=body, now=now)


def settle(
    owner: OwnerRow, event_id: str, purpose: str, number: int, *, subject: str, body: str, tone: str, now: datetime
) -> OutgoingRow:
    """Save the user's version; the step is done only once it left. Words another person has are kept, and SameNote."""
    row = keep_typed(owner, event_id, purpose, number, subject=subject, body=body, tone=tone, now=now)
    if repeats_another(row):
        raise SameNote
    if not DeedRow.objects.filter(owner=owner, kind="draft", about=str(row.pk)).exists():
        did(owner, "draft", recovery=row.recovery, about=str(row.pk), now=now)
    return row


def whole(
    owner: OwnerRow, event_id: str, purpose: str, number: int, *, subject: str, body: str, tone: str, now: datetime
) -> OutgoingRow:
    """Save a version that could go out: nothing is left to fill in. Raises SameNote, StillBlank or OnItsWay."""
    if BLANK in subject + body:
        keep_typed(owner, event_id, purpose, number, subject=subject, body=body, tone=tone, now=now)
        raise StillBlank
    return settle(owner, event_id, purpose, number, subject=subject, body=body, tone=tone, now=now)
