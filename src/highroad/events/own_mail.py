"""How likely each kind is of a mail the user wrote, by a small linear model fitted on letters of ours (training/)."""

from collections.abc import Collection
from itertools import groupby

from highroad.events.event import Kind
from highroad.events.features import LAST_SENTENCE, features
from highroad.events.model import judged, summed
from highroad.events.prepared import Prepared
from highroad.events.weights import SENT, load
from highroad.mail.thread import bare_subject

_LENGTHS = (60, 150, 300, 600, 1200)  # characters


def own_scores(mail: Prepared) -> dict[Kind, float]:
    """The chances of the kinds that own mail can have; they add up to one."""
    return judged(own_groups(mail), by=load(SENT))


def own_groups(mail: Prepared) -> tuple[Collection[str], ...]:
    """What the model looks at: what any mail is told by, and whether it answers one."""
    return (*features(mail.said, language=mail.language).groups, _marks(mail))


def most_telling(mail: Prepared, kind: Kind) -> str | None:
    """The sentence that speaks most for the kind; None where there is none."""
    weights = load(SENT)
    place = weights.kinds.index(kind)
    spoken = (list(some) for _, some in groupby(mail.said, key=lambda one: one.place))
    told = {
        some[0].sentence: summed(features(some, language=mail.language).groups, weights=weights)[place]
        for some in spoken
        if some[0].place <= LAST_SENTENCE
    }
    return max(told, key=lambda sentence: told[sentence], default=None)


def _marks(mail: Prepared) -> frozenset[str]:
    """An application begins a thread, thanks are short, and most answers stand above what they answer."""
    subject = mail.message.subject
    answers = mail.message.in_reply_to or bare_subject(subject) != subject.strip()
    return frozenset(
        (
            "answer" if answers else "begins",
            "quotes" if mail.quoted else "quotes nothing",
            "subject" if subject.strip() else "no subject",
            *(f"over {length}" for length in _LENGTHS if len(mail.text) > length),
        )
    )
