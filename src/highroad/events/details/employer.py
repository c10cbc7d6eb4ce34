"""All that may be the employer's name, with the clues that tell which one is."""

from functools import lru_cache

from highroad.events.details.clues import Candidate, gathered
from highroad.events.details.hosts import is_host_name
from highroad.events.details.laid import Laid
from highroad.events.details.names import ends_legally, plain
from highroad.events.details.persons import is_given_name
from highroad.events.details.spans import behind_past, firm_spans
from highroad.events.details.tables import entries, word_set
from highroad.events.details.titles import is_head

_REMEMBERED = 16384  # mail repeats itself; hostile mail must not fill the memory


def employers(laid: Laid, *, address: str, strangers: frozenset[str]) -> dict[str, Candidate]:
    """Names in small letters; `address` is the employer's part of the sender's, `strangers` are people's names."""
    found = gathered(laid, firm_spans(laid, address=address))
    bare = _letters(address)
    client = not word_set("names", "clients").isdisjoint(laid.low)
    agency = "agency " if client or any(word in bare for word in word_set("names", "agencies")) else ""
    for name, candidate in found.items():
        words = name.split(" ")
        clues = candidate.clues
        clues.update(_of_first(words[0]), _of_last(words[-1]), _of_address(words, bare, agency))
        for word in words:
            clues.update(_of_word(word))
        for first, last in candidate.spans:
            clues.update(_of_place(laid, first, last))
        clues.add(f"words {len(words)}")
        if name in strangers:
            clues.add("stranger")
        elif not strangers.isdisjoint(words):
            clues.add("stranger in it")
        if name in entries("people", "closings"):
            clues.add("sign-off")
        if is_host_name(name):
            clues.add("host")
    found[""] = Candidate(clues={"none", f"{agency}none"})
    return found


def _of_place(laid: Laid, first: int, last: int) -> list[str]:
    """What stands around it: the office of the firm that signs, brackets, or what the user did elsewhere before."""
    gaps, zone = laid.gaps, laid.zones[first]
    clues = []
    if zone in "sc" and _signs(laid, first, last):
        clues.append(f"{zone} but office")
    if gaps[first] == "[" and gaps[last + 1 : last + 2] == ["]"]:
        clues.append(f"{zone} in brackets")
    if behind_past(laid, first):
        clues.append("past before")
    return clues


def _signs(laid: Laid, first: int, last: int) -> bool:
    """Whether the rest of its line is an office: "The Haldenfrey Hiring Team"."""
    start, end = first, last + 1
    while not laid.gaps[start]:
        start -= 1
    while end < len(laid.gaps) and not laid.gaps[end]:
        end += 1
    before, behind = laid.low[start:first], laid.low[last + 1 : end]
    offices, openings = word_set("words", "offices"), word_set("names", "openings")
    said = offices.issuperset(behind) and openings.issuperset(before) and laid.gaps[start] == "\n"
    return said and not offices.isdisjoint((*before, *behind))


@lru_cache(maxsize=_REMEMBERED)
def _of_first(word: str) -> tuple[str, ...]:
    told = {"given name": is_given_name(word), "office": word in word_set("words", "offices")}
    return (f"first {word}", *(f"first is {what}" for what, holds in told.items() if holds))


@lru_cache(maxsize=_REMEMBERED)
def _of_last(word: str) -> tuple[str, ...]:
    told = {
        "head": is_head(word),
        "office": word in word_set("words", "offices"),
        "firm word": ends_legally(word) or word in word_set("names", "legal"),
        "post": word in word_set("names", "posts"),
    }
    return (f"last {word}", f"last -{word[-3:]}", *(f"last is {what}" for what, holds in told.items() if holds))


@lru_cache(maxsize=_REMEMBERED)
def _of_word(word: str) -> tuple[str, ...]:
    told = {"head": is_head(word), "noun": word in word_set("words", "nouns")}
    return (f"has {word}", *(f"has {what}" for what, holds in told.items() if holds))


@lru_cache(maxsize=_REMEMBERED)
def _letters(text: str) -> str:
    """Small letters and digits alone, without accents."""
    return plain(text).replace(" ", "").replace("_", "")


def _of_address(words: list[str], address: str, agency: str) -> list[str]:
    """How far the sender's address has the name's letters: ellismereschool for Ellismere Primary School."""
    if not address:
        return ["no address"]
    parts = [_letters(word) for word in words]
    known = [part for part in parts if part[:4] in address and len(part) > 2]
    clues = [
        agency + _overlap("".join(parts), address),
        f"{agency}words in address {len(known)} of {sum(len(part) > 2 for part in parts)}",
    ]
    if known:
        clues.append(f"covers {4 * sum(len(part) for part in known if part in address) // len(address)}")
        if known[0] == parts[0]:
            clues.append("first in address")
        if known[-1] == parts[-1]:
            clues.append("last in address")
    initials = "".join([part[:1] for part in parts])
    if len(initials) > 1 and address.startswith(initials):
        clues.append("initials are address" if initials == address else "address begins with initials")
    return clues


def _overlap(compact: str, address: str) -> str:
    if compact == address:
        return "is address"
    if address.startswith(compact) and len(compact) > 2:
        return "address begins with it"
    if compact.startswith(address):
        return "begins with address"
    if len(compact) > 3 and compact in address:
        return "in address"
    return "has address" if address in compact else "unlike address"
