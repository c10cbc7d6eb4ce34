"""A mail made ready for its readers: its own words, in sentences, what each says, and who it speaks for."""

from dataclasses import dataclass, field

from highroad.events.said import Said, read_sentence
from highroad.events.topic import Topic, topic
from highroad.mail.body import forwarded, own_words
from highroad.mail.message import Address, Message
from highroad.mail.thread import bare_subject
from highroad.words.language import detect
from highroad.words.sentences import split

LONGEST_TEXT = 12_000  # characters read for meaning; a verdict never stood further down
LONGEST_SUBJECT = 400
MOST_SENTENCES = 160
SHORT = 260  # characters; so brief a reply means what its thread is about
THREAD = 1_500  # characters of the thread looked at for that


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


def prepare(message: Message) -> Prepared:
    """The mail as its readers want it; long mail is read to a bound."""
    inner = forwarded(message) or message
    words = own_words(inner.text)
    text = words.new[:LONGEST_TEXT]
    subject = bare_subject(inner.subject[:LONGEST_SUBJECT])
    language = detect(f"{subject}\n{text}") or detect(words.quoted)
    sentences = split(text)[:MOST_SENTENCES]
    said = _said(subject, sentences, language=language or "en")
    thread = _thread(text, f"{words.signature}\n{words.quoted}", language=language or "en")
    return Prepared(
        message=message,
        sender=inner.sender,
        subject=subject,
        text=text,
        sentences=sentences,
        quoted=words.quoted,
        signature=words.signature,
        language=language,
        said=said,
        topic=topic((*said, *thread), inner.sender),
    )


def _said(subject: str, sentences: tuple[str, ...], *, language: str) -> tuple[Said, ...]:
    first = read_sentence(subject, language=language, place=-1)
    rest = [one for place, text in enumerate(sentences) for one in read_sentence(text, language=language, place=place)]
    return (*first, *rest)


def _thread(text: str, thread: str, *, language: str) -> tuple[Said, ...]:
    """What the thread below a short reply is about."""
    if len(text) > SHORT or not thread.strip():
        return ()
    return _said("", split(thread[:THREAD]), language=detect(thread) or language)
