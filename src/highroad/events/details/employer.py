"""Whom a mail speaks for, told from its text, subject, signers and sender together."""

import re

from highroad.events.details.hosts import is_host_name
from highroad.events.details.mentions import SENDER, SIGNER, Ground, Mention, mentions, stem_of
from highroad.events.details.names import employer_key, ends_legally, tidy_employer
from highroad.events.details.persons import is_given_name, person_name
from highroad.events.details.tables import one_of
from highroad.events.details.titles import has_head

_FITS_DOMAIN = 3
_UNNAMED_CLIENT = re.compile(rf"\b{one_of('words', 'unnamed_clients')}\b")
_CLIENT = 40
_HEARSAY = 3  # "joining Haldenfrey" and the like: believed beside other signs only; alone right in one of thirteen


def employer(ground: Ground) -> str | None:
    """The employer's name as written, or None when nothing names one but an address."""
    named = [tidied for mention in dict.fromkeys(mentions(ground)) if (tidied := _tidied(mention, ground))]
    if _UNNAMED_CLIENT.search(ground.body.low) and not any(mention.weight == _CLIENT for mention in named):
        return None  # an agency writes, and keeps its client to itself
    stem = stem_of(ground.sender) or ""
    groups = [group for group in _grouped(named) if {mention.weight for mention in group} != {_HEARSAY}]
    return _fullest(max(groups, key=lambda group: _belief(group, stem))) if groups else None


def _tidied(mention: Mention, ground: Ground) -> Mention | None:
    """The mention with its name as it is shown; None when it names no employer."""
    name = tidy_employer(mention.name)
    if name is None or is_host_name(name) or name.lower() in ground.strangers:
        return None
    if any(
        name.lower() == role.title.lower() and role.weight > SIGNER for role in (*ground.roles, *ground.subject_roles)
    ):
        return None
    if (
        is_given_name(name.split()[0])
        and not ends_legally(name)
        and (person_name(name) or all(map(is_given_name, name.split())))
    ):
        return None
    if has_head(name) and mention.weight < SENDER and not ends_legally(name):
        return None
    return Mention(name, mention.weight)


def _belief(group: list[Mention], stem: str) -> int:
    """What the group's mentions weigh together; one place that says it twice is no new witness."""
    witnesses = {(mention.name, mention.weight) for mention in group}
    return sum(weight for _, weight in witnesses) + (_FITS_DOMAIN if stem and _fits(group[0].name, stem) else 0)


def _grouped(named: list[Mention]) -> list[list[Mention]]:
    """Mentions of one employer together: the same name, or one that goes on where the other ends."""
    groups: list[tuple[str, list[Mention]]] = []
    for mention in sorted(named, key=lambda mention: -mention.weight):
        key = employer_key(mention.name)
        group = next((group for other, group in groups if _is_same(key, other)), None)
        if group is None:
            groups.append((key, [mention]))
        else:
            group.append(mention)
    return [group for _, group in groups]


def _is_same(key: str, other: str) -> bool:
    if key == other or key.replace(" ", "") == other.replace(" ", "") or _nominative(key) == _nominative(other):
        return True
    shorter, longer = sorted((key, other), key=len)
    return len(shorter) > 2 and longer.startswith(shorter + " ")


def _nominative(key: str) -> str:
    """ "stadtwerken aurental" as "stadtwerke aurental"."""
    return " ".join(word.removesuffix("n") for word in key.split())


def _fits(name: str, stem: str) -> bool:
    compact = employer_key(name).replace(" ", "")
    bare = re.sub(r"[^a-z0-9]|and(?=.)", "", stem)
    if set(employer_key(name).split()) == set(re.split(r"[-_]", stem)):
        return True
    return compact == bare or (len(compact) > 3 and (compact in bare or bare in compact))


def _fullest(group: list[Mention]) -> str:
    """The fullest spelling among the believed ones; of equals, the one said most surely."""
    believed = [mention.name for mention in group if mention.weight >= SIGNER] or [group[0].name]
    return max(believed, key=lambda name: (len(employer_key(name).split()), ends_legally(name), -len(name)))
