"""Private writing: the page it is written on, and the letters that were kept. Nothing else asks for its text."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from highroad.app.models import DeedRow, OwnerRow, WritingRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.recoveries import No
from highroad.recovery.since import since
from highroad.steps.take_a_moment.writing import Prompt, goes_in_circles, prompt, prompts

ALL_OFFERED = timedelta(days=2)  # without a no there is nothing to be too early for
PLAINER = "plan"


@dataclass(frozen=True, slots=True)
class Page:
    """One page to write on: what about, what else there is, and what is written so far."""

    prompt: Prompt
    others: tuple[Prompt, ...]
    row_id: int | None
    text: str
    saved_at: datetime | None


@dataclass(frozen=True, slots=True)
class Letter:
    """One piece of private writing in the list; its text is left out while it is sealed."""

    id: int
    title: str
    written_at: datetime
    sealed_until: datetime | None
    unfinished: bool
    text: str


def page(owner: OwnerRow, found: No | None, about: str, *, now: datetime) -> Page:
    """The page for this sitting; what was begun and not ended is still there."""
    begun = _begun(owner, found)
    offered = prompts(
        since(found.rejection, now) if found else ALL_OFFERED,
        values_done=DeedRow.objects.filter(owner=owner, kind="writing", about="values").exists(),
    )
    plainer = prompt(PLAINER)
    known = {one.key: one for one in (*offered, plainer)}
    chosen = known.get(about) or known.get(begun.prompt if begun else "") or offered[0]
    return Page(
        prompt=chosen,
        others=tuple(one for one in offered if one.key != chosen.key),
        row_id=begun.pk if begun else None,
        text=begun.text if begun else "",
        saved_at=begun.saved_at if begun else None,
    )


def letters(owner: OwnerRow, *, now: datetime) -> list[Letter]:
    """Everything that was kept, sealed or left unfinished, the latest first."""
    rows = WritingRow.objects.filter(owner=owner).order_by("-saved_at").exclude(text="")
    return [_letter(row, now) for row in rows]


def letter(owner: OwnerRow, row_id: int, *, now: datetime) -> Letter:
    """One letter; raises NotThere."""
    row = WritingRow.objects.filter(owner=owner, pk=row_id).first()
    if row is None:
        raise NotThere
    return _letter(row, now)


def circles(owner: OwnerRow, row_id: int) -> bool:
    """Whether this one goes round the same question, so that something plainer is offered."""
    text = WritingRow.objects.filter(owner=owner, pk=row_id).values_list("text", flat=True).first()
    return goes_in_circles(text or "")


def _letter(row: WritingRow, now: datetime) -> Letter:
    sealed = row.sealed_until if row.sealed_until and row.sealed_until > now else None
    return Letter(
        id=row.pk,
        title=prompt(row.prompt).title,
        written_at=row.started_at,
        sealed_until=sealed,
        unfinished=row.kept_at is None,
        text="" if sealed else row.text,
    )


def _begun(owner: OwnerRow, found: No | None) -> WritingRow | None:
    if found and found.recovery is None:
        return None
    rows = WritingRow.objects.filter(owner=owner, recovery=found.recovery if found else None, kept_at=None)
    return rows.order_by("-saved_at").first()
