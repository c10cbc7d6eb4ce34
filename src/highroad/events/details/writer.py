"""Who wrote a mail, by its address lines: a person with an address of their own, an office, or a machine."""

import re

from highroad.events.details.hosts import domain_stem, is_host, is_webmail
from highroad.events.details.names import plain
from highroad.events.details.persons import is_given_name, person_name
from highroad.events.details.tables import one_of, word_set
from highroad.mail.message import Address, Message

NOBODY: frozenset[str] = frozenset()
_TELLS = 3  # letters of a name that tell in an address; two stand in too many words
_MARKS = re.compile(r"\s[|/–—-]\s|[|(\[]")
_ENDS = re.compile(rf"\s(?:{one_of('writers', 'ends')}|@)\s")


def is_unread(email: str) -> bool:
    """Whether nobody reads what is sent to this address: "no-reply@", "nepasrepondre@"."""
    local = "".join(_local(email.replace("+", "@", 1)))
    return any(local.startswith(word) or local.endswith(word) for word in word_set("writers", "unread"))


def reached_at(sender: Address | None, reply_to: Address | None) -> str:
    """The address by which an answer reaches them; empty after a machine, or a hiring system that gives none."""
    return next((one.email for one in (sender, reply_to) if one and one.email and _is_read(one)), "")


def answers_at(message: Message) -> str:
    """The address by which an answer reaches the person or the office that sent it; empty after a machine.

    A person's own address counts though a hiring system carries it, and though it was sent of itself.
    """
    email = reached_at(message.sender, message.reply_to)
    if message.sender and own_name(message.sender):
        return email or message.sender.email
    return "" if message.automatic else email


def own_name(sender: Address, *, signed: frozenset[str] = NOBODY, employer: str = "") -> str:
    """The name of the one person whose address this is; empty for offices, machines and the employer's own name.

    `signed` are the plain words of who signs: with them "jonna.brask@" alone will do.
    """
    if not sender.email or is_unread(sender.email):
        return ""
    names = (name for name in (_shown(sender.name), _in_address(sender.email)) if name)
    return next((name for name in names if _is_theirs(name, sender, signed=signed, employer=employer)), "")


def _is_theirs(name: str, sender: Address, *, signed: frozenset[str], employer: str) -> bool:
    words = plain(name).split()
    if not words or set(words) <= set(plain(employer).split()) or any(map(_is_office, words)):
        return False
    known = not signed.isdisjoint(words) or (is_given_name(words[0]) and words[0] != domain_stem(sender.domain))
    whole = len(words) > 1 and not is_webmail(sender.domain) and _is_whole(words, sender)
    return _answers(words, sender.email) and (known or whole)


def _answers(words: list[str], email: str) -> bool:
    """Whether an address is made of a name, or of its first letters."""
    local = "".join(_local(email))
    return any(len(word) >= _TELLS and word in local for word in words) or local == _initials(words)


def _is_whole(words: list[str], sender: Address) -> bool:
    """Whether nothing of a name is missing in the address, and not all of it is the employer's."""
    local = "".join(_local(sender.email))
    told = [word for word in words if len(word) >= _TELLS]
    firm = plain(domain_stem(sender.domain) or "").replace(" ", "")
    return local == _initials(words) or (all(word in local for word in told) and not all(word in firm for word in told))


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def _shown(shown: str) -> str:
    """The person's name of "Mira Kessel (Tandlow)" and "Mira from Tandlow"."""
    whole = _ENDS.split(_MARKS.split(shown.strip(" \"'"))[0])[0].strip()
    return person_name(whole) or person_name(whole.partition(",")[0]) or _single(whole)


def _single(word: str) -> str:
    """A first name by itself."""
    low = word.lower()
    letters = word.replace("-", "").replace("'", "").replace("’", "")
    is_name = letters.isalpha() and word[:1].isupper() and not word.isupper() and not _is_none(low)
    return word if is_name and len(letters) > 1 else ""


def _in_address(email: str) -> str:
    """ "Jonna Brask" of "jonna.brask@"; single letters tell no name."""
    words = [word for word in _local(email) if len(word) > 1]
    return " ".join(words).title() if all(word.isalpha() and not _is_none(word) for word in words) else ""


def _is_none(word: str) -> bool:
    return word in word_set("people", "not_names") or _is_office(word)


def _is_office(word: str) -> bool:
    groups = (("people", "mailboxes"), ("people", "offices"), ("words", "offices"))
    return any(word in word_set(*group) for group in groups)


def _local(email: str) -> list[str]:
    return plain(email.partition("@")[0].replace("_", " ")).split()


def _is_read(address: Address) -> bool:
    carried = is_host(address.domain) and not is_webmail(address.domain)
    return not is_unread(address.email) and not carried
