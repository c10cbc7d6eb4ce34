"""Whose words are whose in a mail: the writer's own, what they quote, and their signature."""

from dataclasses import dataclass

from highroad.mail.copied import copied_head
from highroad.mail.message import Message
from highroad.mail.parse import from_parts
from highroad.mail.quotes import Mark, Sign, has_arrows, is_quoted, next_mark, without_arrows
from highroad.mail.signature import signature

_MAX_LETTERS = 200_000
_MAX_PASSED_ON = 10  # times
_FEW_WORDS = 12


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A mail's text in three: new words (an interleaved answer is kept whole), quoted ones, and the signature."""

    new: str
    quoted: str
    signature: str


def own_words(text: str) -> OwnWords:
    """What the writer says here; of a mail passed on without a word, what the mail passed on says."""
    lines = text[:_MAX_LETTERS].split("\n")
    mark = next_mark(lines)
    for _ in range(_MAX_PASSED_ON):
        if not mark or mark.sign is Sign.WROTE or _says_anything(lines[: mark.start]):
            break
        lines = _below_head(lines, mark)
        mark = next_mark(lines)
    own, quoted = _apart(lines, mark)
    start, end = signature(own)
    return OwnWords(_joined(own[:start] + own[end:]), _joined(quoted), _joined(own[start:end]))


def forwarded(message: Message) -> Message | None:
    """The mail that was passed on in this one, as from its first sender; None when the message speaks for itself."""
    inner = _passed_on(message)
    for _ in range(_MAX_PASSED_ON):
        deeper = _passed_on(inner) if inner else None
        if not deeper:
            break
        inner = deeper
    return inner


def _passed_on(message: Message) -> Message | None:
    lines = message.text[:_MAX_LETTERS].split("\n")
    mark = next_mark(lines)
    if not mark or mark.sign is Sign.WROTE:
        return None
    above = lines[: mark.start]
    if _says_anything(above) and (mark.sign is Sign.ORIGINAL or len(" ".join(above).split()) > _FEW_WORDS):
        return None
    head = copied_head(lines, mark.below)
    if not head or not head.certain:
        return None
    text = _joined(_below_head(lines, mark))
    return from_parts(head.sender, head.to, head.subject or message.subject, head.date, text)


def _says_anything(lines: list[str]) -> bool:
    """Whether there is more than a signature."""
    start, end = signature(lines)
    return any(line.strip(" >") for line in lines[:start] + lines[end:])


def _below_head(lines: list[str], mark: Mark) -> list[str]:
    """The words of the mail passed on, without the arrows some programs put before them."""
    head = copied_head(lines, mark.below)
    below = lines[head.below if head and head.sender else mark.below :]
    return without_arrows(below) if has_arrows(lines[mark.below : mark.below + 3]) else below


def _apart(lines: list[str], mark: Mark | None) -> tuple[list[str], list[str]]:
    """Own lines and quoted lines. Below a mark all is quoted, unless ">" shows line by line what is."""
    own: list[str] = []
    quoted: list[str] = []
    start = 0
    while mark and mark.sign is Sign.WROTE and has_arrows(lines[mark.below : mark.below + 3]):
        _by_arrows(lines[start : mark.start], own, quoted)
        quoted += lines[mark.start : mark.below]
        start = mark.below
        mark = next_mark(lines, start)
    _by_arrows(lines[start : mark.start if mark else None], own, quoted)
    return own, quoted + (lines[mark.start :] if mark else [])


def _by_arrows(lines: list[str], own: list[str], quoted: list[str]) -> None:
    for line in lines:
        (quoted if is_quoted(line) else own).append(line)


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).replace("\n\n\n", "\n\n").strip()
