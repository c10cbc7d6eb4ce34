"""What one mail says and leaves unsaid, in spans of its own words, for the page and the command line."""

from dataclasses import dataclass

from highroad.events.event import Kind, Reading
from highroad.events.prepared import Prepared, prepare
from highroad.mail.message import Message
from highroad.rejections.reading import Offers, offers, refuses_feedback, said_comments, silence_words

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
    mail = prepare(message)
    held_out = offers(mail) if reading.kind is Kind.REJECTION else Offers()
    spans = (
        reading.evidence,
        reading.reason_quote,
        held_out.feedback_welcome,
        held_out.other_role,
        held_out.open_door,
        held_out.keep_on_file,
    )
    return Explanation(
        says=tuple(Said(quote, comment) for quote, comment in said_comments(_each_once(spans))),
        does_not_say=tuple(silence_words(key) for key in _silent(mail, reading, held_out)),
    )


def _silent(mail: Prepared, reading: Reading, held_out: Offers) -> tuple[str, ...]:
    """What is left unsaid; nothing that the mail answers itself, be it by asking for another try or by a policy."""
    if reading.kind is not Kind.REJECTION:
        return reading.does_not_say
    spoken_of = {"never_again": held_out.open_door is not None, "feedback": refuses_feedback(mail)}
    return tuple(key for key in reading.does_not_say or SILENCES_OF_ANY_NO if not spoken_of.get(key))


def _each_once(spans: tuple[str | None, ...]) -> list[str]:
    """No span twice, and none that another holds whole."""
    there = list(dict.fromkeys(span for span in spans if span))
    return [span for span in there if not any(span != other and span in other for other in there)]
