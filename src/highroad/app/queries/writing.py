"""Private writing: the page it is written on, and the letters that were kept. Nothing else asks for its text."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from highroad.app.models import OwnerRow, SittingRow, WritingRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.recoveries import No
from highroad.app.queries.take_a_moment import ONE_SITTING
from highroad.recovery.since import since
from highroad.steps.take_a_moment.writing import (
    BEST,
    MOST_VALUES,
    VALUES_REST,
    Felt,
    Prompt,
    Sitting,
    prompt,
    prompts,
    stop,
)

ALL_OFFERED = timedelta(days=2)  # without a no there is nothing to be too early for
PLAINER = "plan"


@dataclass(frozen=True, slots=True)
class Page:
    """One page to write on: what about, what else there is, what is written so far, and why to stop, if so.

    Without a prompt it is still to be chosen: writing it out is for those who want it.
    """

    prompt: Prompt | None
    others: tuple[Prompt, ...]
    name: str
    text: str
    values: tuple[str, ...]
    saved_at: datetime | None
    stopped: str

    @property
    def many(self) -> bool:
        """Whether more values were chosen than one can write about well."""
        return len(self.values) > MOST_VALUES


@dataclass(frozen=True, slots=True)
class Letter:
    """One piece of private writing in the list; its text is left out while it is sealed."""

    id: int
    title: str
    written_at: datetime
    sealed_until: datetime | None
    unfinished: bool
    on: str  # where one that is not ended is gone on with
    text: str
    values: str


def page(
    owner: OwnerRow, found: No | None, about: str, *, row_id: int | None = None, fresh: str, now: datetime
) -> Page:
    """The page for this sitting: what was begun on it and not ended, or an empty one under the name `fresh`.

    What was begun can be gone on with, whatever rests by now; the one of `row_id` first.
    """
    past = sittings(owner, found, now=now)
    offered = prompts(since(found.rejection, now) if found else ALL_OFFERED, past, now=now)
    stopped = stop(past, today=now.date())
    begun = sorted(_begun(owner, found), key=lambda row: row.pk != row_id)
    known = {one.key: one for one in (*offered, *(prompt(row.prompt) for row in begun), prompt(PLAINER))}
    usual = prompt(begun[0].prompt).key if begun else PLAINER if stopped else BEST
    chosen = known.get(about) or known.get(usual)
    here = next((row for row in begun if prompt(row.prompt) == chosen), None)
    return Page(
        prompt=chosen,
        others=tuple(one for one in known.values() if one != chosen and (stopped or one.key != PLAINER)),
        name=here.page if here else fresh,
        text=here.text if here else "",
        values=tuple(here.values) if here else (),
        saved_at=here.saved_at if here else None,
        stopped=stopped or "",
    )


def sittings(owner: OwnerRow, found: No | None, *, now: datetime) -> list[Sitting]:
    """What was written and ended: about values in the whole search, of the rest what belongs to this no."""
    since_when = Q(at__gte=now - VALUES_REST) if found is None else Q()
    mine = Q(recovery=found.recovery if found else None) & since_when
    rows = SittingRow.objects.filter(mine | Q(prompt=BEST), owner=owner).order_by("at")
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
    rows = (
        WritingRow.objects.filter(owner=owner)
        .select_related("recovery")
        .order_by("-saved_at")
        .exclude(text="", values="")
    )
    return [_letter(row, now) for row in rows]


def letter(owner: OwnerRow, row_id: int, *, now: datetime) -> Letter:
    """One letter; raises NotThere."""
    row = WritingRow.objects.filter(owner=owner, pk=row_id).select_related("recovery").first()
    if row is None:
        raise NotThere
    return _letter(row, now)


def _letter(row: WritingRow, now: datetime) -> Letter:
    sealed = row.sealed_until if row.sealed_until and row.sealed_until > now else None
    home = f"/no/{row.recovery.event_id}" if row.recovery else ""
    return Letter(
        id=row.pk,
        title=prompt(row.prompt).title,
        written_at=row.started_at,
        sealed_until=sealed,
        unfinished=row.kept_at is None,
        on=f"{home}/take-a-moment/write?about={prompt(row.prompt).key}&row={row.pk}",
        text="" if sealed else row.text,
        values="" if sealed else ", ".join(row.values),
    )


def _begun(owner: OwnerRow, found: No | None) -> list[WritingRow]:
    """What was begun here and not ended, the latest first."""
    if found and found.recovery is None:
        return []
    rows = WritingRow.objects.filter(owner=owner, recovery=found.recovery if found else None, kept_at=None)
    return list(rows.order_by("-saved_at"))
