"""What an import would find, with nothing stored."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from highroad.app.models import OwnerRow, SourceRow
from highroad.app.queries.addresses import mine
from highroad.app.queries.sources_look import count, looks_in_batches, sample, without_copies
from highroad.applications.group import group
from highroad.edges.looks import Look
from highroad.edges.sources import Source
from highroad.events.event import Event
from highroad.events.recognise import event_of, is_mine
from highroad.events.sift import Verdict
from highroad.mail.mine import likely_mine, places
from highroad.rejections.find import find


@dataclass(slots=True)
class Trial:
    """One source that was tried: what was counted, and the events, without their mail."""

    counted: SourceRow
    events: list[Event] = field(default_factory=list)


def try_out(owner: OwnerRow, source: Source, *, since: date | None = None) -> Iterator[Trial]:
    """Look through a source to its end, giving what was found so far after each batch."""
    trial = Trial(SourceRow(size=source.size))
    own = mine(owner) or likely_mine(places(sample(source)))
    for batch in without_copies(looks_in_batches(owner, source, since=since, guessed=own)):
        count(trial.counted, batch)
        trial.events += [_event(look, own) for look in batch if look.sifted and look.sifted.verdict is Verdict.ABOUT]
        yield trial


def applications_and_rejections(trials: list[Trial]) -> tuple[int, int]:
    """How many applications the events of all trials make, and how many of them ended in a no."""
    events = {event.id: event for trial in trials for event in trial.events}
    applications = group(events.values(), ())
    return len(applications), len(find(applications, ()))


def _event(look: Look, own: frozenset[str]) -> Event:
    assert look.sifted and look.sifted.message and look.sifted.reading, "mail about an application has both"
    message = look.sifted.message
    return event_of(message, look.sifted.reading, outgoing=is_mine(message, own))
