"""Which mail addresses are the user's own, as guessed and as confirmed."""

from dataclasses import dataclass

from django.db.models import F

from highroad.app.models import AddressRow, MessageRow, OwnerRow
from highroad.mail.message import Address
from highroad.mail.own_name import likely_name

SHOWN = 12
LATEST = 200  # mails a name is guessed from
RARE = 0.05  # of the most usual address: less than this is somebody the user wrote to


@dataclass(frozen=True, slots=True)
class MyAddress:
    """One address and whether it is the user's own; `said_by_user` is false while it is our guess."""

    email: str
    mine: bool
    said_by_user: bool


def mine(owner: OwnerRow) -> frozenset[str]:
    """The addresses that are the user's own, in lower case; guesses count until the user says otherwise."""
    return frozenset(AddressRow.objects.filter(owner=owner, mine=True).values_list("email", flat=True))


def addresses(owner: OwnerRow) -> list[MyAddress]:
    """Own ones first, then those that stand most often where one's own does."""
    rows = AddressRow.objects.filter(owner=owner).order_by("-mine", "-seen", "email")
    own = [row for row in rows if row.mine or row.confirmed_at]
    often = RARE * max((row.seen for row in rows), default=0)
    others = [row for row in rows if not row.mine and not row.confirmed_at and row.seen >= often][:SHOWN]
    return [MyAddress(row.email, row.mine, row.confirmed_at is not None) for row in own + others]


def guesses(owner: OwnerRow) -> list[MyAddress]:
    """What to ask the user about, once: nothing when they have answered, or when there is nothing to go by."""
    found = addresses(owner)
    return [] if any(address.said_by_user for address in found) else found


def maybe_called(owner: OwnerRow) -> str:
    """What to ask "Is your name ...?" about, by the latest mail to and from the user; nothing when a name is known."""
    own = frozenset() if owner.name else mine(owner)
    if not own:
        return ""
    rows = MessageRow.objects.filter(owner=owner, unreadable=False).order_by(F("sent_at").desc(nulls_last=True), "pk")
    told = rows.values_list("message__to", "message__sender")[:LATEST]
    found = (one for to, sender in told for one in (*(to or ()), sender) if one)
    return likely_name((Address(one["name"], one["email"]) for one in found), mine=own)
