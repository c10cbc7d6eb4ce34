"""What else a mail tells than its kind: for whom it speaks, about which role, how far, why, who, when."""

from dataclasses import dataclass, replace
from datetime import datetime

from highroad.events.details.calendars import appointment
from highroad.events.details.closing import closing_lines, greeted
from highroad.events.details.employer import employer
from highroad.events.details.flat import Flat, lay_flat
from highroad.events.details.hosts import is_host
from highroad.events.details.mentions import Ground
from highroad.events.details.names import plain
from highroad.events.details.people import Cast, people_met
from highroad.events.details.persons import is_given_name, person_name
from highroad.events.details.reason import stated_reason
from highroad.events.details.role import Role, roles_in_subject, roles_in_text
from highroad.events.details.stage import stage_reached
from highroad.events.details.titles import requisition
from highroad.events.details.when import happens_at
from highroad.events.event import NOT_ABOUT, Kind, Person, Reason, Stage
from highroad.events.prepared import Prepared
from highroad.mail.message import Address

_SUBJECT_LETTERS = 300
_THREAD_LETTERS = 2500
_LONGEST_NAME = 160
_MOST_USERS = 20


@dataclass(frozen=True, slots=True)
class Details:
    """What a mail tells beside its kind; what it does not tell is None or empty."""

    employer: str | None = None
    role: str | None = None
    stage: Stage | None = None
    reason: Reason | None = None
    reason_quote: str | None = None
    people: tuple[Person, ...] = ()
    requisition: str | None = None
    happens_at: datetime | None = None


def read_details(mail: Prepared, kind: Kind, *, mine: frozenset[str] = frozenset()) -> Details:
    """The details of a mail of this kind; `mine` are the user's own addresses, lower case, never met as people."""
    if kind in NOT_ABOUT:
        return Details()
    ground = _ground(mail)
    who, role = _employer_and_role(mail, ground)
    reason = stated_reason(mail, kind)
    invited = appointment(mail.message.calendars)
    told_moment = happens_at(ground.body, ground.subject, kind, sent_at=mail.message.sent_at)
    return Details(
        employer=who,
        role=role.title if role else None,
        stage=stage_reached(mail, kind),
        reason=reason.reason if reason else None,
        reason_quote=reason.quote if reason else None,
        people=people_met(
            Cast(
                body=ground.body,
                sender=ground.sender,
                signers=ground.signers,
                appointment=invited,
                kind=kind,
                greeted=greeted(mail.text),
                mine=mine,
                my_names=_my_names(mail, mine),
                employer=who,
            )
        ),
        requisition=_number(role, ground),
        happens_at=(invited.starts_at if invited else None) or told_moment,
    )


def _ground(mail: Prepared) -> Ground:
    """The mail's own words, laid out for looking up names."""
    body = lay_flat(mail.text)
    subject = lay_flat(mail.subject, longest=_SUBJECT_LETTERS)
    sender = _short(mail.sender)
    signers = closing_lines(mail)
    signed_from = _own_words_end(body, sender, signers)
    return Ground(
        body=body,
        subject=subject,
        sender=sender,
        signers=signers,
        roles=tuple(roles_in_text(body, mail.language, until=signed_from)),
        subject_roles=tuple(roles_in_subject(subject, mail.language)),
        strangers=_strangers(mail, sender, signers),
        language=mail.language,
    )


def _employer_and_role(mail: Prepared, ground: Ground) -> tuple[str | None, Role | None]:
    """What the mail itself names; where it names nothing, what the mail it answers named."""
    who = employer(ground)
    role = _best_role((*ground.subject_roles, *ground.roles), who)
    if (who and role) or not mail.quoted:
        return who, role
    earlier = lay_flat(mail.quoted, longest=_THREAD_LETTERS)
    roles = tuple(roles_in_text(earlier, mail.language, until=len(earlier.text)))
    who = who or employer(replace(ground, body=earlier, roles=roles, sender=None, signers=()))
    return who, role or _best_role(roles, who)


def _own_words_end(body: Flat, sender: Address | None, signers: tuple[str, ...]) -> int:
    """Where those who sign begin: titles behind are theirs; what only carries mail is signed by no one."""
    signed = bool(signers) and not (sender and is_host(sender.domain))
    start = body.text.rfind("\n" + signers[0]) if signed else -1
    return start if start > 0 else len(body.text)


def _short(sender: Address | None) -> Address | None:
    """The sender with a name of bearable length, on one line."""
    return sender and Address(" ".join(sender.name[:_LONGEST_NAME].split()), sender.email[:_LONGEST_NAME])


def _strangers(mail: Prepared, sender: Address | None, signers: tuple[str, ...]) -> frozenset[str]:
    """Names of people that could be taken for an employer's, lower case: who signs, who sends, the user."""
    first = signers[0].split(",")[0].strip() if signers else ""
    shown = sender.name if sender else ""
    people = [name for name in (first, shown) if person_name(name) and _is_persons(name, sender)]
    users = [address.name for address in mail.message.to[:_MOST_USERS] if address.name]
    written_to = greeted(mail.text)
    return frozenset(map(str.lower, (*people, *users, *filter(None, (written_to, *written_to.split())))))


def _is_persons(name: str, sender: Address | None) -> bool:
    """Whether a name that could be a firm's is a person's: it begins with a given name, or the address has it."""
    local = sender.email.partition("@")[0] if sender else ""
    words = plain(name).split()
    return is_given_name(words[0]) or any(len(word) > 2 and word in local for word in words)


def _my_names(mail: Prepared, mine: frozenset[str]) -> frozenset[str]:
    """What the user is called in the mail's own address lines."""
    written_to = [*mail.message.to, *mail.message.cc][:_MOST_USERS]
    users = [address for address in written_to if address.email in mine or len(written_to) == 1]
    return frozenset(plain(address.name) for address in users if address.name)


def _best_role(found: tuple[Role, ...], who: str | None) -> Role | None:
    """The role named most surely; among equals the first, and the fuller of two that begin alike."""
    named = [_without_employer(role, who) for role in found if not (who and plain(who).startswith(plain(role.title)))]
    best = max(named, key=lambda role: role.weight, default=None)
    if best is None:
        return None
    alike = (role for role in named if role.weight >= best.weight - 1 and role.title.startswith(f"{best.title} "))
    return next(alike, best)


def _without_employer(role: Role, who: str | None) -> Role:
    """ "Erzieherin Kita Marienhof" at the Kita Marienhof is Erzieherin."""
    if who is None or not role.title.endswith(f" {who}"):
        return role
    return replace(role, title=role.title.removesuffix(who).rstrip(" -–,|·("))


def _number(role: Role | None, ground: Ground) -> str | None:
    """The number the posting is filed under: beside the role, else in the subject, else in the text."""
    return (role.requisition if role else None) or requisition(ground.subject.text) or requisition(ground.body.text)
