"""Guess which addresses are the user's own, and take the user's word for it."""

import re
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from highroad.app.actions.mail import read_again
from highroad.app.actions.record import rebuild_touched
from highroad.app.models import AddressRow, MessageRow, OwnerRow, SeenRow, SourceRow
from highroad.app.queries.addresses import mine
from highroad.mail.message import Message
from highroad.mail.mine import likely_mine, places

KEPT_GUESSES = 30
EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")


class NotAnAddress(ValueError):
    """This does not look like a mail address."""

    def __init__(self) -> None:
        super().__init__("This does not look like a mail address. It needs a name, an @ and what follows it.")


@transaction.atomic
def guess(owner: OwnerRow, messages: Iterable[Message]) -> None:
    """Guess from some mail; an address the user has spoken about is left as they said."""
    counts = places(messages)
    likely = likely_mine(counts)
    guesses = [
        AddressRow(owner=owner, email=email[:320], mine=email in likely, seen=count)
        for email, count in counts.most_common(KEPT_GUESSES)
    ]
    AddressRow.objects.filter(owner=owner, confirmed_at=None).delete()
    AddressRow.objects.bulk_create(guesses, ignore_conflicts=True)


@transaction.atomic
def confirm(owner: OwnerRow, own: Iterable[str], *, now: datetime) -> None:
    """Take the user's word: these addresses are theirs, every other one is not. Raises NotAnAddress."""
    own = {_plain(email) for email in own}
    before = mine(owner)
    AddressRow.objects.bulk_create(
        [AddressRow(owner=owner, email=email, mine=True) for email in own], ignore_conflicts=True
    )
    AddressRow.objects.filter(owner=owner).update(mine=False, confirmed_at=now)
    AddressRow.objects.filter(owner=owner, email__in=own).update(mine=True)
    _read_touched(owner, own ^ before, own=frozenset(own))


def _plain(email: str) -> str:
    plain = email.strip().lower()
    if not EMAIL.fullmatch(plain) or len(plain) > 320:
        raise NotAnAddress
    return plain


def _read_touched(owner: OwnerRow, changed: Iterable[str], *, own: frozenset[str]) -> None:
    """Read stored mail from these addresses again, and let every source be looked through once more."""
    senders = [row for email in changed for row in MessageRow.objects.filter(owner=owner, sender__endswith=email)]
    if changed:
        SeenRow.objects.filter(owner=owner).update(reader_version=0)
        SourceRow.objects.filter(owner=owner).update(reader_version=0)
    rebuild_touched(owner, [row.event_id for row in senders if read_again(row, mine=own)])
