"""A mail made ready for its readers: its own words, in sentences, what each says, and who it speaks for."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from highroad.events.said import Said, read_sentence
from highroad.events.topic import Topic, topic
from highroad.mail.body import forwarded, own_words
from highroad.mail.calendars import Appointment, appointment
from highroad.mail.message import Address, Message
from highroad.mail.thread import bare_subject
from highroad.words.language import detect
from highroad.words.quotation import is_quoted, quotations
from highroad.words.sentences import split

LONGEST_TEXT = 12_000  # characters read for meaning; a verdict never stood further down
LONGEST_SUBJECT = 400
MOST_SENTENCES = 160
SHORT = 260  # characters; so brief a reply means what its thread is about
THREAD = 1_500  # characters of the thread looked at for that
BRIEF = 60  # characters; a reply of a few words, which tells neither its language nor its matter


@dataclass(frozen=True, slots=True)
class Prepared:
    """One mail with quotes, signature and Re: taken off; a forwarded mail stands here as its first sender wrote it."""

    message: Message
    sender: Address | None
    subject: str
    text: str  # what the sender wrote themselves
    sentences: tuple[str, ...]  # of `text`, in order, unchanged spans of it
    quoted: str = ""  # earlier mail in the thread
    signature: str = ""
    language: str | None = None  # ISO 639-1
    said: tuple[Said, ...] = ()  # the clauses of subject and sentences, and what they mean
    topic: Topic = field(default_factory=Topic)
    appointment: Appointment | None = None  # what its calendar part says


def prepare(message: Message) -> Prepared:
    """The mail as its readers want it; long mail is read to a bound."""
    inner = forwarded(message) or message
    words = own_words(inner.text)
    text = words.new[:LONGEST_TEXT]
    subject = bare_subject(inner.subject[:LONGEST_SUBJECT])
    brief = bool(words.quoted or message.in_reply_to) and len(text) <= BRIEF
    invited = appointment(message.calendars)
    entry = f"{invited.title}\n{invited.text}" if invited else ""
    language = (brief and detect(words.quoted)) or detect(f"{subject}\n{text}") or detect(words.quoted) or detect(entry)
    sentences = split(text)[:MOST_SENTENCES]
    said = _said(subject, sentences, language=language or "en", brief=brief, in_quotes=_in_quotes(text, sentences))
    thread = _thread(text, f"{words.signature}\n{words.quoted}", language=language or "en")
    entered = _entered(invited, sentences, beside=f"{subject}\n{text}", language=language or "en") if invited else ()
    return Prepared(
        message=message,
        sender=inner.sender,
        subject=subject,
        text=text,
        sentences=sentences,
        quoted=words.quoted,
        signature=words.signature,
        language=language,
        said=(*said, *entered),
        topic=topic((*said, *entered, *thread), inner.sender),
        appointment=invited,
    )


def _said(
    subject: str,
    sentences: Sequence[str],
    *,
    language: str,
    brief: bool = False,
    in_quotes: frozenset[int] = frozenset(),
) -> tuple[Said, ...]:
    first = read_sentence(subject, language=language, place=-1)
    rest = [
        one
        for place, text in enumerate(sentences)
        for one in read_sentence(text, language=language, place=place, brief=brief, in_quotes=place in in_quotes)
    ]
    return (*first, *rest)


def _entered(invited: Appointment, sentences: Sequence[str], *, beside: str, language: str) -> tuple[Said, ...]:
    """What the calendar part says that stands nowhere beside it: its title as a subject, its words behind the text."""
    title = "" if invited.title in beside else invited.title
    words = [sentence for sentence in split(invited.text) if invited.invites and sentence not in beside]
    later = _said(title, words[:MOST_SENTENCES], language=language)
    return tuple(replace(one, place=one.place + len(sentences)) if one.place >= 0 else one for one in later)


def _in_quotes(text: str, sentences: Sequence[str]) -> frozenset[int]:
    """The places of the sentences that give the words of somebody else."""
    found = quotations(text)
    places: set[int] = set()
    start = 0
    for place, sentence in enumerate(sentences if found else ()):
        start = text.index(sentence, start)
        if is_quoted(start, start + len(sentence), found):
            places.add(place)
        start += len(sentence)
    return frozenset(places)


def _thread(text: str, thread: str, *, language: str) -> tuple[Said, ...]:
    """What the thread below a short reply is about."""
    if len(text) > SHORT or not thread.strip():
        return ()
    return _said("", split(thread[:THREAD]), language=detect(thread) or language)
