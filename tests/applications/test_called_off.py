"""A talk that later mail called off or moved stands no more on its day."""

from datetime import UTC, datetime

import pytest

from highroad.applications.called_off import off_said, says_off
from highroad.applications.course import arranged, rounds
from highroad.applications.talks import came, came_to, met_someone, talks_held
from highroad.events.event import Kind, Stage
from tests.app.mails import mail
from tests.cast import NOOR_INTERVIEWER
from tests.record import haldenfrey, only_application

ITS_DAY, OTHER_DAY = datetime(2026, 9, 20, 14, tzinfo=UTC), datetime(2026, 9, 24, 10, tzinfo=UTC)
APPLIED = haldenfrey("a", Kind.CONFIRMATION, 0)
INVITED = haldenfrey("b", Kind.INTERVIEW, 9, happens_at=ITS_DAY, people=(NOOR_INTERVIEWER,))
OFF = "Unfortunately we have to cancel your interview on Sunday."


@pytest.mark.parametrize(
    "sentence",
    [
        OFF,
        "I am sorry, I have to cancel our call on Thursday.",
        "Your interview on 26 November has been cancelled.",
        "The talk with Noor can't go ahead as planned.",
        "We’ve cancelled your interview for now.",
        "Canceled: Data Analyst at Haldenfrey",
        "Leider müssen wir Ihr Vorstellungsgespräch am 26. November absagen.",
        "Das Gespräch am Donnerstag findet leider nicht statt.",
        "Der Termin wurde abgesagt.",
        "Abgesagt: Interview Data Analyst",
    ],
)
def test_a_sentence_that_calls_a_talk_off_is_known(sentence):
    assert says_off(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "If you need to cancel your interview, call us.",
        "Please let us know if you have to cancel the call.",
        "You can cancel or reschedule the interview here.",
        "The role has been cancelled.",
        "We would like to invite you to an interview.",
        "Your interview has not been cancelled.",
        "Falls Sie den Termin absagen müssen, rufen Sie an.",
        "Bitte sagen Sie uns, ob der Termin passt.",
        "Wir müssen Ihnen leider absagen.",
    ],
)
def test_other_sentences_call_nothing_off(sentence):
    assert not says_off(sentence)


def test_the_sentence_is_sought_in_what_they_wrote_themselves():
    quoted = f"Hi Ana,\n\nsee you on Thursday.\n\nSam\n\nOn Monday Noor wrote:\n> {OFF}"

    assert off_said(mail(f"Hi Ana,\n\n{OFF}\n\nSam", day=1)) == OFF
    assert off_said(mail(quoted, day=1)) is None


def later(kind=Kind.INTERVIEW, day=12, **known):
    """Mail that calls a talk off."""
    return haldenfrey("off", kind, day, evidence=OFF, sure=False, **known)


@pytest.mark.parametrize("kind", [Kind.INTERVIEW, Kind.UPDATE])
@pytest.mark.parametrize("named", [None, ITS_DAY, ITS_DAY.replace(hour=0)])
def test_a_talk_that_was_called_off_was_not_held(kind, named):
    application = only_application([APPLIED, INVITED, later(kind, happens_at=named)])

    assert (rounds(application), arranged(application).off) == ((), {INVITED.id, "off"})
    assert talks_held(application) == ()
    assert not met_someone(application)
    assert came_to(came(application)) is Stage.APPLIED


def test_a_talk_held_before_stands():
    application = only_application([APPLIED, INVITED, later(day=25)])

    assert rounds(application) == (INVITED,)
    assert talks_held(application) == (INVITED,)


def test_a_new_invitation_after_it_stands():
    again = haldenfrey("c", Kind.INTERVIEW, 13, happens_at=OTHER_DAY, people=(NOOR_INTERVIEWER,))

    application = only_application([APPLIED, INVITED, later(), again])

    assert rounds(application) == (again,)


def test_mail_that_calls_a_day_off_and_names_another_moves_the_talk():
    moved = later(happens_at=OTHER_DAY)

    found = arranged(only_application([APPLIED, INVITED, moved]))

    assert (found.talks, found.off, found.moves) == (((INVITED, moved),), frozenset(), {"off"})


def test_the_same_day_told_again_moves_nothing():
    again = haldenfrey("c", Kind.INTERVIEW, 12, happens_at=ITS_DAY, sure=False)

    assert arranged(only_application([APPLIED, INVITED, again])).moves == frozenset()


def test_what_the_user_wrote_calls_nothing_off():
    note = haldenfrey("n", Kind.UPDATE, 12, evidence=OFF, by_user=True)

    assert rounds(only_application([APPLIED, INVITED, note])) == (INVITED,)
