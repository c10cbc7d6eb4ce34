"""Applications put together and taken apart by the user."""

from collections.abc import Iterable
from dataclasses import dataclass

from highroad.applications.correction import Correction, Merged, SplitOff
from highroad.events.event import Event


@dataclass(frozen=True, slots=True)
class Tries:
    """The events of each try by its name, and the name of the try each event is in."""

    events: dict[str, list[Event]]
    of: dict[str, str]

    def move(self, events: list[Event], to: str) -> None:
        """Take events out of their tries and put them into one, which may be new."""
        for event in events:
            self.events[self.of[event.id]].remove(event)
            self.events.setdefault(to, []).append(event)
            self.of[event.id] = to


def merged_and_split(tries: Iterable[list[Event]], corrections: Iterable[Correction]) -> list[list[Event]]:
    """The events of each try after every merge and split, in the order they were said."""
    by_name = {events[0].id: list(events) for events in tries}
    now = Tries(by_name, {event.id: name for name, events in by_name.items() for event in events})
    for correction in corrections:
        match correction:
            case Merged(event_id, into) if event_id in now.of and into in now.of:
                _merge(now, now.of[event_id], now.of[into])
            case SplitOff(event_ids, left):
                _split(now, frozenset(event_ids), frozenset(left))
    return [events for events in now.events.values() if events]


def _merge(tries: Tries, name: str, into: str) -> None:
    if name != into:
        tries.move(list(tries.events[name]), into)


def _split(tries: Tries, event_ids: frozenset[str], left: frozenset[str]) -> None:
    """Newer mail, which the user had not seen, goes with those whose thread it is in."""
    names = sorted({tries.of[event_id] for event_id in event_ids if event_id in tries.of})
    for name in names:
        events = list(tries.events[name])
        out = [event for event in events if event.id in event_ids]
        stay = [event for event in events if event.id in left]
        newer = [event for event in events if event.id not in event_ids | left]
        out += [event for event in newer if _shared(event, out) > _shared(event, stay)]
        tries.move(out, f"{min(event_ids)} apart")


def _shared(event: Event, others: list[Event]) -> int:
    return len(set(event.threads) & {thread for other in others for thread in other.threads})
