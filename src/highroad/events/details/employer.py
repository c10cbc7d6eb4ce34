"""Whom a mail speaks for, told from its text, subject, signers and sender together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from highroad.events.details.flat import Flat
from highroad.events.details.hosts import domain_stem, is_host_name, tenant
from highroad.events.details.names import employer_from, employer_key, employer_up_to, tidy_employer
from highroad.events.details.naming import field_values, naming
from highroad.events.details.persons import part_of, person_name, single_name
from highroad.events.details.phrases import Hit, hits
from highroad.events.details.role import Role, has_head, tidy_role
from highroad.mail.message import Address

# How far one mention is believed. What an agency says of its client beats all; the sender's domain is the last resort.
_WEIGHTS = {"client": 30, "sure": 6, "likely": 3, "hint": 2, "subject": 5}
_FIELD, _BEHIND_ROLE, _SENDER, _TEAM, _SIGNER, _SEGMENT, _DOMAIN_WORD, _DOMAIN = 8, 7, 6, 5, 3, 2, 5, 1
_FITS_DOMAIN = 3
_AT = re.compile(
    r"[ ]*(?:,[ ]*)?(?:(?:role|position|opening|job|opportunity|vacancy)[ ]+)?(?:at|with|bei|beim|in der|chez|en|presso|na|no|da|bij|@|[-–|])[ ]+(?=\S)",
    re.I,
)
_VIA = re.compile(r"\s+(?:via|through|über|por|tramite|par)\s+.*$", re.I)
_PIECES = re.compile(r"\s+(?:at|@|from|von|bei|de|chez|en|di|da|van|bij|\||[-–—/·•])\s+|\s*[|·•(),]\s*")
_SEGMENTS = re.compile(r"\s*(?:\s[-–—|/·•]+\s|[|·•:])\s*")
_TEAM_LINE = re.compile(
    r"^(?:the|your|das|ihr|dein|euer|team|equipo|équipe)?\s*(?P<name>.{2,60}?)(?:['’]s)?\s+(?:hiring|recruit\w*|talent|people|hr|careers?|human|team|personal\w*|bewerb\w*|staffing|early)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that seems to name the employer, and how far it is believed."""

    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class Ground:
    """What the employer is looked for in."""

    body: Flat
    subject: Flat
    sender: Address | None
    signers: tuple[str, ...]
    roles: tuple[Role, ...]
    subject_roles: tuple[Role, ...]
    strangers: frozenset[str]  # names of people, lower case: the greeted user, those who sign
    language: str | None


def employer(ground: Ground) -> str | None:
    """The employer's name as written, or None when nothing names one."""
    stem = _stem(ground.sender)
    mentions = [mention for mention in _mentions(ground, stem) if _names_someone(mention, ground)]
    groups = _grouped(mentions)
    if not groups:
        return None
    best = max(
        groups,
        key=lambda group: sum(m.weight for m in group) + (_FITS_DOMAIN if stem and _fits(group[0].name, stem) else 0),
    )
    return _fullest(best)


def _mentions(ground: Ground, stem: str | None) -> Iterator[Mention]:
    for label in ("client", "sure", "likely", "hint"):
        yield from _phrased(ground.body, label, ground.language)
    for label in ("client", "sure", "hint", "subject"):
        yield from _phrased(ground.subject, label, ground.language)
    for flat, roles in ((ground.body, ground.roles), (ground.subject, ground.subject_roles)):
        yield from _behind_roles(flat, roles)
        for value, _ in field_values(flat, "employer", ground.language):
            yield Mention(value, _FIELD)
    yield from _of_sender(ground.sender)
    yield from _of_signers(ground.signers)
    yield from _segments(ground.subject)
    if stem:
        yield from _of_domain(stem, ground)


def _phrased(flat: Flat, label: str, language: str | None) -> Iterator[Mention]:
    for hit in hits(naming("employer", label, language), flat):
        name = _named_by(hit, flat)
        if name:
            yield Mention(name, _WEIGHTS[label])


def _named_by(hit: Hit, flat: Flat) -> str | None:
    if hit.phrase.before is None:
        return employer_up_to(flat.text, hit.start)
    found = employer_from(flat.text, hit.end)
    if found is None or hit.phrase.after is None:
        return found[0] if found else None
    return _up_to_phrase(found[0], flat, hit)


def _up_to_phrase(name: str, flat: Flat, hit: Hit) -> str | None:
    """The name between two phrases: "your {employer} application"."""
    close = hit.phrase.after.search(flat.low, hit.end, hit.end + 80) if hit.phrase.after else None
    if close is None:
        return None
    raw = flat.text[hit.end : close.start()].strip()
    return raw if raw and (name.startswith(raw) or raw.startswith(name)) else None


def _behind_roles(flat: Flat, roles: tuple[Role, ...]) -> Iterator[Mention]:
    """ "Data Analyst at Haldenfrey": the name that follows a role."""
    for role in roles:
        link = _AT.match(flat.text, role.end)
        found = employer_from(flat.text, link.end()) if link else None
        if found and not has_head(found[0]):
            yield Mention(found[0], _BEHIND_ROLE)


def _of_sender(sender: Address | None) -> Iterator[Mention]:
    if sender is None or not sender.name or "@" in sender.name:
        return
    shown = _VIA.sub("", sender.name.strip(" \"'"))
    pieces = [piece for piece in _PIECES.split(shown) if piece and piece.strip()]
    first_is_person = len(pieces) > 1 and (single_name(pieces[0]) or person_name(pieces[0]))
    for piece in pieces[1:] if first_is_person else pieces:
        name = tidy_employer(piece)
        if name is None or is_host_name(name):
            continue
        if (name == piece and _is_person(name, sender)) or (part_of(name) and has_head(name)):
            continue
        yield Mention(name, _SENDER)


def _is_person(name: str, sender: Address) -> bool:
    """Whether a sender's name is a person's: its words stand in the address, or it looks like one and the address names no one else."""
    local = sender.email.partition("@")[0].lower()
    words = [word for word in employer_key(name).split() if len(word) > 1]
    stem = _stem(sender) or ""
    if any(word in stem for word in words if len(word) > 3):
        return False
    if any(word in local for word in words if len(word) > 2):
        return True
    return (
        (bool(person_name(name))
        and len(words) in (2, 3))
        or bool(single_name(name) and stem == "" and tenant(sender.email) is None and is_webmail(sender))
    )


def is_webmail(sender: Address) -> bool:
    """Whether the address is a private mailbox."""
    return sender.domain.split(".")[0] in (
        "gmail",
        "googlemail",
        "outlook",
        "hotmail",
        "yahoo",
        "gmx",
        "web",
        "icloud",
        "proton",
        "protonmail",
        "posteo",
        "aol",
        "live",
        "t-online",
        "freenet",
    )


def _of_signers(lines: tuple[str, ...]) -> Iterator[Mention]:
    """ "The Haldenfrey team", and the firm under or beside a signer's title."""
    for place, line in enumerate(lines):
        team = _TEAM_LINE.match(line)
        if team and len(line) < 70 and (name := tidy_employer(line)):
            yield Mention(name, _TEAM)
            continue
        pieces = [
            piece.strip()
            for piece in re.split(r"\s*[|·•]\s*|\s[-–—@]\s|,\s+|\s+(?:at|bei|chez)\s+", line)
            if piece.strip()
        ]
        for piece in pieces[0 if place else 1 :] if place == 0 and person_name(pieces[0] if pieces else "") else pieces:
            if (name := _signed_firm(piece)) is not None:
                yield Mention(name, _SIGNER)


def _signed_firm(piece: str) -> str | None:
    if (
        len(piece) > 60
        or "@" in piece
        or "www" in piece
        or "http" in piece
        or any(letter.isdigit() for letter in piece[1:])
    ):
        return None
    name = tidy_employer(piece)
    if name is None or (not name[0].isupper() and not name[:1].isdigit()):
        return None
    if person_name(name) or part_of(name) or has_head(name) or len(name.split()) > 6:
        return None
    found = employer_from(name, 0)
    return name if found and len(found[0]) >= len(name) - 2 else None


def _segments(subject: Flat) -> Iterator[Mention]:
    """ "Haldenfrey | Your application": a part of the subject that is a name and no role."""
    parts = [part for part in _SEGMENTS.split(subject.text) if part and part.strip()]
    if len(parts) < 2:
        return
    for part in parts:
        name = tidy_employer(part)
        found = employer_from(name, 0) if name else None
        if name and found and found[0] == name and len(name.split()) <= 5 and not has_head(name):
            yield Mention(name, _SEGMENT)


def _stem(sender: Address | None) -> str | None:
    if sender is None or "@" not in sender.email:
        return None
    return domain_stem(sender.domain) or tenant(sender.email)


def _of_domain(stem: str, ground: Ground) -> Iterator[Mention]:
    letters = [letter for letter in stem if letter.isalnum()]
    spelled = re.compile(
        letters[0] + "".join(rf"[ .&'-]?{re.escape(letter)}" for letter in letters[1:]) if letters else "(?!)"
    )
    for flat in (ground.subject, ground.body):
        for match in list(spelled.finditer(flat.low))[:6]:
            outside = flat.low[match.start() - 1 : match.start()] + flat.low[match.end() : match.end() + 1]
            if (
                any(letter.isalnum() or letter in "@/" for letter in outside)
                or (flat.low[match.end() :][:1] == "."
                and flat.low[match.end() + 1 : match.end() + 2].isalpha())
            ):
                continue
            found = employer_from(flat.text, match.start())
            name = (
                found[0]
                if found and len(found[0]) >= match.end() - match.start()
                else flat.text[match.start() : match.end()]
            )
            yield Mention(name, _DOMAIN_WORD)
    yield Mention(" ".join(part.capitalize() for part in re.split(r"[-_]", stem)), _DOMAIN)


def _names_someone(mention: Mention, ground: Ground) -> bool:
    name = tidy_employer(mention.name)
    if name is None or is_host_name(name) or name.lower() in ground.strangers:
        return False
    if any(name.lower() == role.title.lower() for role in (*ground.roles, *ground.subject_roles)):
        return False
    return not (
        has_head(name) and mention.weight < _SENDER and tidy_role(name) is not None and not _LEGAL_LIKE.search(name)
    )


_LEGAL_LIKE = re.compile(r"\b(?:GmbH|Inc|Ltd|LLC|LLP|AG|Partners|Group|Consulting)\b")


def _grouped(mentions: list[Mention]) -> list[list[Mention]]:
    """Mentions of one employer together: the same name, or one that goes on where the other ends."""
    groups: list[tuple[str, list[Mention]]] = []
    for mention in sorted(mentions, key=lambda m: -m.weight):
        name = tidy_employer(mention.name) or mention.name
        key = employer_key(name)
        kept = Mention(name, mention.weight)
        for other, group in groups:
            if (
                key == other
                or _goes_on(key, other)
                or _goes_on(other, key)
                or key.replace(" ", "") == other.replace(" ", "")
            ):
                group.append(kept)
                break
        else:
            groups.append((key, [kept]))
    return [group for _, group in groups]


def _goes_on(longer: str, shorter: str) -> bool:
    return len(shorter) > 2 and longer.startswith(shorter + " ")


def _fits(name: str, stem: str) -> bool:
    compact = employer_key(name).replace(" ", "")
    bare = re.sub(r"[^a-z0-9]", "", stem)
    return compact == bare or (len(compact) > 3 and (compact in bare or bare in compact))


def _fullest(group: list[Mention]) -> str:
    """The fullest spelling among the believed ones."""
    believed = [mention.name for mention in group if mention.weight >= _SIGNER] or [mention.name for mention in group]
    return max(believed, key=lambda name: (len(employer_key(name).split()), len(name)))
