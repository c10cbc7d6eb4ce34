"""Which addresses are the user's own, as far as their mail tells."""

from collections import Counter
from collections.abc import Iterable

from highroad.mail.folders import SENT
from highroad.mail.message import Message

SENT_COUNTS = 5  # what the user sent tells more than what was sent to them
CROWD = 5  # a mail to more people than this says little about each of them
SHARE = 0.25  # of the mails the most usual address stands in; a second address of one's own is used less


def places(messages: Iterable[Message]) -> Counter[str]:
    """How often each address stands where the user's own does: as sender of sent mail, as receiver of the rest."""
    counts: Counter[str] = Counter()
    for message in messages:
        if message.folder == SENT and message.sender:
            counts[message.sender.email] += SENT_COUNTS
        elif len(message.to) <= CROWD:
            counts.update({address.email for address in message.to})
    del counts[""]
    return counts


def likely_mine(counts: Counter[str]) -> frozenset[str]:
    """The most usual address and those used at least a quarter as much; none when there are none."""
    most = max(counts.values(), default=0)
    return frozenset(email for email, count in counts.items() if count >= SHARE * most)
