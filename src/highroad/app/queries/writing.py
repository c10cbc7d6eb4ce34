"""Private writing: the page it is written on, and the letters that were kept. Nothing else asks for its text."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from highroad.app.models import OwnerRow, SittingRow, WritingRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.recoveries import No
from highroad.app.queries.take_a_moment import ONE_SITTING
from highroad.recovery.since import since
from highroad.steps.take_a_moment.writing import VALUES_REST, Felt, Prompt, Sitting, prompt, prompts, stop

ALL_OFFERED = timedelta(days=2)  # without a no there is nothing to be too early for
PLAINER = "plan"


@dataclass(frozen=True, slots=True)
class Page:
    """One page to write on: what about, what else there is, what is written so far, and why to stop, if so."""

    prompt: Prompt
    others: tuple[Prompt, ...]
    name: str
    text: str
    values: tuple[str, ...]
    saved_at: datetime | None
    stopped: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One piece of private writing in the list; its text is left out while it is sealed."""

    id: int
    title: str
    written_at: datetime
    sealed_until: datetime | None
    unfinished: bool
    text: str
    values: str


def page(owner: OwnerRow, found: No | None, about: str, *, fresh: str, now: datetime) -> Page:
    """The page for this sitting: what was begun on it and not ended, or an empty one under the name `fresh`."""
    past = sittings(owner, found, now=now)
    offered = prompts(since(found.rejection, now) if found else ALL_OFFERED, past, now=now)
    stopped = stop(past, today=now.date())
    known = {one.key: one for one in (*offered, prompt(PLAINER))}
    last = _begun(owner, found, "")
    chosen = known.get(about) or known.get(last.prompt if last else "") or known[PLAINER if stopped else offered[0].key]
    begun = _begun(owner, found, chosen.key)
    return Page(
        prompt=chosen,
        others=tuple(one for one in known.values() if one.key != chosen.key and (stopped or one.key != PLAINER)),
        name=begun.page if begun else fresh,
        text=begun.text if begun else "",
        values=tuple(begun.values) if begun else (),
        saved_at=begun.saved_at if begun else None,
        stopped=stopped or "",
    )


def sittings(owner: OwnerRow, found: No | None, *, now: datetime) -> list[Sitting]:
    """What was written and ended: about values in the whole search, of the rest what belongs to this no."""
    since_when = Q(at__gte=now - VALUES_REST) if found is None else Q()
    mine = Q(recovery=found.recovery if found else None) & since_when
    rows = SittingRow.objects.filter(mine | Q(prompt="values"), owner=owner).order_by("at")
    return [
        Sitting(row.prompt, row.at.astimezone(now.tzinfo), Felt(row.felt) if row.felt else None, row.circled)
        for row in rows
    ]


def just_ended(owner: OwnerRow, found: No | None, *, now: datetime) -> int | None:
    """The number of the page that was ended in this sitting; None when there is none."""
    rows = SittingRow.objects.filter(owner=owner, recovery=found.recovery if found else None)
    return rows.filter(at__gte=now - ONE_SITTING).order_by("-at").values_list("pk", flat=True).first()


def row_of(owner: OwnerRow, name: str) -> int | None:
    """The number of what was saved of this page; None while nothing was."""
    return WritingRow.objects.filter(owner=owner, page=name).values_list("pk", flat=True).first()


def letters(owner: OwnerRow, *, now: datetime) -> list[Letter]:
    """Everything that was kept, sealed or left unfinished, the latest first."""
    rows = WritingRow.objects.filter(owner=owner).order_by("-saved_at").exclude(text="", values="")
    return [_letter(row, now) for row in rows]


def letter(owner: OwnerRow, row_id: int, *, now: datetime) -> Letter:
    """One letter; raises NotThere."""
    row = WritingRow.objects.filter(owner=owner, pk=row_id).first()
    if row is None:
        raise NotThere
    return _letter(row, now)


def _letter(row: WritingRow, now: datetime) -> Letter:
    sealed = row.sealed_until if row.sealed_until and row.sealed_until > now else None
    return Letter(
        id=row.pk,
        title=prompt(row.prompt).title,
        written_at=row.started_at,
        sealed_until=sealed,
        unfinished=row.kept_at is None,
        text="" if sealed else row.text,
        values="" if sealed else ", ".join(row.values),
    )


def _begun(owner: OwnerRow, found: No | None, about: str) -> WritingRow | None:
    """What was begun and not ended, about this if anything is named."""
    if found and found.recovery is None:
        return None
    rows = WritingRow.objects.filter(owner=owner, recovery=found.recovery if found else None, kept_at=None)
    return (rows.filter(prompt=about) if about else rows).order_by("-saved_at").first()
