"""Let due texts leave, each once: claimed, written down as `sending` before its first byte, and then what came of it.

A crash while one is `sending` makes it `unknown`, which never leaves again by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q

from highroad.app.actions.outbox import NOT_NOTED
from highroad.app.actions.outbox_bytes import letter_of
from highroad.app.actions.outbox_waits import due
from highroad.app.models import AccountRow, OutgoingRow
from highroad.app.queries.outbox import is_known
from highroad.edges.smtp import Door, Letter, NotTaken, Refused, Security, Unsure
from highroad.mail.draft import NoAddress, plain_address
from highroad.recovery.cooldown import Beat
from highroad.words.content import load_toml

State = OutgoingRow.State
Clock = Callable[[], datetime]
CLAIM = timedelta(minutes=5)  # to reach the server and be let in
HANDING_OVER = timedelta(minutes=10)  # more than edges.smtp.LAST_ANSWER and the text before it
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 30, 60, 120, 240, 240, 240, 240, 240))  # a day in all


class TurnLost(Exception):
    """It was stopped in the last moment, or another process sends it."""


@dataclass(frozen=True, slots=True)
class Post:
    """The world outside, as the outbox needs it.

    `find_in_sent` answers whether a Message-ID stands in the Sent folder, or None when that cannot be told;
    `append_to_sent` whether the copy was taken.
    """

    secret_of: Callable[[AccountRow], str | None]
    deliver: Callable[..., None]
    find_in_sent: Callable[[AccountRow, str], bool | None]
    append_to_sent: Callable[[AccountRow, bytes], bool]


def send_due(post: Post, *, clock: Clock, beat: Beat | None) -> list[OutgoingRow]:
    """Let every due text leave, one after the other; gives those that were tried. The sample sends nothing."""
    if settings.DEMO:
        return []
    _give_up_the_abandoned(now=clock())
    tried = [row for row in due(now=clock(), beat=beat) if _claimed(row, now=clock())]
    for row in tried:
        _try(row, post, clock)
    return tried


def _try(row: OutgoingRow, post: Post, clock: Clock) -> None:
    try:
        letter, door = _letter(row), _door(row, post)
        post.deliver(letter, door, going=lambda: _write_down_sending(row, now=clock()))
    except TurnLost:
        return
    except NotTaken as reason:
        _later(row, str(reason), now=clock())
    except Refused as reason:
        _settle(row, state=State.FAILED, trouble=str(reason), leased_until=None)
    except Unsure:
        _settle(row, **_unknown())
    else:
        came_through(row, now=clock())


def came_through(row: OutgoingRow, *, now: datetime) -> None:
    """It was taken: that is so whatever the row says by now."""
    sent = {"state": State.SENT, "sent_at": now, "may_have_arrived": False, "trouble": ""}
    mine = OutgoingRow.objects.filter(pk=row.pk, message_id=row.message_id).exclude(state=State.SENT)
    mine.update(**sent, leased_until=None, attempts=0)


def _claimed(row: OutgoingRow, *, now: datetime) -> bool:
    """Compare and set: it is ours for a while, unless it is someone else's or was stopped."""
    free = Q(leased_until=None) | Q(leased_until__lt=now)
    mine = OutgoingRow.objects.filter(free, pk=row.pk, state=State.SCHEDULED, leaves_at=row.leaves_at)
    row.leased_until, row.attempts = now + CLAIM, row.attempts + 1
    return bool(mine.update(leased_until=row.leased_until, attempts=F("attempts") + 1))


def _write_down_sending(row: OutgoingRow, *, now: datetime) -> None:
    """From here on a crash means that nobody knows; this must be on the disk before a byte of the text leaves."""
    until = now + HANDING_OVER
    mine = OutgoingRow.objects.filter(pk=row.pk, state=State.SCHEDULED, leased_until=row.leased_until)
    if not mine.update(state=State.SENDING, leased_until=until):
        raise TurnLost
    row.state, row.leased_until = State.SENDING, until


def _give_up_the_abandoned(*, now: datetime) -> None:
    """Whoever was sending these is gone."""
    OutgoingRow.objects.filter(state=State.SENDING, leased_until__lt=now).update(**_unknown())


def _later(row: OutgoingRow, reason: str, *, now: datetime) -> None:
    """Once more after a pause that grows; after a day of trying it failed."""
    if row.attempts > len(PAUSES):
        _settle(row, state=State.FAILED, trouble=f"{reason} {_words('tired')}", leased_until=None)
        return
    again = now + PAUSES[row.attempts - 1]
    _settle(row, state=State.SCHEDULED, leaves_at=again, leased_until=None, trouble=reason, **NOT_NOTED)


def _settle(row: OutgoingRow, **changes: object) -> None:
    mine = OutgoingRow.objects.filter(pk=row.pk, state=row.state, leased_until=row.leased_until)
    mine.update(**changes)


def _unknown() -> dict[str, object]:
    return {"state": State.UNKNOWN, "trouble": _words("unknown"), "leased_until": None, "attempts": 0}


def _letter(row: OutgoingRow) -> Letter:
    """The fixed bytes in their envelope; raises Refused unless they go to this one person alone, and still known."""
    message = letter_of(row)
    to = [address.email for address in (*message.to, *message.cc)] if message else []
    if not message or not message.sender or to != [_plain(row.to_email).lower()]:
        raise Refused(_words("changed"))
    if not is_known(row):
        raise Refused(load_toml("highroad.app", "content/outbox.toml")["missing"]["person"])
    return Letter(_plain(message.sender.email), _plain(row.to_email), bytes(row.raw or b""))


def _plain(email: str) -> str:
    try:
        return plain_address(email)
    except NoAddress as error:
        raise Refused(str(error)) from error


def _door(row: OutgoingRow, post: Post) -> Door:
    account = row.account
    if account is None or not account.smtp_host:
        raise Refused(_words("no_account"))
    secret = post.secret_of(account)
    if secret is None:
        raise NotTaken(_words("secret"))
    return Door(
        account.smtp_host,
        account.smtp_port,
        Security(account.smtp_security),
        account.user_name or account.email,
        secret,
        oauth=account.login == AccountRow.Login.OAUTH,
    )


def _words(key: str) -> str:
    return str(load_toml("highroad.app", "content/outbox.toml")["trouble"][key])
