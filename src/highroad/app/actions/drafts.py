"""Keep a draft, or take it along as a file. Sending it is the user's own, in their own mail program."""

import secrets
from datetime import datetime

from django.db import transaction

from highroad.app.actions.deeds import did
from highroad.app.actions.recoveries import done, open_recovery
from highroad.app.codec import from_json
from highroad.app.models import DeedRow, MessageRow, OutgoingRow, OwnerRow
from highroad.app.queries.drafts import STEP_OF, Draft, draft
from highroad.mail.draft import Draft as Mail
from highroad.mail.draft import to_eml
from highroad.mail.message import Address, Message
from highroad.recovery.letter import BLANK
from highroad.steps import words_of
from highroad.steps.dont_burn_bridges.thanks import same_note


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
    """Save the text as it stands while the user types."""
    found = draft(owner, event_id, purpose, number, tone=tone)
    return OutgoingRow.objects.update_or_create(
        owner=owner,
        recovery=open_recovery(owner, event_id, now=now),
        purpose=purpose,
        to_name=found.person.name,
        to_email=found.person.email,
        defaults={"subject": subject, "body": body, "tone": found.tone, "saved_at": now},
    )[0]


@transaction.atomic
def settle(
    owner: OwnerRow, event_id: str, purpose: str, number: int, *, subject: str, body: str, tone: str, now: datetime
) -> OutgoingRow:
    """Save the user's version; raises SameNote when another person already has these words."""
    row = keep_typed(owner, event_id, purpose, number, subject=subject, body=body, tone=tone, now=now)
    if purpose == "thank_you" and any(same_note(body, other.body) for other in _other_notes(row)):
        raise SameNote
    if not DeedRow.objects.filter(owner=owner, kind="draft", about=str(row.pk)).exists():
        did(owner, "draft", recovery=row.recovery, about=str(row.pk), now=now)
    done(owner, row.recovery, STEP_OF[purpose], now=now)
    return row


def as_file(
    owner: OwnerRow, event_id: str, purpose: str, number: int, *, subject: str, body: str, tone: str, now: datetime
) -> bytes:
    """The draft as a mail file, marked unsent. Raises SameNote, StillBlank, or what mail.draft refuses."""
    if BLANK in subject + body:
        keep_typed(owner, event_id, purpose, number, subject=subject, body=body, tone=tone, now=now)
        raise StillBlank
    row = settle(owner, event_id, purpose, number, subject=subject, body=body, tone=tone, now=now)
    raw = to_eml(
        _mail(draft(owner, event_id, purpose, number), _answered_mail(owner, event_id)),
        message_id=f"{secrets.token_hex(16)}@highroad.invalid",
        now=now,
    )
    OutgoingRow.objects.filter(pk=row.pk).update(taken_at=now)
    return raw


def _other_notes(row: OutgoingRow) -> list[OutgoingRow]:
    return list(OutgoingRow.objects.filter(recovery=row.recovery, purpose="thank_you").exclude(pk=row.pk))


def _mail(found: Draft, answered: Message | None) -> Mail:
    """In the thread of the no when it goes to whoever wrote it."""
    to = Address(found.person.name, found.person.email)
    wrote_it = answered is not None and answered.sender is not None and answered.sender.email == to.email
    if answered is None or not wrote_it or not answered.message_id:
        return Mail(to, None, found.subject, found.body)
    thread = (*answered.references, answered.message_id)
    return Mail(to, None, found.subject, found.body, in_reply_to=answered.message_id, references=thread)


def _answered_mail(owner: OwnerRow, event_id: str) -> Message | None:
    row = MessageRow.objects.filter(owner=owner, event_id=event_id, unreadable=False).first()
    return from_json(row.message, Message) if row else None
