"""The outbox: every text on its way, and what its review page must know before a yes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from urllib.parse import quote

from django.conf import settings
from django.db.models import Case, IntegerField, Value, When
from django.db.models.query import QuerySet

from highroad.app.models import AccountRow, OutgoingRow, OwnerRow, PersonRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.dark_words import quiet_until
from highroad.app.queries.outbox_asks import ask_lacks
from highroad.app.queries.outbox_fresh import no_opened, with_yes
from highroad.app.queries.outbox_hours import first_hour, zone_of
from highroad.app.queries.outbox_nudges import nudge_lacks
from highroad.app.queries.outbox_thanks import repeats_another
from highroad.app.queries.proofread import slips_of_draft
from highroad.recovery.cooldown import Why, earliest, rest_until, why_it_rests
from highroad.recovery.letter import BLANK
from highroad.words.content import load_toml
from highroad.words.slip import Slip
from highroad.words.tone import LONGEST, Heat, hot

State = OutgoingRow.State
OPEN = (State.DRAFT, State.RESTING, State.READY)  # the words can still be changed
FIRST = (State.UNKNOWN, State.FAILED, State.READY, State.SENDING, State.SCHEDULED, State.RESTING, State.DRAFT)
STOPPABLE = (State.RESTING, State.READY, State.SCHEDULED)
NOWHERE = frozenset(
    ("same", "long", "asked", "twice", "answered", "maybe", "early", "late")
)  # so it goes out no other way
SHOWN = 200


@dataclass(frozen=True, slots=True)
class From:
    """An account that a text can leave from."""

    id: int
    email: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One text and where it stands; every hour is in the user's own zone."""

    id: int
    state: State
    purpose: str
    about: str
    event_id: str  # the no it belongs to, or nothing
    to_name: str
    to_email: str
    subject: str
    body: str
    account: str  # the address it leaves from, once that is chosen
    saved_at: datetime
    rest_why: Why | None
    rests_until: datetime | None
    leaves_at: datetime | None
    attempts: int
    sent_at: datetime | None
    copied_at: datetime | None
    trouble: str
    is_held: bool  # it leaves later than the user said
    may_have_arrived: bool  # it was unsure once, whatever was done with it since
    has_own: bool  # the user's words are kept beside a calmer version that took their place

    @property
    def url(self) -> str:
        """Its page."""
        return f"/outbox/{self.id}"

    @property
    def review_url(self) -> str:
        """The only page with a Send button."""
        return f"/outbox/{self.id}/review"

    @property
    def mailto(self) -> str:
        """Opens the user's own mail program with the text; it is they who send."""
        return f"mailto:{quote(self.to_email, safe='@')}?subject={quote(self.subject)}&body={quote(self.body)}"

    @property
    def can_be_changed(self) -> bool:
        """Whether its words are still open."""
        return self.state in OPEN

    @property
    def can_be_stopped(self) -> bool:
        """Whether it can be kept from leaving."""
        return self.state in STOPPABLE

    @property
    def may_have_left(self) -> bool:
        """Whether it is put away while nobody knows."""
        return self.may_have_arrived and self.state == State.CANCELLED

    @property
    def warning(self) -> str:
        """That they may get it twice, as a sentence, or nothing."""
        return trouble("repeat") if self.may_have_arrived else ""


@dataclass(frozen=True, slots=True)
class Review:
    """What stands on the page with the Send button.

    `rests_until` is set when Send would let it rest instead; `why` and `heat` say why. `missing` names what keeps
    it from leaving at all, as `missing` does.
    """

    outgoing: Outgoing
    why: Why | None
    heat: tuple[Heat, ...]
    slips: tuple[Slip, ...]
    rests_until: datetime | None
    missing: str
    accounts: tuple[From, ...]
    leaves_at: datetime  # where the form starts, in the user's zone
    earliest: datetime
    there: tzinfo  # the recipient's zone, as far as their mail tells; else the user's
    zone_known: bool

    @property
    def same_hour_there(self) -> bool:
        """Whether the recipient's clock is known to show what the user's does."""
        return self.zone_known and self.leaves_at.astimezone(self.there).utcoffset() == self.leaves_at.utcoffset()

    @property
    def lacks(self) -> str:
        """What is missing, as a sentence."""
        return lacking(self.missing)

    @property
    def stays(self) -> bool:
        """Whether it goes out by no other way either."""
        return self.missing in NOWHERE


def outbox(owner: OwnerRow, *, now: datetime) -> list[Outgoing]:
    """Every text, those that need the user first, then by the latest change; SHOWN at most."""
    places = (When(state=state, then=Value(place)) for place, state in enumerate(FIRST))
    place = Case(*places, default=Value(len(FIRST)), output_field=IntegerField())
    rows = _rows(owner).annotate(place=place).order_by("place", "-saved_at", "-pk")
    return [_outgoing(row, now) for row in rows[:SHOWN]]


def outgoing(owner: OwnerRow, outgoing_id: int, *, now: datetime) -> Outgoing:
    """One text; raises NotThere."""
    return _outgoing(row_of(owner, outgoing_id), now)


def review(owner: OwnerRow, outgoing_id: int, *, now: datetime) -> Review:
    """One text as it would leave; raises NotThere."""
    row = row_of(owner, outgoing_id)
    accounts = accounts_that_send(owner)
    heat = heat_of(row)
    why = why_rests(row, heat=heat, now=now)
    until = rest_of(row, why, now=now)
    rested = row.state == State.READY
    there = zone_of(owner, row.to_email, own=now.tzinfo)
    return Review(
        outgoing=_outgoing(row, now),
        why=why if until else None,
        heat=heat,
        slips=slips_of_draft(owner, row) if row.state in OPEN else (),
        rests_until=until,
        missing=missing(row, accounts, now=now),
        accounts=tuple(From(account.pk, account.email) for account in accounts),
        leaves_at=first_hour(row, there, rested=rested, now=now),
        earliest=earliest(now, rested=rested),
        there=there or now.tzinfo or UTC,
        zone_known=there is not None,
    )


def row_of(owner: OwnerRow, outgoing_id: int) -> OutgoingRow:
    """The row itself; raises NotThere."""
    row = _rows(owner).filter(pk=outgoing_id).first()
    if row is None:
        raise NotThere
    return row


def accounts_that_send(owner: OwnerRow) -> list[AccountRow]:
    """The accounts with a way out, the first connected first."""
    return list(AccountRow.objects.filter(owner=owner, smtp_trouble="").exclude(smtp_host="").order_by("pk"))


def can_send(owner: OwnerRow) -> bool:
    """Whether a text can leave from here at all; the sample never sends."""
    return not settings.DEMO and bool(accounts_that_send(owner))


def missing(row: OutgoingRow, accounts: Iterable[AccountRow], *, now: datetime) -> str:
    """What keeps a text from leaving: a key of the page's words, or nothing."""
    at_first = {
        "rest": quiet_until(row.owner, now=now) is not None,
        "demo": settings.DEMO,
        "words": not row.body.strip(),
        "blank": BLANK in row.subject + row.body,
    }
    then = {
        "account": not any(True for _ in accounts),
        "address": not row.to_email,
        "person": not is_known(row),
    }
    return _first(at_first) or kept_back(row, now=now) or _first(then)


def kept_back(row: OutgoingRow, *, now: datetime) -> str:
    """Why a text may go out in no way at all, not even as a file: a key of NOWHERE, or nothing."""
    if repeats_another(row):
        return "same"
    return "long" if len(words_of(row)) > LONGEST else ask_lacks(row) or nudge_lacks(row, on=now)


def _first(lacks: Mapping[str, bool]) -> str:
    return next((name for name, lack in lacks.items() if lack), "")


def lacking(name: str) -> str:
    """The sentence for what `missing` names; nothing for nothing."""
    return str(load_toml("highroad.app", "content/outbox.toml")["missing"][name]) if name else ""


def is_held(row: OutgoingRow) -> bool:
    """Whether it leaves later than the user said, because everything rested meanwhile."""
    return row.state == State.SCHEDULED and row.trouble == trouble("held")


def may_have_left(row: OutgoingRow) -> bool:
    """Whether it is put away while nobody knows what became of it."""
    return row.may_have_arrived and row.state == State.CANCELLED


def trouble(why: str) -> str:
    """What is said of a text that did not leave, or waits."""
    return str(load_toml("highroad.app", "content/outbox.toml")["trouble"][why])


def is_known(row: OutgoingRow) -> bool:
    """Whether it goes to someone the record knows: met in an application, or kept as a contact."""
    return PersonRow.objects.filter(owner_id=row.owner_id, email__iexact=row.to_email).exclude(email="").exists()


def words_of(row: OutgoingRow) -> str:
    """All that is read of a text: its subject too can be hot."""
    return f"{row.subject}\n\n{row.body}"


def heat_of(row: OutgoingRow) -> tuple[Heat, ...]:
    """What reads hot in a text; a phrase that rested as it stands and was read again counts no more."""
    found = hot(words_of(row))
    rested = hot(row.rested_body) if found and row.rested_body else ()
    return tuple(one for one in found if one not in rested)


def why_rests(row: OutgoingRow, *, heat: tuple[Heat, ...], now: datetime) -> Why | None:
    """Why a text must rest before it leaves; None for a cool one, and for one that rested in these words."""
    if row.state == State.READY and words_of(row) == row.rested_body:
        return None
    return why_it_rests(hot=bool(heat), written=row.saved_at.astimezone(now.tzinfo), opened=no_opened(row))


def rest_of(row: OutgoingRow, why: Why | None, *, now: datetime) -> datetime | None:
    """Until when it must rest, from now for hot words, from when it was written for others; None when it need not."""
    if row.state == State.RESTING and row.rests_until:
        return row.rests_until.astimezone(now.tzinfo)
    if why is None:
        return None
    until = rest_until(now if why is Why.HOT else row.saved_at.astimezone(now.tzinfo))
    return until if until > now else None


def _rows(owner: OwnerRow) -> QuerySet[OutgoingRow]:
    return with_yes(OutgoingRow.objects.filter(owner=owner).select_related("account", "recovery", "owner"))


def _outgoing(row: OutgoingRow, now: datetime) -> Outgoing:
    def local(moment: datetime | None) -> datetime | None:
        return moment.astimezone(now.tzinfo) if moment else None

    return Outgoing(
        id=row.pk,
        state=State(row.state),
        purpose=row.purpose,
        about=row.about,
        event_id=row.recovery.event_id if row.recovery else "",
        to_name=row.to_name,
        to_email=row.to_email,
        subject=row.subject,
        body=row.body,
        account=row.account.email if row.account else "",
        saved_at=row.saved_at.astimezone(now.tzinfo),
        rest_why=Why(row.rest_why) if row.rest_why else None,
        rests_until=local(row.rests_until),
        leaves_at=local(row.leaves_at),
        attempts=row.attempts,
        sent_at=local(row.sent_at),
        copied_at=local(row.copied_at),
        trouble=row.trouble,
        is_held=is_held(row),
        may_have_arrived=row.may_have_arrived,
        has_own=bool(row.own_body),
    )
