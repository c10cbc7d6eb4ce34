"""Which mail addresses are the user's own, as guessed and as confirmed."""

from dataclasses import dataclass

from highroad.app.models import AddressRow, OwnerRow

SHOWN = 12
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
