"""All that may be a person's name, with the clues that tell whether it is one."""

from collections.abc import Iterator
from functools import cache, lru_cache

from highroad.events.details.clues import Candidate, gathered
from highroad.events.details.hosts import is_host_name
from highroad.events.details.laid import Laid, Zone
from highroad.events.details.names import plain
from highroad.events.details.persons import is_given_name
from highroad.events.details.spans import Span
from highroad.events.details.tables import entries, table, word_set
from highroad.events.details.titles import is_head
from highroad.events.details.together import together
from highroad.mail.message import Address

_MOST_WORDS = 4
_MOST_SPANS = 160  # hostile mail has no end of names
_TITLE_WORDS = 7  # behind a name, in which a title may stand
_NEAR_WORDS = 6  # around a name, which tell how it is introduced
_ADDRESS_NEAR = 6  # words behind a name in which their address may stand
_FEWEST_LETTERS = 2
_SHORT = 3
_GREETING_ENDS = frozenset((",", ":", "!", "-", "–", "\n"))
_REMEMBERED = 8192  # mail repeats itself; hostile mail must not fill the memory


def faces(laid: Laid, *, sender: Address | None, employer: str, kind: str) -> dict[str, Candidate]:
    """Candidates by their name in small letters. `employer` is in small letters too, empty where none is known."""
    greeting = greeting_words(laid)
    found = gathered(laid, (span for span in _spans(laid) if span[0] not in greeting))
    local = plain(sender.email.partition("@")[0].replace(".", " ").replace("_", " ")) if sender else ""
    lines = _closing_lines(laid)
    beside = together(laid, found)
    for name, candidate in found.items():
        words = name.split(" ")
        clues = candidate.clues
        clues.update(clue for other in beside[name] for clue in _of_neighbour(other))
        zones = {laid.zones[first] for first, _ in candidate.spans}
        clues.update(_of_words(tuple(words)))
        shape = f"{min(len(words), 3)}{' given' if 'given' in clues else ''}"
        for clue in (shape, *_of_address(words, local), *_of_employer(name, employer)):
            clues.update((clue, *(f"{zone} {clue}" for zone in zones)))
        if is_host_name(name):
            clues.add("host")
        for span in candidate.spans:
            clues.update(_of_place(laid, span, lines, shape, begin=greeting.stop))
        if "honour" in clues:
            clues.discard("capital <")  # it is the honour's
        clues.update((f"kind {kind}", *(f"{zone} {kind}" for zone in zones)))
    return found


def _spans(laid: Laid) -> Iterator[Span]:
    """Runs of words in capitals; one word alone only where a name is likely: given, signing, or behind "Ms"."""
    left = _MOST_SPANS
    for first, word in enumerate(laid.words):
        if not _may_begin(laid, first, word):
            continue
        ends = list(_ends(laid, first))
        for last in ends[1:] or ([first] if _alone(laid, first) else ()):
            yield first, last
            left -= 1
        if left <= 0:
            return


def _may_begin(laid: Laid, at: int, word: str) -> bool:
    if laid.zones[at] == Zone.SUBJECT:
        return False
    if word[0].islower():  # "suki" below a mail in small letters
        return laid.zones[at] == Zone.CLOSING and laid.gaps[at] == "\n" and is_given_name(word)
    return _is_namelike(word)


def _ends(laid: Laid, first: int) -> Iterator[int]:
    """The last words of names that begin here: "Ana", "Ana M. de Sousa"; small words join, marks end."""
    words, gaps = laid.words, laid.gaps
    yield first
    at, count = first + 1, 1
    while at < len(words) and count < _MOST_WORDS and _goes_on(words[at - 1], gaps[at]):
        if _is_namelike(words[at]):
            yield at
            count += 1
        elif laid.low[at] not in word_set("people", "particles"):
            return
        at += 1


def _goes_on(before: str, gap: str) -> bool:
    return not gap or (gap == "." and len(before) == 1)


@lru_cache(maxsize=_REMEMBERED)
def _is_namelike(word: str) -> bool:
    low = word.lower()
    letters = word.replace("-", "").replace("'", "").replace(".", "")
    return word[0].isupper() and letters.isalpha() and not _is_none(low)


def _is_none(low: str) -> bool:
    return low in word_set("people", "not_names") or low in word_set("people", "honours")


def _alone(laid: Laid, at: int) -> bool:
    """Whether one word by itself is worth a look here: no part of a longer name, and where names stand."""
    if len(laid.words[at]) < _FEWEST_LETTERS or (at and not laid.gaps[at] and _is_namelike(laid.words[at - 1])):
        return False
    zone, low = laid.zones[at], laid.low
    if zone in (Zone.SENDER, Zone.CLOSING) or is_given_name(low[at]):
        return True
    before = low[at - 1] if at and not laid.gaps[at].strip(".") else ""
    return before in word_set("people", "honours") or before in word_set("people", "introducing")


def _closing_lines(laid: Laid) -> dict[int, int]:
    """For each word of the closing the number of its line there."""
    lines: dict[int, int] = {}
    line = -1
    start = laid.zones.find(Zone.CLOSING)
    for at in range(start if start >= 0 else len(laid.words), len(laid.words)):
        line += laid.gaps[at] == "\n"
        lines[at] = line
    return lines


@lru_cache(maxsize=_REMEMBERED)
def _of_neighbour(name: str) -> frozenset[str]:
    """How a name beside it looks that is told in the same breath."""
    words = name.split(" ")
    return frozenset((f"beside {min(len(words), 3)}{' given' if is_given_name(words[0]) else ''}",))


@lru_cache(maxsize=_REMEMBERED)
def _of_words(words: tuple[str, ...]) -> frozenset[str]:
    """What the name itself tells."""
    told = {f"words {len(words)}", f"last ~{words[-1][-3:]}", f"first ~{words[0][-2:]}", f"first {words[0]}"}
    if is_given_name(words[0]):
        told |= {"given", f"given {len(words)}"}
    if len(words) > 1 and is_given_name(words[-1]):
        told.add("last given")
    told.update(f"has {word}" for word in words if is_head(word) or word in word_set("words", "offices"))
    told.update(f"has {what}" for what in ("firm",) if not word_set("words", "firms").isdisjoint(words))
    return frozenset(told)


def _of_address(words: list[str], local: str) -> set[str]:
    """How the sender's address answers the name."""
    parts = local.split()
    first, last = plain(words[0]), plain(words[-1])
    told = set()
    if first in parts or last in parts:
        told.add("address names")
    elif len(last) > 2 and len(words) > 1 and last in local:
        told.add("address has last")
    elif len(first) > 2 and first in local:
        told.add("address has first")
    return told or {"address silent"}


def _of_employer(name: str, employer: str) -> set[str]:
    """How a name goes with the employer's: it may be theirs, or a part of it."""
    if not employer:
        return {"no employer"}
    if name == employer:
        return {"is employer"}
    shared = set(name.split(" ")[-1:]) & set(employer.replace(",", " ").split())
    return {
        *(("has the employer's name",) if shared - {name} else ()),
        *(("in employer",) if name in employer else ()),
    }


def _of_place(laid: Laid, span: Span, lines: dict[int, int], shape: str, *, begin: int) -> Iterator[str]:
    """What stands around one place: an honour before, a title beside, behind or on the next line."""
    first, last = span
    zone = laid.zones[first]
    if first in lines:
        begins = "begins " if laid.gaps[first] == "\n" else ""
        ends = " ends" if last + 1 == len(laid.words) or laid.gaps[last + 1] in ("\n", ",") else ""
        yield f"{begins}line {min(lines[first], 5)}{ends}"
        yield f"{begins}line {min(lines[first], 5)}{ends} {shape}"
    before = laid.low[first - 1] if first and laid.gaps[first] in ("", ".") else ""
    if _honours(laid, first - 1, before):
        yield from ("honour", f"honour {shape}", f"{zone} honour")
    if is_given_name(before):
        yield "given before"
    if any("@" in word and plain(laid.words[last]) in word for word in laid.low[last + 1 : last + 1 + _ADDRESS_NEAR]):
        yield "own address behind"
    yield from (f"title {word}" for word in _title_words(laid, last))
    yield from (f"class {part}" for part in _parts(" ".join(_title_words(laid, last))))
    if zone == Zone.BODY:
        yield from (f"ahead {word}" for word in laid.low[max(begin, first - _NEAR_WORDS) : first])
        yield from (f"behind {word}" for word in laid.low[last + 1 : last + 1 + _NEAR_WORDS])


def _honours(laid: Laid, at: int, before: str) -> bool:
    """Whether the word is "Frau" or "Mr"; a short one in small letters is a word like others: "mag", "me"."""
    if before not in word_set("people", "honours"):
        return False
    return len(before) > _SHORT or laid.words[at][0].isupper() or laid.gaps[at + 1] == "."


def _title_words(laid: Laid, last: int) -> list[str]:
    """The words behind a name where a title stands: after a comma or a bracket, or alone on the next line."""
    begin = last + 1
    if begin >= len(laid.words) or not laid.gaps[begin] or laid.zones[begin] != laid.zones[last]:
        return []
    found: list[str] = []
    for at in range(begin, min(begin + _TITLE_WORDS, len(laid.words))):
        if at > begin and laid.gaps[at] in ("\n", ".", ")", ";"):
            break
        found.append(laid.low[at])
    return found


def _parts(title: str) -> list[str]:
    """The parts whose words the title has."""
    padded = f" {title} "
    return [part for part, words in _titles() if any(word in padded for word in words)]


@cache
def _titles() -> list[tuple[str, list[str]]]:
    parts = table("people")["parts"]
    return [(part, [f" {' '.join(word.split())} " for word in words.split(";")]) for part, words in parts.items()]


def greeting_words(laid: Laid) -> range:
    """The places of the words that greet: "Dear Ana Duarte," names no one else, and introduces no one."""
    first = laid.zones.find(Zone.BODY)
    if first < 0 or laid.low[first] not in _greeters():
        return range(max(first, 0), max(first, 0))
    ends = (at for at in range(first + 1, len(laid.words)) if laid.gaps[at] in _GREETING_ENDS)
    return range(first, next(ends, len(laid.words)))


@cache
def _greeters() -> frozenset[str]:
    return frozenset(greeting.split()[0] for greeting in entries("people", "greetings"))
