"""Every place of a mail that may name the employer, and how far each is believed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from highroad.events.details.flat import Flat
from highroad.events.details.hosts import domain_stem, is_host, is_host_name, tenant
from highroad.events.details.names import (
    employer_from,
    employer_key,
    employer_up_to,
    ends_legally,
    is_common_noun,
    is_stop_word,
    tidy_employer,
)
from highroad.events.details.naming import field_values, naming
from highroad.events.details.persons import is_given_name, part_of, person_name, single_name
from highroad.events.details.phrases import Hit, hits
from highroad.events.details.role import Role
from highroad.events.details.tables import one_of
from highroad.events.details.titles import has_head
from highroad.mail.message import Address

# What an agency says of its client beats all; a firm named beside a title is the weakest that is believed alone.
IN_TEXT, IN_SUBJECT = ("client", "sure", "likely", "hint"), ("client", "sure", "hint", "subject")
WEIGHTS = {"client": 40, "sure": 6, "likely": 3, "hint": 3, "subject": 5}
FIELD, BEHIND_ROLE, SENDER, TEAM, SIGNED, SIGNER, SEGMENT, SPELLED, SHOWN, LIKE_A_PERSON = 8, 7, 6, 5, 6, 5, 2, 5, 3, 1
_MOST_SPELLED = 6
_LINK = re.compile(
    r"[ ]*(?:\([^()\n]{1,40}\)[ ]*)?[\"“”»«]?[ ]*(?:,[ ]*)?"
    r"(?:(?:role|position|opening|job|opportunity|vacancy|team)[ ]+)?"
    r"(?:at|with|bei|beim|in der|chez|en|presso|na|no|da|bij|voor|@|[-–|·])[ ]+(?=\S)|[ ]*\n[ ]*(?=[^\n:]+(?:\n|$))",
    re.I,
)
_VIA = re.compile(r"\s+(?:via|through|über|por|tramite|par)\s+.*$", re.I)
_PIECES = re.compile(
    r"\s+(?:at|@|from|von|bei|de chez|chez|\||[-–—/·•])\s+|\s*[|·•()]\s*"
    r"|,\s+(?!Inc|LLC|LLP|Ltd|L\.L|S\.|B\.V|Co\.|GmbH|[^,]+ &)"
)
_LINE_PIECES = re.compile(
    r"\s*[|·•]\s*|\s[-–—@]\s|,\s+(?!Inc|LLC|LLP|Ltd|L\.L|S\.|B\.V|Co\.)|\s+(?:at|bei|beim|vom|von|chez|from)\s+"
)
_OFFICE = re.compile(
    r"no-?reply|notif|info|jobs?|career|karriere|bewerb|recruit|talent|hiring|hr$|personal|people|team"
)
_SEGMENTS = re.compile(r"\s+[-–—|/·•]+\s+|\s*[|·•]\s*|:\s+")
_INSTITUTION = re.compile(r"[A-ZÄÖÜ][^.!?]*\s(?:für|of|for|der|des|de|di|van|und|and)\s(?:\S+\s){0,3}[A-ZÄÖÜ]\S*")
_TEAM_LINE = re.compile(
    r"\b(?:team|recruit\w*|recrut\w*|talent|hr|careers?|karriere|human resources|personal\w*|bewerb\w*|hiring|people"
    r"|selección|selezione|equipo|équipe|equipa|equipe)\b",
    re.I,
)
_KIND = re.compile(
    rf"\b(?:{one_of('words', 'kinds')}|(?P<word>[A-ZÄÖÜ][A-Za-zäöüß-]+{one_of('words', 'kind_endings')})) $"
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


def mentions(ground: Ground) -> Iterator[Mention]:
    """Each place, whatever it is worth; the same name may come many times."""
    yield from _phrased(ground.body, IN_TEXT, ground.language)
    yield from _phrased(ground.subject, IN_SUBJECT, ground.language)
    for flat, roles in ((ground.body, ground.roles), (ground.subject, ground.subject_roles)):
        yield from _behind_roles(flat, roles)
        yield from (Mention(value, FIELD) for value, _ in field_values(flat, "employer", ground.language))
    yield from _of_sender(ground.sender)
    yield from _of_signers(ground)
    yield from _segments(ground.subject)
    yield from _spelled(ground)


def stem_of(sender: Address | None) -> str | None:
    """The employer's mark in the sender's address: its own domain, or its name at a hiring system."""
    if sender is None or "@" not in sender.email:
        return None
    return domain_stem(sender.domain) or tenant(sender.email)


def _phrased(flat: Flat, labels: tuple[str, ...], language: str | None) -> Iterator[Mention]:
    for hit in hits(naming("employer", labels, language), flat):
        name = _named_by(hit, flat)
        if name and not (language == "de" and all(map(is_common_noun, name.split())) and not ends_legally(name)):
            firm = _without_person(name)
            yield Mention(firm, WEIGHTS[hit.phrase.tag] if firm == name else SIGNED)


def _named_by(hit: Hit, flat: Flat) -> str | None:
    if hit.phrase.before is None:
        return employer_up_to(flat.text, hit.start)
    found = employer_from(flat.text, hit.end)
    if found is None or hit.phrase.after is None:
        return found[0] if found else None
    return _up_to_phrase(hit, flat)


def _up_to_phrase(hit: Hit, flat: Flat) -> str | None:
    """The name between two phrases: "your {employer} application"."""
    close = hit.phrase.after.search(flat.low, hit.end, hit.end + 70) if hit.phrase.after else None
    raw = flat.text[hit.end : close.start()].strip() if close else ""
    found = employer_from(raw, 0) if raw else None
    return raw if found and found[1] == len(raw) and not has_head(raw) else None


def _without_person(name: str) -> str:
    """ "Beatriz Amaral of Haldenfrey" is Haldenfrey; "Bank of Ashcombe" stays."""
    first, _, firm = name.partition(" of ")
    return firm if firm and is_given_name(first.split()[0]) else name


def _behind_roles(flat: Flat, roles: tuple[Role, ...]) -> Iterator[Mention]:
    """ "Data Analyst at Haldenfrey": the name that follows a role, or stands under it."""
    for role in roles:
        link = _LINK.match(flat.text, role.end)
        found = employer_from(flat.text, link.end()) if link else None
        if link and found and (ends_legally(found[0]) or not has_head(found[0])):
            yield Mention(found[0], SIGNER if link[0].strip() in "-–|·" else BEHIND_ROLE)


def _of_sender(sender: Address | None) -> Iterator[Mention]:
    if sender is None or not sender.name or "@" in sender.name:
        return
    pieces = [piece for piece in _PIECES.split(_VIA.sub("", sender.name.strip(" \"'"))) if piece and piece.strip()]
    for place, piece in enumerate(pieces):
        name = tidy_employer(piece)
        if name is None or is_host_name(name) or (part_of(name) and has_head(name) and not ends_legally(name)):
            continue
        stripped = name != piece.strip()
        if not stripped and _is_person(name, sender, alone=len(pieces) == 1, first=place == 0):
            continue
        known = stripped or place > 0 or ends_legally(name) or _in_stem(name, sender)
        yield Mention(
            name, SENDER if known else LIKE_A_PERSON if person_name(name) else TEAM if _is_machine(sender) else SHOWN
        )


def _is_machine(sender: Address) -> bool:
    """Whether a hiring system or an office writes, and no one by their own name."""
    return is_host(sender.domain) or bool(_OFFICE.search(sender.email.partition("@")[0]))


def _in_stem(name: str, sender: Address) -> bool:
    return any(len(word) > 3 and word in (stem_of(sender) or "") for word in employer_key(name).split())


def _is_person(name: str, sender: Address, *, alone: bool, first: bool) -> bool:
    """Whether a sender's name is a person's rather than a firm's."""
    words = [word for word in employer_key(name).split() if len(word) > 1]
    if ends_legally(name) or _in_stem(name, sender):
        return False
    if first and not alone and (single_name(name) or person_name(name)):
        return True
    local = sender.email.partition("@")[0]
    if any(len(word) > 2 and word in local for word in words):
        return True
    return bool(words) and (is_given_name(words[0]) or (bool(person_name(name)) and not stem_of(sender) and not first))


def _of_signers(ground: Ground) -> Iterator[Mention]:
    """ "The Haldenfrey team", and the firm under or beside a signer's title."""
    for place, line in enumerate(ground.signers):
        if (
            len(line) < 70
            and _TEAM_LINE.search(line)
            and "," not in line
            and (name := tidy_employer(line))
            and not part_of(name)
        ):
            yield Mention(name, TEAM)
            continue
        if place and ends_legally(line) and (name := _firm(line)):
            yield Mention(name, SIGNED)
            continue
        pieces = [piece.strip() for piece in _LINE_PIECES.split(line) if piece and piece.strip()]
        for number, piece in enumerate(pieces):
            if place + number == 0 and _signs_as_person(piece, ground):
                continue
            if name := _firm(piece):
                yield Mention(name, SIGNED if len(pieces) == 1 and place else SIGNER)


def _signs_as_person(piece: str, ground: Ground) -> bool:
    if person_name(piece):
        return not any(word in (stem_of(ground.sender) or "") for word in employer_key(piece).split() if len(word) > 3)
    shown = (ground.sender.name if ground.sender else "").lower()
    return bool(single_name(piece)) and (is_given_name(piece) or piece.lower() in shown)


def _firm(piece: str) -> str | None:
    """The name when a piece of a signer's line is a firm's and nothing else."""
    if len(piece) > 60 or any(mark in piece for mark in ("@", "www", "http", ":", "+")):
        return None
    name = tidy_employer(piece)
    if name is None or ((part_of(name) or has_head(name)) and not ends_legally(name)):
        return None
    found = employer_from(name, 0)
    whole = found is not None and len(found[0]) >= len(name) - 2
    return name if whole or _INSTITUTION.fullmatch(name) else None


def _segments(subject: Flat) -> Iterator[Mention]:
    """ "Haldenfrey | Your application": a part of the subject that is a name and no role."""
    parts = [part for part in _SEGMENTS.split(subject.text) if part and part.strip()]
    for part in parts if len(parts) > 1 else ():
        name = tidy_employer(part)
        found = employer_from(name, 0) if name else None
        if name and found and found[0] == name and len(name.split()) <= 5 and not has_head(name):
            yield Mention(name, SEGMENT)


def _spelled(ground: Ground) -> Iterator[Mention]:
    """The sender's domain, where subject or text spell it out as a name: "Halcyon Air" for halcyonair."""
    letters = [letter for letter in (stem_of(ground.sender) or "") if letter.isalnum()]
    begins = "".join(letters[:3])
    if len(letters) < 3 or not any(begins in flat.low for flat in (ground.subject, ground.body)):
        return
    pattern = re.compile(letters[0] + "".join(r"(?:[ .&'_-]| & | and )?" + letter for letter in letters[1:]))
    for flat in (ground.subject, ground.body):
        for match in list(pattern.finditer(flat.low))[:_MOST_SPELLED]:
            if name := _spelled_at(flat, match.start(), match.end()):
                yield Mention(name, SPELLED)


def _with_kind(text: str, start: int) -> int:
    """Where the name begins when the word for its kind stands before it: "University of Ashcombe", "Kita Marienhof"."""
    kind = _KIND.search(text, max(0, start - 40), start)
    if kind is None or is_stop_word(kind["word"] or "") or is_given_name(kind["word"] or ""):
        return start
    return kind.start()


def _spelled_at(flat: Flat, start: int, end: int) -> str | None:
    start = _with_kind(flat.text, start)
    around = flat.low[start - 1 : start] + flat.low[end : end + 1]
    if any(letter.isalnum() or letter in "@/_" for letter in around) or re.match(r"[.-]\w", flat.low[end : end + 2]):
        return None
    found = employer_from(flat.text, start)
    return found[0] if found and start + len(found[0]) >= end else flat.text[start:end]
