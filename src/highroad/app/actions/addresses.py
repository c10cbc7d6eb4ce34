"""Guess which addresses are the user's own, and take the user's word for it."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from highroad.app.actions.mail import read_again
from highroad.app.actions.record import rebuild_touched
from highroad.app.models import AddressRow, MessageRow, OwnerRow, SeenRow, SourceRow
from highroad.app.queries.addresses import mine
from highroad.app.says import says
from highroad.mail.message import Message
from highroad.mail.mine import likely_mine, places

GUESSES_KEPT = 30
EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")


class NotAnAddress(ValueError):
    """This does not look like a mail address."""

    def __init__(self) -> None:
        super().__init__(says("addresses.not_one"))


@transaction.atomic
def guess(owner: OwnerRow, messages: Iterable[Message]) -> None:
    """Guess from some mail, until the user has said which addresses are theirs; the same mail adds nothing twice."""
    rows = AddressRow.objects.filter(owner=owner)
    if rows.filter(confirmed_at__isnull=False).exists():
        return
    before = Counter(dict(rows.values_list("email", "seen")))
    counts = before | places(messages)
    likely = likely_mine(counts)
    rows.delete()
    AddressRow.objects.bulk_create(
        AddressRow(owner=owner, email=email[:320], mine=email in likely, seen=count)
        for email, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:GUESSES_KEPT]
    )


@transaction.atomic
def confirm(owner: OwnerRow, emails: Iterable[str], *, now: datetime) -> None:
    """Take the user's word: these addresses are theirs, and no others. Raises NotAnAddress."""
    own = frozenset(_plain(email) for email in emails)
    before = mine(owner)
    rows = AddressRow.objects.filter(owner=owner)
    AddressRow.objects.bulk_create(
        [AddressRow(owner=owner, email=email, mine=True) for email in sorted(own)], ignore_conflicts=True
    )
    rows.update(mine=False, confirmed_at=now)
    rows.filter(email__in=own).update(mine=True)
    if own != before:
        _read_what_is_touched(owner, own ^ before, own=own)


def sign_as(owner: OwnerRow, name: str) -> None:
    """Take down the name the user signs with; drafts end with it."""
    OwnerRow.objects.filter(pk=owner.pk).update(name=" ".join(name.split())[:200])


def _plain(email: str) -> str:
    plain = email.strip().lower()
    if not EMAIL.fullmatch(plain) or len(plain) > 320:
        raise NotAnAddress
    return plain


def _read_what_is_touched(owner: OwnerRow, changed: Iterable[str], *, own: frozenset[str]) -> None:
    """Read stored mail from these addresses again; the sources may hold more of it, so they can be read again too."""
    rows = [row for email in changed for row in MessageRow.objects.filter(owner=owner, sender__endswith=email)]
    rebuild_touched(owner, [row.event_id for row in rows if not row.unreadable and read_again(row, mine=own)])
    SeenRow.objects.filter(owner=owner).update(reader_version=0)
    SourceRow.objects.filter(owner=owner, state=SourceRow.State.DONE).update(reader_version=0)
