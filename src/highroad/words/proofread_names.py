"""Names in a letter: the firm's spelled otherwise, or another firm's; a person of another application."""

import re
from collections.abc import Iterator

from highroad.words.likeness import edits
from highroad.words.slip import Known, Letter, Slip, SlipKind

LONG = 8  # letters; a name as long as this may be two letters off and still be meant
SHORTEST = 4  # letters of a name that is looked for among other words
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_FORM = re.compile(
    r"[,\s]+(?:gmbh|ag|se|kg|ohg|ug|e\.?v\.?|inc|ltd|limited|llc|llp|plc|corp|corporation|co|company|group|bv|nv|sa|srl"
    r"|spa|oy|ab|as|(?:gmbh )?& co\.? kg)\.?$",
    re.IGNORECASE,
)
_NAME = r"(?-i:[A-ZÄÖÜ])[\w'’-]*(?: (?:& |and |of |und )?(?-i:[A-ZÄÖÜ])[\w'’-]*)*"
# where a letter names the firm it is for; "I worked at" names another one rightly
_FOR_WHOM = re.compile(
    r"(?:\b(?:would|like|love|glad|happy|keen|excited|eager|hope|want|wish)\b[^.!?\n]{0,30}"
    r"\b(?:to work (?:for|at)|to join|joining)"
    r"|\b(?:position|role|opening|post|vacancy|internship) (?:at|with)|\binterest in working (?:for|at)"
    r"|\b(?:stelle|position|ausschreibung|praktikum)\b[^.!?\n]{0,60} bei)"
    rf" (?:the |der |dem )?(?P<name>{_NAME})",
    re.IGNORECASE,
)


def firms(letter: Letter, known: Known) -> Iterator[Slip]:
    """Another firm of the record where this one was meant, and this one spelled otherwise."""
    own = short(known.firm)
    for other in {short(firm) for firm in known.other_firms} - {own, ""}:
        if other.casefold() not in own.casefold() and len(other) >= SHORTEST:
            found = re.finditer(rf"(?<!\w){re.escape(other)}(?!\w)", letter.body)
            yield from (Slip(SlipKind.FIRM, at.start(), at.group(), own) for at in found if _stands_alone(at, own))
    yield from _misspelled(letter, own, known)
    yield from _unknown(letter, own, known)


def people(letter: Letter, known: Known) -> Iterator[Slip]:
    """People of other applications, and this one's people spelled otherwise, below the greeting."""
    own = names_of(known.people, letter.to, known.own_name, known.firm)
    strangers = {name.casefold(): name for name in names_of(*known.strangers)} if known.people or letter.to else {}
    taken = {name.casefold() for name in own}
    below = letter.body.find("\n") + 1
    for at in _NAME_WORD.finditer(letter.body, below):
        word = _bare(at.group())
        if not word[:1].isupper() or word.casefold() in taken or _is_elsewhere(at):
            continue
        if word.casefold() in strangers:
            yield Slip(SlipKind.PERSON, at.start(), word)
        elif len(word) >= SHORTEST and not _begins(letter.body, at.start()):
            meant = next((name for name in sorted(own) if is_near(word, name, most=1)), "")
            if meant:
                yield Slip(SlipKind.PERSON, at.start(), word, meant)


def short(firm: str) -> str:
    """A firm's name without what the law adds: Corvale Ltd is Corvale."""
    bare = _FORM.sub("", firm.strip())
    return _FORM.sub("", bare)


def names_of(*names: str | tuple[str, ...]) -> frozenset[str]:
    """Each word of these names, without initials."""
    whole = (name for one in names for name in ((one,) if isinstance(one, str) else one))
    return frozenset(word for name in whole for word in _NAME_WORD.findall(name) if len(word.strip(".")) > 1)


def is_near(word: str, name: str, *, most: int) -> bool:
    """Whether a name seems to be meant by a word that is spelled otherwise."""
    word, name = word.casefold(), name.casefold()
    return len(name) >= SHORTEST and word != name and edits(word, name, most=most) <= most


def _misspelled(letter: Letter, own: str, known: Known) -> Iterator[Slip]:
    """This firm's name with a letter or two off, over as many words as it has."""
    plain = _plain(own)
    if len(plain) < SHORTEST + 1:
        return
    most = 2 if len(plain) >= LONG else 1
    right = {word.casefold() for word in names_of(known.people, letter.to, known.own_name)} | known.words
    words = list(_NAME_WORD.finditer(letter.body.replace("&", "n")))
    long = len(_NAME_WORD.findall(own.replace("&", "n")))
    for first, last in zip(words, words[long - 1 :], strict=False):
        written = _bare(letter.body[first.start() : last.end()])
        if "\n" in written or not written[:1].isupper() or written.casefold() in right:
            continue
        if plain not in (_plain(written), _plain(written).removesuffix("s")) and _is_meant(
            _plain(written), plain, most
        ):
            yield Slip(SlipKind.FIRM, first.start(), written, own)


def _unknown(letter: Letter, own: str, known: Known) -> Iterator[Slip]:
    """A firm nobody heard of, where only this one can be meant."""
    mine = {word.casefold() for word in names_of(own, known.people, letter.to, known.own_name)}
    for at in _FOR_WHOM.finditer(letter.body) if own else ():
        named = {word.casefold() for word in names_of(_bare(at["name"]))}
        if not named & mine and not _is_meant(_plain(at["name"]), _plain(own), 2):
            yield Slip(SlipKind.FIRM, at.start("name"), _bare(at["name"]), own)


def _is_meant(written: str, firm: str, most: int) -> bool:
    return written[:1] == firm[:1] and edits(written, firm, most=most) <= most


def _plain(name: str) -> str:
    """A name as it is compared: & is and, and spaces, dots and hyphens do not count."""
    return re.sub(r"[\W_]+", "", name.casefold().replace("&", "and"))


def _bare(word: str) -> str:
    """A word without what follows it: Lena's and "Lena." are Lena."""
    return re.sub(r"(?:['’]s|['’.-]+)$", "", word)


def _stands_alone(at: re.Match[str], own: str) -> bool:
    """Whether the other name is not only a piece of this firm's own."""
    before, after = at.string[max(0, at.start() - len(own)) : at.start()], at.string[at.end() : at.end() + len(own)]
    return own.casefold() not in (before + at.group() + after).casefold()


def _is_elsewhere(at: re.Match[str]) -> bool:
    """Whether the word is a piece of an address of mail or of a page."""
    text = at.string
    return text[at.start() - 1 : at.start()] in {"@", "/", "."} or text[at.end() : at.end() + 1] == "@"


def _begins(body: str, at: int) -> bool:
    before = body[:at].rstrip(" ")
    return not before or before[-1] in ".!?:\n"
