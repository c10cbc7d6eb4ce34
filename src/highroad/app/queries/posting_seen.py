"""What the record shows of one posting beside its own mail: later lists, followed boards, the queue, earlier words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from typing import Any

from django.db.models import Case, DateField, DateTimeField, Q, QuerySet, Value, When
from django.db.models.fields.json import KT

from highroad.app.models import MessageRow, OpeningRow, OwnerRow, PostingRow
from highroad.applications.application import Application
from highroad.events.details.names import employer_key, plain
from highroad.events.details.titles import role_key
from highroad.events.event import Kind
from highroad.rejections.rejection import Rejection
from highroad.steps.likely_not_you.posting import Source, Stood
from highroad.steps.likely_not_you.reasons import TAKEN

LIST, WROTE, SENT = "list", "wrote", "sent"
BEFORE_MAIL = date(1971, 1, 1)  # where the day applied is not known, nothing came before it
BLANK = {
    **dict.fromkeys(("name", "employer", "role", "place", "line"), Value("")),
    **dict.fromkeys(("at", "gone_at", "back_at"), Value(None, output_field=DateTimeField())),
    "closes_on": Value(None, output_field=DateField()),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of any of the four: a list, a mail, a posting on a board, an opening of the queue."""

    name: str
    employer: str | None
    role: str | None
    place: str
    line: str | None
    at: datetime | None
    gone_at: datetime | None
    back_at: datetime | None
    closes_on: date | None


@dataclass(frozen=True, slots=True)
class PostingSeen:
    """The line of a later list, what they wrote before the user applied, and what became of the posting."""

    reposted: tuple[str, datetime | None] | None = None
    taken: tuple[str, datetime | None] | None = None
    stood: tuple[Stood, ...] = ()


def posting_seen(owner: OwnerRow, rejection: Rejection, *, zone: tzinfo | None) -> PostingSeen:
    """All of it in one question; nothing where the employer, the role or the day of the no is not known."""
    one = rejection.application
    if not one.employer or not role_key(one.role or "") or rejection.at is None:
        return PostingSeen()
    found = [Shown(*row) for row in _rows(owner, one, rejection.at, zone=zone)]
    same = [shown for shown in found if shown.name == SENT or _is_of(shown, one)]
    openings = [shown for shown in same if shown.name in (SENT, Source.QUEUE)]
    board = _on_board([shown for shown in same if shown.name == Source.BOARD], openings)
    return PostingSeen(
        reposted=next(_lines([shown for shown in found if shown.name == LIST], one), None),
        taken=next(((shown.line or "", shown.at) for shown in same if shown.name == WROTE), None),
        stood=tuple(_stood(shown, zone=zone) for shown in (*board, *_surest(openings))),
    )


def _rows(owner: OwnerRow, one: Application, no_at: datetime, *, zone: tzinfo | None) -> list[Any]:
    lists = MessageRow.objects.filter(owner=owner, sent_at__gt=no_at, reading__kind=Kind.ALERT)
    first, *others = (
        _told(
            lists.annotate(text=KT("message__text")).filter(text__icontains=one.employer or ""),
            name=Value(LIST),
            line=KT("message__text"),
            at="sent_at",
        ),
        _wrote(owner, before=datetime.combine(one.applied_on or BEFORE_MAIL, time.min, zone)),
        _told(
            PostingRow.objects.filter(owner=owner),
            name=Value(Source.BOARD.value),
            employer="board__employer",
            role="role",
            place="place",
            at="first_seen_at",
            gone_at="gone_at",
            back_at="came_back_at",
            closes_on="closes_on",
        ),
        _kept(owner, one, no_at),
    )
    return list(first.union(*others, all=True))


def _wrote(owner: OwnerRow, *, before: datetime) -> QuerySet[Any, Any]:
    """What others wrote of a place that was taken."""
    rows = MessageRow.objects.filter(owner=owner, outgoing=False, sent_at__lt=before, reading__reason__in=sorted(TAKEN))
    return _told(
        rows,
        name=Value(WROTE),
        employer=KT("reading__employer"),
        role=KT("reading__role"),
        line=KT("reading__reason_quote"),
        at="sent_at",
    )


def _kept(owner: OwnerRow, one: Application, no_at: datetime) -> QuerySet[Any, Any]:
    """The openings this application may have come from; by the user's own tap, or kept before the no."""
    ids = [one.id, *(event.id for event in one.events)]
    rows = OpeningRow.objects.filter(Q(sent_as__in=ids) | Q(sent_as="", added_at__lte=no_at, let_go_at=None))
    return _told(
        rows.filter(owner=owner).exclude(not_sent_as=one.id),
        name=Case(When(sent_as__in=ids, then=Value(SENT)), default=Value(Source.QUEUE.value)),
        employer="employer",
        role="role",
        place="place",
        at="added_at",
        closes_on="closes_on",
    )


def _told(rows: QuerySet[Any], **known: Any) -> QuerySet[Any, Any]:
    """The columns of Shown, in its order; what a table does not know is left blank."""
    return rows.order_by().values_list(*(BLANK | known).values())


def _is_of(shown: Shown, one: Application) -> bool:
    same_employer = employer_key(shown.employer or "") == employer_key(one.employer or "")
    return same_employer and role_key(shown.role or "") == role_key(one.role or "")


def _on_board(postings: list[Shown], openings: list[Shown]) -> list[Shown]:
    """The posting as it stands last; none where the role stands at several places and nothing tells which it was."""
    places = {plain(shown.place) for shown in openings if shown.place}
    there = [shown for shown in postings if plain(shown.place) in places] or postings
    if len({plain(shown.place) for shown in there}) > 1:
        return []
    return sorted(there, key=lambda shown: (shown.gone_at is None, shown.at))[-1:]


def _surest(openings: list[Shown]) -> list[Shown]:
    """Those the user said they applied to; where there are none, the one kept last."""
    sent = [shown for shown in openings if shown.name == SENT]
    return sent or sorted(openings, key=lambda shown: str(shown.at))[-1:]


def _stood(shown: Shown, *, zone: tzinfo | None) -> Stood:
    gone, back = (at.astimezone(zone).date() if at else None for at in (shown.gone_at, shown.back_at))
    return Stood(Source.BOARD if shown.name == Source.BOARD else Source.QUEUE, gone, back, shown.closes_on)


def _lines(lists: list[Shown], one: Application) -> Iterator[tuple[str, datetime | None]]:
    """The lines of lists that name this employer and this role, the earliest first."""
    employer, role = (one.employer or "").lower(), role_key(one.role or "")
    for shown in sorted(lists, key=lambda shown: str(shown.at)):
        for line in (shown.line or "").splitlines():
            if employer in line.lower() and role in role_key(line):
                yield line.strip(), shown.at
