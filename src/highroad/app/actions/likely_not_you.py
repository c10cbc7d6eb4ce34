"""Add what one heard of the reason; write down what one said; take either out again."""

from datetime import datetime

from django.db import transaction

from highroad.app.actions.recoveries import done, open_recovery
from highroad.app.models import HeardRow, OwnerRow, WorryRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.recoveries import no
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


def let_go(owner: OwnerRow, worry_id: int) -> None:
    """Take out something written down; raises NotThere."""
    deleted, _ = WorryRow.objects.filter(owner=owner, pk=worry_id).delete()
    if not deleted:
        raise NotThere
