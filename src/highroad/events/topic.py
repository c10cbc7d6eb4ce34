"""Whether a mail is about work at all: a loan, a paper or a flat is refused in the same words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from highroad.events.said import Said
from highroad.mail.message import Address
from highroad.words.content import load_toml

MOST = 6  # distinct words for a topic; more say no more
SENDER_WEIGHT = 3.0
WEIGHT_ELSEWHERE = {"elsewhere": 2.0, "elsewhere_hint": 0.8}
_PART = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Topic:
    """How much speaks for work, for something else, and for an application of any sort."""

    work: float = 0.0
    elsewhere: float = 0.0
    application: float = 0.0

    @property
    def lead(self) -> float:
        """Above 0: about work."""
        return self.work - self.elsewhere


def topic(said: Iterable[Said], sender: Address | None) -> Topic:
    """What the mail is about, by the words of its clauses and its sender."""
    work: set[str] = set()
    elsewhere: dict[str, float] = {}
    application: set[str] = set()
    for one in said:
        for label, phrase in one.topics:
            if label == "work":
                work.add(phrase)
            elif label == "application_like":
                application.add(phrase)
            else:
                elsewhere[phrase] = max(elsewhere.get(phrase, 0.0), WEIGHT_ELSEWHERE[label])
    at_work, at_else = _by_sender(sender) if sender else (0.0, 0.0)
    return Topic(
        work=min(len(work), MOST) + at_work,
        elsewhere=min(sum(elsewhere.values()), MOST) + at_else,
        application=min(len(application), MOST),
    )


@cache
def _senders(name: str) -> frozenset[str]:
    return frozenset(load_toml("highroad.events", "content/senders.toml")[name].split())


def _by_sender(sender: Address) -> tuple[float, float]:
    local = sender.email.rpartition("@")[0]
    parts = set(_PART.findall(local)) | set(_PART.findall(sender.name.lower()))
    hosts = set(sender.domain.split(".")[:-1])
    work = bool(parts & _senders("hiring_names")) or bool(hosts & (_senders("hiring_hosts") | _senders("hiring_names")))
    return SENDER_WEIGHT * work, 2.0 * bool((parts | hosts) & _senders("elsewhere_names"))


def comes_from_hiring(sender: Address | None) -> bool:
    """Whether a hiring system, a job board or a hiring team sends it."""
    return sender is not None and (_by_sender(sender)[0] > 0 or is_job_board(sender))


@cache
def hiring_words() -> frozenset[str]:
    """The words by which a hiring system, a job board or a hiring team is known, in name, address or host."""
    return _senders("hiring_hosts") | _senders("hiring_names") | _senders("job_boards")


def is_job_board(sender: Address | None) -> bool:
    """Whether a board sends it: alerts, and news about applications made there."""
    return sender is not None and bool(set(sender.domain.split(".")[:-1]) & _senders("job_boards"))
