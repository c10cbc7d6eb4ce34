"""Mail read beside the rest of its thread: a reply of one line means what its thread is about."""

from collections.abc import Iterable, Sequence

from highroad.events.event import NOT_ABOUT, Event, Kind, Reading
from highroad.events.recognise import event_of, is_mine, read
from highroad.mail.message import Message
from highroad.mail.thread import thread_ids


def recognise_all(messages: Iterable[Message], *, mine: frozenset[str]) -> list[Event]:
    """The events that all this mail proves, in its order."""
    mails = list(messages)
    read_so = zip(mails, readings(mails, mine=mine), strict=True)
    return [
        event_of(mail, reading, outgoing=is_mine(mail, mine))
        for mail, reading in read_so
        if reading.kind not in NOT_ABOUT
    ]


def readings(messages: Sequence[Message], *, mine: frozenset[str]) -> list[Reading]:
    """What each mail says: what alone is about no application is read again when its thread is about one."""
    found = [read(message, mine=mine) for message in messages]
    waiting: dict[str, list[int]] = {}
    for number, (message, reading) in enumerate(zip(messages, found, strict=True)):
        for thread in waits_for(message, reading):
            waiting.setdefault(thread, []).append(number)
    about = [number for number, reading in enumerate(found) if reading.kind not in NOT_ABOUT]
    while about:
        for thread in thread_ids(messages[about.pop()]):
            for number in waiting.pop(thread, ()):
                if found[number].kind is Kind.OTHER:
                    found[number] = read(messages[number], mine=mine, in_thread=True)
                    about += [number] if found[number].kind not in NOT_ABOUT else []
    return found


def waits_for(message: Message, reading: Reading) -> tuple[str, ...]:
    """The ids by which a mail that says nothing alone may turn out to belong to an application; else none.

    Lists and machines put unlike mail into one thread, so theirs has to speak for itself.
    """
    return thread_ids(message) if reading.kind is Kind.OTHER and not message.automatic else ()
