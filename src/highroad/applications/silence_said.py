"""What an employer wrote about their own silence: "if you have not heard from us by then, ..."."""

from itertools import groupby

from highroad.events.prepared import prepare
from highroad.events.said import Said
from highroad.mail.message import Message
from highroad.words.clauses import Mood

NO = frozenset({"no", "unsuccessful", "-successful"})


def silence_said(message: Message) -> str | None:
    """The sentence that says what no word from them would mean, unchanged; None when the mail has none."""
    said = groupby(prepare(message).said, key=lambda one: (one.place, one.sentence))
    return next((" ".join(sentence.split()) for (_, sentence), parts in said if _is_of_silence(list(parts))), None)


def _is_of_silence(parts: list[Said]) -> bool:
    """Whether a condition about hearing from them comes with a no that hangs on it."""
    hears = any(one.clause.mood is Mood.CONDITION and "hear" in one.names for one in parts)
    return hears and any(one.clause.mood is not Mood.CONDITION and one.names & NO for one in parts)
