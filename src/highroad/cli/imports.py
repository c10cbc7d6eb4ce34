"""`highroad import`: bring mail in from files and folders, where they lie."""

import json as json_text
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from highroad.app import clock
from highroad.app.actions.imports import add_for_reading, stop
from highroad.app.actions.sources import read_on
from highroad.app.actions.start import make_ready
from highroad.app.models import OwnerRow, SourceRow
from highroad.app.queries.imports import record
from highroad.app.queries.imports_trial import Trial, applications_and_rejections, try_out
from highroad.app.queries.owners import the_owner
from highroad.edges.readers import AT_ONCE
from highroad.edges.sources import open_source
from highroad.edges.trouble import SourceTrouble

app = typer.Typer(add_completion=False)

Advance = Callable[[SourceRow], None]
COUNTED = ("messages", "about_applications", "unreadable", "with_problems", "already_known")
STOPPED = 130  # what shells say of a command that Ctrl-C ended


@app.command("import")
def bring_in(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help="mbox, Maildir, Takeout ZIP, .eml, or a folder.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Look through it and store nothing.")] = False,
    since: Annotated[
        datetime | None, typer.Option("--since", formats=["%Y-%m-%d"], help="Pass by mail from before this day.")
    ] = None,
    processes: Annotated[
        int, typer.Option("--processes", min=1, max=16, help="How many look through a large mailbox at once.")
    ] = AT_ONCE,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Bring in mail about your applications. Nothing of any other mail is kept."""
    make_ready(now=clock.now())
    owner, day, begun = the_owner(), since.date() if since else None, time.perf_counter()
    trials: list[Trial] = []
    bring = partial(_try_out, owner, day, trials) if dry_run else partial(_read, owner, day, processes)
    with _progress(quiet=json) as bar:
        read = [source for path in paths if (source := _or_trouble(bring, path, bar)) is not None]
    applications, rejections = applications_and_rejections(trials) if dry_run else _in_the_record(owner)
    counts: dict[str, float] = {name: sum(getattr(source, name) for source in read) for name in COUNTED}
    counts |= {"applications": applications, "rejections": rejections}
    counts["seconds"] = round(time.perf_counter() - begun, 2)
    typer.echo(json_text.dumps(counts) if json else _for_a_person(counts, dry_run=dry_run))
    if missing := len(paths) - sum(source.state != SourceRow.State.FAILED for source in read):
        typer.echo(f"{missing} of {_many(len(paths), 'path')} could not be brought in; why stands above.", err=True)
        raise typer.Exit(1)


def _read(owner: OwnerRow, since: date | None, processes: int, path: Path, advance: Advance) -> SourceRow:
    """Read a source on to its end; Ctrl-C leaves it so that the next run goes on."""
    open_source(path)
    source = add_for_reading(owner, path.expanduser().absolute(), since=since, now=clock.now())
    try:
        for so_far in read_on(owner, source.pk, clock=clock.now, over=True, processes=processes):
            advance(so_far)
    except KeyboardInterrupt:
        stop(owner, source.pk)
        typer.echo("Stopped. What was read is kept, and the same command goes on from there.", err=True)
        raise typer.Exit(STOPPED) from None
    source.refresh_from_db()
    if source.state != SourceRow.State.DONE:
        typer.echo(f"{path}: {source.trouble or 'stopped from another window.'}", err=True)
    return source


def _try_out(owner: OwnerRow, since: date | None, trials: list[Trial], path: Path, advance: Advance) -> SourceRow:
    trial = Trial(SourceRow())
    for trial in try_out(owner, open_source(path), since=since):
        advance(trial.counted)
    trials.append(trial)
    return trial.counted


def _or_trouble(bring: Callable[[Path, Advance], SourceRow], path: Path, bar: Progress) -> SourceRow | None:
    """One path; when it cannot be read its sentence goes to stderr, and the others go on."""
    line = bar.add_task(path.name, total=None)
    try:
        return bring(path, lambda source: bar.update(line, completed=source.position, total=source.size))
    except SourceTrouble as trouble:
        typer.echo(f"{path}: {trouble}", err=True)
        return None


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=quiet or not sys.stderr.isatty()) as bar:
        yield bar


def _in_the_record(owner: OwnerRow) -> tuple[int, int]:
    held = record(owner)
    return held.applications, held.rejections


def _for_a_person(counts: dict[str, float], *, dry_run: bool) -> str:
    """The same in sentences; what is nought is left out."""
    lines = [
        f"{_many(counts['messages'], 'mail')}, {counts['about_applications']:,} of them about applications.",
        f"{counts['already_known']:,} were known already." if counts["already_known"] else "",
        f"{counts['with_problems']:,} were read with problems." if counts["with_problems"] else "",
        f"{counts['unreadable']:,} could not be read." if counts["unreadable"] else "",
        f"{'They would make' if dry_run else 'Your record holds'} {_many(counts['applications'], 'application')}, "
        f"{counts['rejections']:,} of them ended in a no.",
        "Nothing was stored." if dry_run else "",
    ]
    return "\n".join(line for line in lines if line)


def _many(number: float, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
