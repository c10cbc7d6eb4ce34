"""Whose words are whose in a mail: the writer's own, what they quote, and their signature."""

from dataclasses import dataclass

from highroad.mail.copied import CopiedHead, copied_head
from highroad.mail.message import Message
from highroad.mail.parse import from_parts
from highroad.mail.quotes import Mark, Sign, is_quoted, next_mark
from highroad.mail.signature import signature_start

_MAX_LETTERS = 200_000
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
    while mark and mark.sign is not Sign.WROTE and not _says_anything(lines[: mark.start]):
        lines = lines[_below_head(lines, mark) :]
        mark = next_mark(lines)
    own, quoted = _apart(lines, mark)
    cut = signature_start(own)
    return OwnWords(new=_joined(own[:cut]), quoted=_joined(quoted), signature=_joined(own[cut:]))


def forwarded(message: Message) -> Message | None:
    """The mail that was passed on in this one, as from its first sender; None when the message speaks for itself."""
    lines = message.text[:_MAX_LETTERS].split("\n")
    mark = next_mark(lines)
    if not mark or mark.sign is Sign.WROTE or len(" ".join(lines[: mark.start]).split()) > _FEW_WORDS:
        return None
    head = copied_head(lines, mark.below)
    if not head or not head.certain or (mark.sign is Sign.ORIGINAL and _says_anything(lines[: mark.start])):
        return None
    return from_parts(head.sender, head.to, head.subject or message.subject, head.date, _joined(lines[head.below :]))


def _says_anything(lines: list[str]) -> bool:
    """Whether there is more than a signature."""
    return any(line.strip(" >") for line in lines[: signature_start(lines)])


def _below_head(lines: list[str], mark: Mark) -> int:
    head: CopiedHead | None = copied_head(lines, mark.below)
    return head.below if head and head.sender else mark.below


def _apart(lines: list[str], mark: Mark | None) -> tuple[list[str], list[str]]:
    """Own lines and quoted lines. Below a mark all is quoted, unless ">" shows line by line what is."""
    own: list[str] = []
    quoted: list[str] = []
    start = 0
    while mark and mark.sign is Sign.WROTE and _has_arrows(lines, mark.below):
        above, arrows = _by_arrows(lines[start : mark.start])
        own, quoted, start = own + above, [*quoted, *arrows, *lines[mark.start : mark.below]], mark.below
        mark = next_mark(lines, start)
    above, arrows = _by_arrows(lines[start : mark.start] if mark else lines[start:])
    return own + above, quoted + arrows + (lines[mark.start :] if mark else [])


def _has_arrows(lines: list[str], start: int) -> bool:
    """Whether the next line that says something is marked with ">"."""
    return is_quoted(next((line for line in lines[start:] if line.strip()), ""))


def _by_arrows(lines: list[str]) -> tuple[list[str], list[str]]:
    return [line for line in lines if not is_quoted(line)], [line for line in lines if is_quoted(line)]


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip()
