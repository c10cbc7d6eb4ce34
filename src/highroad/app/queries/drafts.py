"""One draft for one person: made from the record, or as the user left it. Nothing here can send it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from highroad.app.models import OutgoingRow, OwnerRow
from highroad.app.queries.addresses import maybe_called
from highroad.app.queries.applications import NotThere
from highroad.app.queries.ask_for_feedback_mail import asked_on_day, texts_of
from highroad.app.queries.outbox import OPEN, can_send, may_have_left
from highroad.app.queries.recoveries import No, no
from highroad.applications.course import language_of
from highroad.applications.reach import reached
from highroad.events.event import Person
from highroad.recovery.letter import BLANK, Letter, Tone
from highroad.rejections.rejection import Rejection
from highroad.steps.ask_for_feedback.draft import draft as feedback_draft
from highroad.steps.ask_for_feedback.draft import nudge
from highroad.steps.ask_for_feedback.whom import whom
from highroad.steps.dont_burn_bridges.reply import reply_draft, whom_to_answer
from highroad.steps.dont_burn_bridges.thanks import notes, thank_you_draft

CHANGEABLE = (*OPEN, OutgoingRow.State.CANCELLED, OutgoingRow.State.FAILED)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text for one person, with `saved_at` when it is the user's own version."""

    no: No
    purpose: str
    url: str
    person: Person
    tone: Tone
    tones: tuple[Tone, ...]
    subject: str
    body: str
    saved_at: datetime | None
    thanked_on: date | None
    outgoing_id: int | None  # its number in the outbox, once it was saved
    state: str
    may_have_left: bool  # nobody knows, and its own page says what taking it up again means
    can_send: bool  # an account is connected; else it is taken along as a file or text
    maybe_called: str  # to be asked about, while no name is known

    @property
    def is_on_its_way(self) -> bool:
        """Whether its words stand fixed: it is to leave, or has left, for all anyone knows."""
        return self.may_have_left or (bool(self.state) and self.state not in CHANGEABLE)

    @property
    def has_blank(self) -> bool:
        """Whether something only the user knows is still to be filled in."""
        return BLANK in self.subject + self.body


def draft(owner: OwnerRow, event_id: str, purpose: str, number: int, *, tone: str | None = None) -> Draft:
    """The user's own version, or a fresh one in the tone asked for; `number` counts the people from 1.

    Raises NotThere or NotConfirmed.
    """
    found = no(owner, event_id)
    person = _person(owner, found.rejection, purpose, number)
    any_version = saved(found, purpose, person)
    kept = any_version if tone is None else None
    chosen = Tone(tone) if tone in set(Tone) else Tone.WARM
    fresh = _letter(owner, found.rejection, purpose, person=_addressed(found, person), tone=chosen)
    return Draft(
        no=found,
        purpose=purpose,
        url=found.url + PAGES[purpose].format(number=number),
        person=person,
        tone=chosen,
        tones=tuple(Tone),
        subject=kept.subject if kept else fresh.subject,
        body=kept.body if kept else fresh.body,
        saved_at=kept.saved_at if kept else None,
        thanked_on=_thanked_on(found.rejection, person) if purpose == "thank_you" else None,
        outgoing_id=any_version.pk if any_version else None,
        state=any_version.state if any_version else "",
        may_have_left=bool(any_version and may_have_left(any_version)),
        can_send=can_send(owner),
        maybe_called=maybe_called(owner),
    )


def standard(owner: OwnerRow, event_id: str, purpose: str, *, name: str, email: str, tone: str) -> Letter:
    """What we would write to this person, with nothing left to fill in; where that cannot be, a gracious reply.

    Raises NotThere or NotConfirmed.
    """
    found = no(owner, event_id)
    rejection = found.rejection
    people = [reached(one, rejection.application) for one in rejection.application.people]
    person = next((one for one in people if (one.name, one.email) == (name, email)), Person(name, email))
    person = _addressed(found, person)
    chosen = Tone(tone) if tone in set(Tone) else Tone.WARM
    letter = _letter(owner, rejection, purpose if purpose in PEOPLE else "reply", person=person, tone=chosen)
    return _letter(owner, rejection, "reply", person=person, tone=chosen) if letter.has_blank else letter


def saved(found: No, purpose: str, person: Person) -> OutgoingRow | None:
    """What the user made of the draft to this person, if they saved one."""
    if found.recovery is None:
        return None
    rows = OutgoingRow.objects.filter(recovery=found.recovery, purpose=purpose)
    return rows.filter(to_name=person.name, to_email=person.email).first()


def _person(owner: OwnerRow, rejection: Rejection, purpose: str, number: int) -> Person:
    people = PEOPLE[purpose](owner, rejection)
    if not 1 <= number <= len(people):
        raise NotThere
    return people[number - 1]


def _asked(owner: OwnerRow, rejection: Rejection) -> list[Person]:
    application = rejection.application
    return [candidate.person for candidate in whom(application, texts_of(owner, application))]


def _in_the_record(owner: OwnerRow, rejection: Rejection) -> list[Person]:  # noqa: ARG001
    return [reached(person, rejection.application) for person in rejection.application.people]


def _answered(owner: OwnerRow, rejection: Rejection) -> list[Person]:  # noqa: ARG001
    person = whom_to_answer(rejection)
    return [person] if person else []


def _thanked(owner: OwnerRow, rejection: Rejection) -> list[Person]:  # noqa: ARG001
    return [note.person for note in notes(rejection.application)]


def _thanked_on(rejection: Rejection, person: Person) -> date | None:
    return next((note.sent_on for note in notes(rejection.application) if note.person == person), None)


def _letter(owner: OwnerRow, rejection: Rejection, purpose: str, *, person: Person, tone: Tone) -> Letter:
    application = rejection.application
    language = language_of(application)
    if purpose == "nudge":
        asked_on = asked_on_day(owner, rejection.id, person)
        return nudge(application, person, asked_on=asked_on, tone=tone, language=language, signed=owner.name)
    if purpose == "reply":
        return reply_draft(application, rejection, tone=tone, language=language, signed=owner.name, to=person)
    write = feedback_draft if purpose == "feedback" else thank_you_draft
    return write(application, person, tone=tone, language=language, signed=owner.name)


def _addressed(found: No, person: Person) -> Person:
    """With what mail puts before the name."""
    honour = found.honours.get(person.name)
    return replace(person, name=f"{honour} {person.name}") if honour else person


# The people a purpose can be written to, in the order its pages number them, and where those pages are.
PEOPLE: dict[str, Callable[[OwnerRow, Rejection], list[Person]]] = {
    "feedback": _asked,
    "nudge": _in_the_record,
    "reply": _answered,
    "thank_you": _thanked,
}
PAGES = {
    "feedback": "/ask-for-feedback/{number}",
    "nudge": "/ask-for-feedback/{number}/nudge",
    "reply": "/dont-burn-bridges/reply",
    "thank_you": "/dont-burn-bridges/thank/{number}",
}
STEP_OF = {
    "feedback": "ask_for_feedback",
    "nudge": "ask_for_feedback",
    "reply": "dont_burn_bridges",
    "thank_you": "dont_burn_bridges",
}
