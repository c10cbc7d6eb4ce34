"""From events to applications: what belongs together for certain, then what fits, then what the user says."""

from collections.abc import Callable, Iterable

from highroad.applications.application import Application
from highroad.applications.as_said import as_said, removed
from highroad.applications.by_hand import merged_and_split
from highroad.applications.components import components
from highroad.applications.correction import Correction, EventAdded, by_event, said_of
from highroad.applications.course import application_of
from highroad.applications.fitting import best_fit
from highroad.applications.likeness import tied
from highroad.applications.origin import spoken_of, with_doubts
from highroad.applications.strand import Strand, in_time, strand_of
from highroad.events.event import NOT_ABOUT, Event, Kind

NOT_ENOUGH = NOT_ABOUT | {Kind.OUTREACH}  # nobody has applied yet


def group(events: Iterable[Event], corrections: Iterable[Correction]) -> list[Application]:
    """The applications in the order of their first event. The order of `events` does not matter, that of
    `corrections` is the order they were said in; one about events that are not here changes nothing.
    """
    corrections = tuple(corrections)
    told = by_event(corrections)
    concerned = [one for one in as_said(events, corrections) if one.kind not in NOT_ABOUT or one.id in told]
    certain = components(sorted(concerned, key=in_time), _certain_keys(corrections))
    strands = _joined([strand_of(part, said_of(part, told)) for part in certain])
    tries = merged_and_split([strand.events for strand in strands], corrections)
    unseen = removed(corrections)
    applications = [_application(events_of_try, unseen, said_of(events_of_try, told)) for events_of_try in tries]
    return sorted(filter(None, applications), key=lambda application: in_time(application.events[0]))


def _certain_keys(corrections: Iterable[Correction]) -> Callable[[Event], list[str]]:
    """Keys that two events share only when they are about the same try."""
    belongs_to = {
        correction.event.id: correction.belongs_to
        for correction in corrections
        if isinstance(correction, EventAdded) and correction.belongs_to
    }

    def keys(event: Event) -> list[str]:
        certain = [f"event:{event.id}", *(f"thread:{thread}" for thread in event.threads)]
        if event.id in belongs_to:
            certain.append(f"event:{belongs_to[event.id]}")
        return certain

    return keys


def _joined(strands: list[Strand]) -> list[Strand]:
    """Each strand taken into the earlier one it continues, if we can tell which."""
    tries: list[Strand] = []
    sharing: dict[str, dict[str, Strand]] = {}
    for strand in sorted((strand for strand in strands if strand.telling), key=Strand.place):
        ties = {one for key in strand.keys for one in tied(key)}
        comparable = {name: one for key in ties for name, one in sharing.get(key, {}).items()}
        grown = best_fit(list(comparable.values()), strand)
        if grown:
            grown.take_in(strand)
        else:
            tries.append(strand)
        for key in strand.keys:
            sharing.setdefault(key, {})[(grown or strand).name] = grown or strand
    return tries + [strand for strand in strands if not strand.telling]


def _application(
    events: list[Event], unseen: frozenset[str], corrections: tuple[Correction, ...]
) -> Application | None:
    seen = (event for event in events if event.id not in unseen and event.kind not in NOT_ABOUT)
    shown = sorted(seen, key=in_time)
    if all(event.kind in NOT_ENOUGH for event in shown):
        return None
    return application_of(with_doubts(shown, spoken_of(corrections)), corrections)
