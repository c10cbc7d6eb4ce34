"""What the user does with a source: bring it in, start, stop, go on, look again, let it go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from highroad.app import previews
from highroad.app.actions.consents import Gate, allow, refuse
from highroad.app.actions.sources_kept import COUNTED, REREAD
from highroad.app.actions.uploads import Upload, remove_copy, take_in
from highroad.app.models import OwnerRow, SourceRow
from highroad.app.queries.applications import NotThere
from highroad.app.says import says
from highroad.edges.sources import open_source
from highroad.edges.trouble import SourceTrouble
from highroad.events.recognise import READER_VERSION

State = SourceRow.State
FROM_THE_TOP = {**dict.fromkeys(COUNTED, 0), "finished_at": None}


class NothingChosen(ValueError):
    """There is no file to read yet."""

    def __init__(self) -> None:
        super().__init__(says("imports.no_file"))


NOT_TAKEN = (NothingChosen, SourceTrouble)  # what bringing something in may raise: each has its sentence


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of bringing something in: the numbers of its sources, and a sentence for each file not taken."""

    sources: tuple[int, ...]
    refusals: tuple[str, ...] = ()


def add_path(owner: OwnerRow, path: str, *, now: datetime) -> Taken:
    """Look through a file or folder on this computer; raises NothingChosen or the edge's SourceTrouble."""
    if not path.strip():
        raise NothingChosen
    place = Path(path.strip().strip("'\"")).expanduser().absolute()
    open_source(place)
    return Taken((_add(owner, place, name=place.name, uploaded=False, now=now),))


def add_uploads(owner: OwnerRow, uploads: Sequence[Upload], *, now: datetime) -> Taken:
    """Look through files that were dropped on a page: each ZIP by itself, the others as one source.

    Raises NothingChosen.
    """
    if not uploads:
        raise NothingChosen
    sources: list[int] = []
    refusals: list[str] = []
    for some in _taken_together(uploads):
        files, refused = _only_readable(take_in(some))
        refusals += refused
        if files:
            place = files[0] if len(files) == 1 else files[0].parent
            name = files[0].name if len(files) == 1 else f"{files[0].name} and {len(files) - 1} more"
            sources.append(_add(owner, place, name=name, uploaded=True, now=now))
    return Taken(tuple(sources), tuple(refusals))


def add_for_reading(owner: OwnerRow, place: Path, *, since: date | None, now: datetime) -> SourceRow:
    """The source of this path, waiting to be read: on from where an earlier reading stopped, or from its top."""
    allow(owner, Gate.READ_SOURCE, about=str(place), now=now)
    source = SourceRow.objects.filter(owner=owner, path=str(place), uploaded=False).first()
    if source is None:
        return SourceRow.objects.create(
            owner=owner, path=str(place), name=place.name, since=since, state=State.WAITING, created_at=now
        )
    stopped = source.state in {State.STOPPED, State.READING, State.FAILED} and source.since == since
    changes = {"state": State.WAITING, "since": since, "leased_until": None, **({} if stopped else FROM_THE_TOP)}
    changes |= {} if source.since == since else {"read_before": None}
    SourceRow.objects.filter(pk=source.pk).update(**changes)
    source.refresh_from_db()
    return source


def start(owner: OwnerRow, source_id: int) -> None:
    """Read a source that was looked through, from its top; the example mails are let go."""
    _move(owner, source_id, {State.PREVIEW, State.READY}, state=State.WAITING, leased_until=None, **FROM_THE_TOP)
    previews.forget(source_id)


def stop(owner: OwnerRow, source_id: int) -> None:
    """Stop reading; what was read so far is kept, and going on begins where this stops."""
    _move(owner, source_id, {State.WAITING, State.READING}, state=State.STOPPED, leased_until=None)


def go_on(owner: OwnerRow, source_id: int) -> None:
    """Read on from where it stopped or failed."""
    _move(owner, source_id, {State.STOPPED, State.FAILED}, state=State.WAITING, trouble="", leased_until=None)


@transaction.atomic
def look_again(owner: OwnerRow, *, now: datetime) -> SourceRow:
    """Read the stored mail, and every source that is still where it was, with the newer reader."""
    for source in SourceRow.objects.filter(owner=owner, state=State.DONE, reader_version__lt=READER_VERSION):
        if not source.uploaded and source.kind != REREAD and Path(source.path).exists():
            SourceRow.objects.filter(pk=source.pk).update(state=State.WAITING, **FROM_THE_TOP)
        else:
            SourceRow.objects.filter(pk=source.pk).update(reader_version=READER_VERSION)
    SourceRow.objects.filter(owner=owner, kind=REREAD).delete()
    return SourceRow.objects.create(owner=owner, kind=REREAD, name="", state=State.WAITING, created_at=now)


def let_go(owner: OwnerRow, source_id: int, *, now: datetime) -> None:
    """Take a source off the list, with our copy of it; mail that was brought in from it stays."""
    source = _source(owner, source_id)
    if source.state in {State.PREVIEW, State.READY}:
        refuse(owner, Gate.READ_SOURCE, about=source.name, now=now)
    source.delete()
    remove_copy(source)
    previews.forget(source_id)


def _taken_together(uploads: Sequence[Upload]) -> list[list[Upload]]:
    """A ZIP is a source of its own; all other files are read as one folder."""
    zips = [upload for upload in uploads if (upload.name or "").lower().endswith(".zip")]
    others = [upload for upload in uploads if upload not in zips]
    return [*([upload] for upload in zips), *([others] if others else [])]


def _only_readable(files: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """The files that hold mail, and what is wrong with each of the others, which are removed."""
    readable, refusals = [], []
    for file in files:
        try:
            open_source(file)
        except SourceTrouble as trouble:
            refusals.append(f"{file.name}: {trouble}")
            file.unlink()
        else:
            readable.append(file)
    return readable, refusals


def _add(owner: OwnerRow, place: Path, *, name: str, uploaded: bool, now: datetime) -> int:
    allow(owner, Gate.READ_SOURCE, about=name if uploaded else str(place), now=now)
    same = SourceRow.objects.filter(owner=owner, path=str(place), uploaded=False)
    if not uploaded and same.exists():
        same.update(state=State.PREVIEW, leased_until=None, trouble="", **FROM_THE_TOP)
        return same.get().pk
    return SourceRow.objects.create(
        owner=owner, path=str(place), name=name[:300], uploaded=uploaded, state=State.PREVIEW, created_at=now
    ).pk


def _source(owner: OwnerRow, source_id: int) -> SourceRow:
    source = SourceRow.objects.filter(owner=owner, pk=source_id).first()
    if source is None:
        raise NotThere
    return source


def _move(owner: OwnerRow, source_id: int, states: set[State], **changes: object) -> None:
    """Change a source that is in one of these states; in another, what was asked for has happened already."""
    _source(owner, source_id)
    SourceRow.objects.filter(owner=owner, pk=source_id, state__in=states).update(**changes)
