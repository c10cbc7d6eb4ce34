"""What a look through a source found, in memory only: nothing of it is stored before the user says so."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import cache

from highroad.events.sift import Sifted, Verdict

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Example:
    """One mail that looks like it is about an application."""

    sender: str
    subject: str
    sentence: str


def remember(source_id: int, sifted: Iterable[Sifted]) -> None:
    """Hold the first few examples until the program ends or the user decides."""
    held = examples(source_id)
    new = [_example(one) for one in sifted if one.verdict is Verdict.ABOUT][: SHOWN - len(held)]
    if new:
        cache.set(_name(source_id), (*held, *new), timeout=None)


def examples(source_id: int) -> tuple[Example, ...]:
    """The examples held of this source; none after a restart."""
    held: tuple[Example, ...] = cache.get(_name(source_id), ())
    return held


def forget(source_id: int) -> None:
    """Hold nothing of this source any more."""
    cache.delete(_name(source_id))


def _example(sifted: Sifted) -> Example:
    message, reading = sifted.message, sifted.reading
    assert message and reading, "mail about an application has both"
    sender = message.sender.name or message.sender.email if message.sender else ""
    return Example(sender, message.subject, reading.evidence or "")


def _name(source_id: int) -> str:
    return f"preview-{source_id}"
