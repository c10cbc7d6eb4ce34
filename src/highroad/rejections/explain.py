"""What one mail says and leaves unsaid, in spans of its own words, for the page and the command line."""

from dataclasses import dataclass

from highroad.events.event import Kind, Reading
from highroad.events.prepared import prepare
from highroad.mail.message import Message
from highroad.rejections.reading import Offers, offers, said_comments, silence_words

SILENCES_OF_ANY_NO = ("mistake", "never_again")  # also of one that only the user saw


@dataclass(frozen=True, slots=True)
class Said:
    """One quoted span, and what is to be said about it, if anything."""

    quote: str
    comment: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The spans that count, the deciding one first, and the silences in words."""

    says: tuple[Said, ...]
    does_not_say: tuple[str, ...]


def explain(message: Message, reading: Reading) -> Explanation:
    """What the mail says: the sentence that decided, the reason, and for a no what it holds out."""
    held_out = offers(prepare(message)) if reading.kind is Kind.REJECTION else Offers()
    spans = (
        reading.evidence,
        reading.reason_quote,
        held_out.feedback_welcome,
        held_out.other_role,
        held_out.open_door,
        held_out.keep_on_file,
    )
    silent = reading.does_not_say or (SILENCES_OF_ANY_NO if reading.kind is Kind.REJECTION else ())
    return Explanation(
        says=tuple(Said(quote, comment) for quote, comment in said_comments(_each_once(spans))),
        does_not_say=tuple(silence_words(key) for key in silent),
    )


def _each_once(spans: tuple[str | None, ...]) -> list[str]:
    """No span twice, and none that another holds whole."""
    there = list(dict.fromkeys(span for span in spans if span))
    return [span for span in there if not any(span != other and span in other for other in there)]
