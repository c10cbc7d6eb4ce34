"""Everyone met, across applications; and one of them, with what they said and where they are now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Max, Q, QuerySet
from django.utils.timezone import localtime

from highroad.app.models import EventRow, OwnerRow, PersonRow, SamePersonRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.contacts import Kept, also_known_as, goes_by, kept, same_people
from highroad.applications.contact import may_be_the_same
from highroad.applications.honour import titled
from highroad.events.event import Kind, Part, Person

A_PAGE = 60
END = tuple('.!?…:;”"»')


@dataclass(frozen=True, slots=True)
class Meeting:
    """One application someone was met in."""

    application_id: str
    employer: str
    role: str
    part: str
    email: str
    last_contact_at: datetime | None
    thanked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Known:
    """Someone met, with every application they were met in, the latest first."""

    id: str
    name: str
    titled: str  # the name as it is shown: "Dr. Noor Haddad"
    emails: tuple[str, ...]
    meetings: tuple[Meeting, ...]

    @property
    def last_contact_at(self) -> datetime | None:
        """The last mail between them and the user."""
        return max((one.last_contact_at for one in self.meetings if one.last_contact_at), default=None)

    @property
    def from_elsewhere(self) -> Meeting | None:
        """Where they were met first, when they write from another address at another employer now."""
        first, now = self.meetings[-1], self.meetings[0]
        moved = first.employer != now.employer and first.email.partition("@")[2] != now.email.partition("@")[2]
        return first if moved else None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something they wrote, unchanged."""

    text: str
    at: datetime | None

    @property
    def is_whole(self) -> bool:
        """Whether it has an end; a line a mail program broke may have none."""
        return self.text.rstrip()[-1:] in END


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything the page of one person shows; `maybe` are others of that name who may be the same."""

    person: Known
    kept: Kept
    said: Sentence | None
    maybe: tuple[Known, ...]


def people(owner: OwnerRow, *, number: str) -> tuple[Page[str], list[Known]]:
    """One page of everyone met, last heard of first: the page of ids, and the people on it."""
    same = same_people(owner)
    rows = PersonRow.objects.filter(owner=owner).exclude(
        person_id__in=[one for one in same if goes_by(one, same) != one]
    )
    ids = rows.values("person_id").annotate(last=Max("last_contact_at")).order_by("-last", "person_id")
    page = Paginator(ids.values_list("person_id", flat=True), A_PAGE).get_page(number)
    names = also_known_as(page, same)
    known = _known(_meetings(owner).filter(person_id__in=names), names)
    return page, [known[one] for one in page if one in known]


def person(owner: OwnerRow, person_id: str) -> Known:
    """One person, by any id they have; raises NotThere."""
    names = also_known_as([person_id], same_people(owner))
    known = _known(_meetings(owner).filter(person_id__in=names), names)
    if not known:
        raise NotThere
    return next(iter(known.values()))


def page_of(owner: OwnerRow, person_id: str) -> PersonPage:
    """The page of one person; raises NotThere."""
    found = person(owner, person_id)
    return PersonPage(found, kept(owner, found.id), _last_said(owner, found), tuple(_maybe_the_same(owner, found)))


def pair(one: Known, other: Known) -> tuple[str, str]:
    """The ids of two who may be one, whoever was heard of first before the other."""
    first, later = sorted((one, other), key=lambda known: (_heard(known), known.id))
    return first.id, later.id


def _maybe_the_same(owner: OwnerRow, found: Known) -> list[Known]:
    """Others of that full name, at another domain or with none known, as long as the user has not said."""
    if " " not in found.name.strip():
        return []
    rows = _meetings(owner).filter(name__iexact=found.name).exclude(email__in=found.emails)
    others = _known(rows, {row.person_id: row.person_id for row in rows})
    settled = Q(earlier=found.id) | Q(later=found.id)
    told = SamePersonRow.objects.filter(settled, owner=owner).values_list("earlier", "later")
    answered = {one for names in told for one in names}
    return [
        other
        for name, other in others.items()
        if name not in answered and name != found.id and _may_be_one(found, other)
    ]


def _may_be_one(found: Known, other: Known) -> bool:
    return any(
        may_be_the_same(Person(found.name, here), Person(other.name, there))
        for here in found.emails or ("",)
        for there in other.emails or ("",)
    )


def _last_said(owner: OwnerRow, found: Known) -> Sentence | None:
    """The last sentence of theirs that decided what a mail is; never that of a no, which stays folded away."""
    theirs = Q()
    for email in found.emails:
        theirs |= Q(message__sender__iendswith=f" {email}") | Q(message__sender__iexact=email)
    if not theirs:
        return None
    rows = EventRow.objects.filter(theirs, owner=owner, message__outgoing=False)
    rows = rows.filter(application__application_id__in=[one.application_id for one in found.meetings])
    told = rows.exclude(Q(evidence="") | Q(kind=Kind.REJECTION) | Q(is_no=True)).order_by("-at", "pk")
    row = told.values_list("evidence", "at").first()
    return Sentence(*row) if row else None


def _known(rows: Iterable[PersonRow], names: dict[str, str]) -> dict[str, Known]:
    """People by the id they go by, from rows with the latest contact first."""
    by_name: dict[str, list[PersonRow]] = {}
    for row in rows:
        by_name.setdefault(names[row.person_id], []).append(row)
    return {name: _one(name, rows) for name, rows in by_name.items()}


def _one(name: str, rows: list[PersonRow]) -> Known:
    known = max((row.name for row in rows), key=len) or rows[0].email
    honour = max((row.honour for row in rows), key=len)
    return Known(
        id=name,
        name=known,
        titled=titled(f"{honour} {known}") if honour else known,
        emails=tuple(dict.fromkeys(row.email for row in rows if row.email)),
        meetings=tuple(map(_meeting, rows)),
    )


def _meeting(row: PersonRow) -> Meeting:
    application = row.application
    return Meeting(
        application_id=application.application_id,
        employer=application.employer,
        role=application.role,
        part=Part(row.part),
        email=row.email,
        last_contact_at=row.last_contact_at,
        thanked_at=row.thanked_at,
    )


def _heard(known: Known) -> date:
    return localtime(known.last_contact_at).date() if known.last_contact_at else date.min


def _meetings(owner: OwnerRow) -> QuerySet[PersonRow]:
    return PersonRow.objects.filter(owner=owner).select_related("application").order_by("-last_contact_at", "pk")
