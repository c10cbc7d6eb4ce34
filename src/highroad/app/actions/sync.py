"""Read what is new in a mail account; how far it got is saved together with what it found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db import transaction

from highroad.app.actions.accounts_key import key_of
from highroad.app.actions.replies import draw_in_fetched
from highroad.app.actions.sources_kept import begin_again, keep
from highroad.app.actions.sync_turns import TurnLost, end_turn, give_turn_back, keep_turn, take_turn
from highroad.app.models import AccountRow, FolderRow, MessageRow, OwnerRow, ReplyRow, SeenRow, SourceRow
from highroad.app.queries.accounts import imap_server
from highroad.app.queries.addresses import mine
from highroad.app.queries.sources_look import in_batches, known
from highroad.edges.imap import Mailbox, Mark, open_mailbox
from highroad.edges.imap_looks import look_at_folder, whole_mails
from highroad.edges.imap_trouble import FolderGone, MailboxTrouble
from highroad.edges.looks import Asked, Look
from highroad.edges.secrets import SecretLost
from highroad.events.recognise import READER_VERSION
from highroad.mail.folders import SENT

Clock = Callable[[], datetime]
KIND = "imap"  # of the source that stands for a folder
WANTED_AT_ONCE = 100
LONGEST_THREAD = 50  # rounds: an answer that draws in another


class ReadingBroke(Exception):
    """Something broke on our side while this mailbox was read. What was read is kept, and we try again later."""

    def __str__(self) -> str:
        return str(self.__doc__)


@dataclass(frozen=True, slots=True)
class SoFar:
    """How far a check got: mails looked at, and how many there are to look at in this folder."""

    folder: str
    looked_at: int
    of: int


def sync(owner: OwnerRow, account_id: int, *, clock: Clock, over: bool = False) -> Iterator[SoFar]:
    """Read every chosen folder on from where it was left; what goes wrong stands in the account's `trouble`.

    `over` takes it over from a reader that may be gone. Raises NotThere, NotAllowed or NotDue before any connection.
    """
    account = take_turn(owner, account_id, now=clock(), over=over)
    try:
        with open_mailbox(imap_server(account), key_of(account)) as mailbox:
            yield from _read(owner, account, mailbox, clock)
        end_turn(account, now=clock())
    except TurnLost:
        return
    except (MailboxTrouble, SecretLost) as trouble:
        end_turn(account, now=clock(), trouble=trouble)
    except Exception:
        end_turn(account, now=clock(), trouble=ReadingBroke())
        raise
    except BaseException:
        give_turn_back(account)
        raise


def _read(owner: OwnerRow, account: AccountRow, mailbox: Mailbox, clock: Clock) -> Iterator[SoFar]:
    """All folders, then what their threads drew in; one that is gone does not keep us from the others."""
    folders = list(account.folders.filter(chosen=True).order_by("pk"))
    marks = mailbox.marks([folder.name for folder in folders]) if folders else {}
    for folder in folders:
        if folder.name in marks and not _is_read(folder, marks[folder.name]):
            yield from _read_folder(owner, account, folder, mailbox, clock)
    _draw_in_wanted(owner, account, mailbox, clock)
    if len(marks) < len(folders):
        raise FolderGone


def _is_read(folder: FolderRow, mark: Mark) -> bool:
    return (folder.uid_validity, folder.uid_next) == (mark.uid_validity, mark.uid_next) and mark.uid_next > 0


def _read_folder(
    owner: OwnerRow, account: AccountRow, folder: FolderRow, mailbox: Mailbox, clock: Clock
) -> Iterator[SoFar]:
    mark = mailbox.open(folder.name)
    source = _source(owner, folder)
    if folder.uid_validity != mark.uid_validity:
        _number_anew(owner, folder, source, mark)
    uids = mailbox.uids(after=folder.last_uid)
    asked = Asked(mine(owner), known=known(owner))
    looked_at = 0
    for looks in in_batches(owner, look_at_folder(mailbox, uids, asked, folder=_named(folder))):
        looked_at += len(looks)
        _keep(owner, account, folder, source, looks, now=clock())
        yield SoFar(folder.name, looked_at, len(uids))
    folder.last_uid, folder.uid_next = max([folder.last_uid, *uids[-1:]]), mark.uid_next
    folder.save(update_fields=["last_uid", "uid_next"])


def _named(folder: FolderRow) -> str:
    """What the user sent counts as sent, whatever the folder is called."""
    return SENT if folder.special_use == SENT else folder.name


@transaction.atomic
def _keep(
    owner: OwnerRow, account: AccountRow, folder: FolderRow, source: SourceRow, looks: Sequence[Look], *, now: datetime
) -> None:
    """What was found and how far that was, all or nothing."""
    keep(owner, source, [(look, look.position) for look in looks])
    source.save()
    folder.last_uid = looks[-1].position
    _count(folder, source)
    keep_turn(account, now=now)


def _count(folder: FolderRow, source: SourceRow) -> None:
    folder.messages = source.messages
    folder.about_applications = MessageRow.objects.filter(source=source, unreadable=False).count()
    folder.save(update_fields=["last_uid", "messages", "about_applications"])


def _source(owner: OwnerRow, folder: FolderRow) -> SourceRow:
    """What stands for the folder where mail came from."""
    return SourceRow.objects.get_or_create(
        owner=owner,
        folder=folder,
        defaults={
            "kind": KIND,
            "name": folder.name[:300],
            "state": SourceRow.State.DONE,
            "reader_version": READER_VERSION,
            "created_at": folder.account.created_at,
        },
    )[0]


@transaction.atomic
def _number_anew(owner: OwnerRow, folder: FolderRow, source: SourceRow, mark: Mark) -> None:
    """The server numbered its mail anew: read from the top. What waited is noted again, by its new number."""
    waiting = ReplyRow.objects.filter(owner=owner, source=source)
    SeenRow.objects.filter(owner=owner, digest__in=waiting.values("digest")).delete()
    waiting.delete()
    begin_again(source)
    source.save()
    folder.uid_validity, folder.last_uid, folder.uid_next, folder.messages = mark.uid_validity, 0, 0, 0
    folder.save(update_fields=["uid_validity", "last_uid", "uid_next", "messages"])


def _draw_in_wanted(owner: OwnerRow, account: AccountRow, mailbox: Mailbox, clock: Clock) -> None:
    """Fetch the short answers whose threads turned out to be about an application, until none is left."""
    for _ in range(LONGEST_THREAD):
        wanted = ReplyRow.objects.filter(owner=owner, wanted=True, source__folder__account=account)
        rows = list(wanted.select_related("source__folder").order_by("source", "start")[:WANTED_AT_ONCE])
        if not rows:
            return
        for source, some in groupby(rows, key=lambda row: row.source):
            _draw_in(owner, account, source, list(some), mailbox, clock)


def _draw_in(
    owner: OwnerRow, account: AccountRow, source: SourceRow, rows: list[ReplyRow], mailbox: Mailbox, clock: Clock
) -> None:
    folder = source.folder
    assert folder
    mark = mailbox.open(folder.name)
    same = mark.uid_validity == folder.uid_validity
    mails = whole_mails(mailbox, sorted({row.start for row in rows}), folder=_named(folder)) if same else {}
    with transaction.atomic():
        draw_in_fetched(owner, source, rows, mails)
        source.save()
        _count(folder, source)
        keep_turn(account, now=clock())
