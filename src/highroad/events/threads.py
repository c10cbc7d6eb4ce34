"""Mail read beside the rest of its thread: a reply of one line means what its thread is about."""

from collections.abc import Iterable, Sequence

from highroad.events.event import NOT_ABOUT, Event, Kind, Reading
from highroad.events.recognise import event_of, is_mine, read
from highroad.mail.message import Message
from highroad.mail.thread import thread_ids

MOST_IDS = 8  # of one mail; more of them tell nothing new


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
        for thread in waits_for(message, reading, mine=mine):
            waiting.setdefault(thread, []).append(number)
    about = [number for number, reading in enumerate(found) if reading.kind not in NOT_ABOUT]
    while about:
        for thread in ids_of(messages[about.pop()]):
            for number in waiting.pop(thread, ()):
                if found[number].kind is Kind.OTHER:
                    found[number] = read(messages[number], mine=mine, in_thread=True)
                    about += [number] if found[number].kind not in NOT_ABOUT else []
    return found


def waits_for(message: Message, reading: Reading, *, mine: frozenset[str]) -> tuple[str, ...]:
    """The ids by which a mail that says nothing alone may turn out to belong to an application; else none.

    That is an answer, or what the user wrote first. Lists and machines put unlike mail into one thread, so theirs has
    to speak for itself.
    """
    in_talk = bool(message.in_reply_to or message.references) or is_mine(message, mine)
    return ids_of(message) if in_talk and reading.kind is Kind.OTHER and not message.automatic else ()


def ids_of(message: Message) -> tuple[str, ...]:
    """The ids by which it is found in a thread: its own, the one it answers, and the first of the thread."""
    return thread_ids(message)[:MOST_IDS]
