"""Step five: thoughts that were caught, and the mantras one half believes."""

from dataclasses import dataclass
from datetime import datetime

from highroad.app.models import MantraRow, OwnerRow, ThoughtRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.ask_for_feedback import works_on
from highroad.app.queries.recoveries import No, no
from highroad.steps import wording
from highroad.steps.dont_get_stuck import suggest
from highroad.steps.dont_get_stuck.mantras import Offer, belief_rule, mantras
from highroad.steps.dont_get_stuck.thought import ThoughtRecord, change

WIDTH = 640  # of the picture of two dots, in its own units
EDGE = 8


@dataclass(frozen=True, slots=True)
class Thought:
    """One thought record with the addresses around it; `before_x` and `after_x` place the two dots."""

    id: int
    record: ThoughtRecord
    at: datetime
    home: str
    lighter: int | None

    @property
    def looked_at(self) -> bool:
        """Whether something was written that could change how true it feels."""
        return bool(self.record.fairer.strip() or self.record.to_a_friend.strip())

    @property
    def before_x(self) -> int:
        """Where the dot for the belief before stands."""
        return _place(self.record.belief_before)

    @property
    def after_x(self) -> int:
        """Where the dot for the belief after stands."""
        return _place(self.record.belief_after)


@dataclass(frozen=True, slots=True)
class Begin:
    """The page a thought is caught on."""

    no: No | None
    starter: str
    mantra: str
    one_today: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One mantra as it is shown to this user: ours by its key, their own by its number."""

    name: str
    text: str
    belief: int | None
    offer: Offer | None
    opt_in: bool
    own: bool


def begin(owner: OwnerRow, event_id: str | None, *, now: datetime) -> Begin:
    """Where a thought is caught, after a no or without one; raises NotThere or NotConfirmed."""
    found = no(owner, event_id) if event_id else None
    thought, mantra = (wording(task) for task in suggest(found.rejection, now=now)) if found else ("", "")
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    one_today = ThoughtRow.objects.filter(owner=owner, at__gte=midnight).exists()
    return Begin(found, thought, mantra, one_today)


def thoughts(owner: OwnerRow) -> list[Thought]:
    """Every thought that was caught, the latest first."""
    rows = ThoughtRow.objects.filter(owner=owner).select_related("recovery").order_by("-at", "-pk")
    return [_thought(row) for row in rows]


def thought(owner: OwnerRow, thought_id: int) -> Thought:
    """One of them; raises NotThere."""
    row = ThoughtRow.objects.filter(owner=owner, pk=thought_id).select_related("recovery").first()
    if row is None:
        raise NotThere
    return _thought(row)


def shown_mantras(owner: OwnerRow) -> list[Shown]:
    """Ours in the order they are offered, then the user's own."""
    rows = MantraRow.objects.filter(owner=owner).order_by("pk")
    rated = {row.key: row.belief for row in rows if row.key}
    work_on = works_on(owner)
    ours = [_shown(one.key, one.filled(work_on), rated.get(one.key), opt_in=one.opt_in) for one in mantras()]
    return ours + [_shown(str(row.pk), row.text, row.belief, own=True) for row in rows if not row.key]


def mantra(owner: OwnerRow, name: str) -> Shown:
    """One mantra by its key or number; raises NotThere."""
    found = next((one for one in shown_mantras(owner) if one.name == name), None)
    if found is None:
        raise NotThere
    return found


def _shown(name: str, text: str, belief: int | None, *, opt_in: bool = False, own: bool = False) -> Shown:
    offer = belief_rule(belief) if belief is not None else None
    return Shown(name, text, belief, offer, opt_in, own)


def _thought(row: ThoughtRow) -> Thought:
    record = ThoughtRecord(
        thought=row.thought,
        belief_before=row.belief_before,
        speaks_for=row.speaks_for,
        speaks_against=row.speaks_against,
        to_a_friend=row.to_a_friend,
        fairer=row.fairer,
        belief_after=row.belief_after,
    )
    home = f"/no/{row.recovery.event_id}" if row.recovery else "/thoughts"
    return Thought(row.pk, record, row.at, home, change(record))


def _place(belief: int | None) -> int:
    return EDGE + (WIDTH - 2 * EDGE) * (belief or 0) // 10
