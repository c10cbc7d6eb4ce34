"""Step one, one screen at a time, at the pace that fits how hard the no landed; also without any no."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from highroad.app.models import ComfortRow, MomentRow, OwnerRow
from highroad.app.queries.recoveries import No, no
from highroad.app.queries.today_cards import when
from highroad.steps.take_a_moment.feelings import Feeling, named
from highroad.steps.take_a_moment.pacing import PARTS, pace

SCREENS = {"feelings": "", "breathing": "/breathe", "comfort": "/kind", "guess": "/tomorrow", "writing": "/write"}
LAST = "/rest"
ONE_SITTING = timedelta(hours=2)  # feelings named so recently are answered on the next screen


@dataclass(frozen=True, slots=True)
class Room:
    """Where one screen stands: what comes after it, and where its ways out lead."""

    no: No | None
    url: str
    home: str
    onward: str
    rests_until: str
    more: tuple[tuple[str, str], ...]  # parts that are folded at this pace, and their addresses


def room(owner: OwnerRow, event_id: str | None, part: str, *, now: datetime) -> Room:
    """One screen of the step; without an event id it belongs to no rejection. Raises NotThere or NotConfirmed."""
    found = no(owner, event_id) if event_id else None
    home = found.url if found else "/"
    url = f"{found.url if found else ''}/take-a-moment"
    pacing = pace(found.sting if found else None)
    rests = found.rests_until(now) if found else None
    return Room(
        no=found,
        url=url,
        home=home,
        onward=url + _after(part, pacing.parts),
        rests_until=when(rests, now) if rests else "",
        more=tuple((folded, url + SCREENS[folded]) for folded in pacing.folded),
    )


def latest_moment(owner: OwnerRow, found: No | None, *, now: datetime) -> MomentRow | None:
    """What was named in this sitting."""
    moments = MomentRow.objects.filter(owner=owner, recovery=found.recovery if found else None)
    return moments.filter(at__gte=now - ONE_SITTING).order_by("-at").first()


def named_in(moment: MomentRow | None) -> tuple[Feeling, ...]:
    """What was named, each with what it is and a calm line."""
    return named(moment.feelings) if moment else ()


def comforts(owner: OwnerRow) -> list[tuple[int, str]]:
    """What is kind on the user's own list, with its number."""
    return list(ComfortRow.objects.filter(owner=owner).order_by("pk").values_list("pk", "text"))


def _after(part: str, parts: tuple[str, ...]) -> str:
    """The screen after this one; a part that is folded at this pace goes on with the next that is not."""
    ahead = PARTS[PARTS.index(part) + 1 :] if part in PARTS else ()
    following = parts[parts.index(part) + 1 :] if part in parts else [one for one in ahead if one in parts]
    return SCREENS[following[0]] if following else LAST
