"""Add what one heard of the reason, work on it, write down what one said, let go of either."""

from datetime import datetime

from django.db import transaction

from highroad.app.actions.let_go import let_go as gone
from highroad.app.actions.recoveries import done, open_recovery
from highroad.app.actions.resume import begin
from highroad.app.models import HeardRow, OwnerRow, WorryRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.let_go import Kind
from highroad.app.queries.likely_not_you import gap_of, likely
from highroad.app.queries.recoveries import no
from highroad.app.queries.resume import as_gap
from highroad.events.event import Reason
from highroad.steps import words_of
from highroad.steps.likely_not_you.worries import Worry, talks_held

STEP = "likely_not_you"
LONGEST_HEARD, LONGEST_SAID = 500, 5000  # characters


class NothingHeard(ValueError):
    """Neither a reason was chosen nor words were typed."""

    def __init__(self) -> None:
        super().__init__(words_of(STEP)["nothing_heard"])


@transaction.atomic
def add_heard(owner: OwnerRow, event_id: str, *, reason: str, text: str, now: datetime) -> None:
    """Keep what the user was told of the reason; raises NothingHeard, NotThere or NotConfirmed."""
    text = " ".join(text.split())[:LONGEST_HEARD]
    if not text and reason not in set(Reason):
        raise NothingHeard
    recovery = open_recovery(owner, event_id, now=now)
    kind = Reason(reason) if reason in set(Reason) else Reason.OTHER
    HeardRow.objects.create(owner=owner, recovery=recovery, reason=kind, text=text, at=now)


def forget_heard(owner: OwnerRow, event_id: str) -> None:
    """Take out everything the user heard about this no; raises NotThere or NotConfirmed."""
    found = no(owner, event_id)
    if found.recovery:
        HeardRow.objects.filter(owner=owner, recovery=found.recovery).delete()


@transaction.atomic
def work_on_reason(owner: OwnerRow, event_id: str, *, number: str, now: datetime) -> None:
    """Experience they named, or the user heard of, becomes something to work on, once; raises NotThere for another."""
    found = likely(owner, event_id, now=now)
    named = {str(place): one for place, one in enumerate(found.reasons.stated) if one.reason is Reason.EXPERIENCE}
    if number not in named:
        raise NotThere
    if named[number] in found.begun:
        return
    recovery = open_recovery(owner, event_id, now=now)
    begin(owner, gap_of(named[number]), first_step=as_gap("said_first"), recovery=recovery, now=now)


@transaction.atomic
def write_down(owner: OwnerRow, event_id: str, *, text: str, talk_id: str, now: datetime) -> None:
    """Keep what the user said in a talk; nothing written keeps nothing. Raises NotThere or NotConfirmed."""
    text = text.strip()[:LONGEST_SAID]
    recovery = open_recovery(owner, event_id, now=now)
    if not text:
        return
    known = {talk.id for talk in talks_held(no(owner, event_id).rejection)}
    WorryRow.objects.create(
        owner=owner,
        recovery=recovery,
        worry=Worry.SAID,
        text=text,
        talk_id=talk_id if talk_id in known else "",
        at=now,
    )
    done(owner, recovery, STEP, now=now)


def let_go(owner: OwnerRow, worry_id: int, *, now: datetime) -> str:
    """Let go of something written down; returns the name to undo it by. Raises NotThere."""
    return gone(owner, Kind.WORRY, worry_id, now=now)
