"""How far an application went and how it ended, which are two things."""

import pytest

from highroad.applications.application import Outcome
from highroad.applications.course import language_of, rounds, thanked
from highroad.events.event import Kind, Part, Person, Reason, Stage
from tests.cast import ELI_INTERVIEWER, NOOR_INTERVIEWER, SAM_RECRUITER
from tests.record import event, final_round, haldenfrey, only_application

APPLIED = haldenfrey("a", Kind.CONFIRMATION, 0)


def after(*events):
    return only_application([APPLIED, *events])


def test_what_a_confirmation_says_of_later_stages_is_only_the_road_ahead():
    application = only_application([haldenfrey("a", Kind.CONFIRMATION, stage=Stage.FINAL)])

    assert application.furthest_stage is Stage.APPLIED


def test_the_stage_a_rejection_speaks_of_counts():
    assert after(haldenfrey("b", Kind.REJECTION, 9, stage=Stage.FINAL)).furthest_stage is Stage.FINAL


def test_an_interview_that_names_no_round_is_an_interview():
    assert after(haldenfrey("b", Kind.INTERVIEW, 9)).furthest_stage is Stage.INTERVIEW


def test_the_furthest_stage_stays_whatever_comes_later():
    application = after(
        haldenfrey("b", Kind.INTERVIEW, 9, stage=Stage.FINAL),
        haldenfrey("c", Kind.INTERVIEW, 12, stage=Stage.SCREEN),
        haldenfrey("d", Kind.REJECTION, 20, stage=Stage.APPLIED),
    )

    assert application.furthest_stage is Stage.FINAL


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (Kind.UPDATE, Outcome.OPEN),
        (Kind.REJECTION, Outcome.REJECTED),
        (Kind.WAITLIST, Outcome.WAITLIST),
        (Kind.WITHDRAWAL, Outcome.WITHDRAWN),
        (Kind.OFFER, Outcome.OFFER),
        (Kind.ACCEPTED, Outcome.ACCEPTED),
    ],
)
def test_the_last_deciding_event_is_the_outcome(kind: Kind, outcome: Outcome):
    assert after(haldenfrey("b", kind, 9), haldenfrey("c", Kind.NOTE, 10)).outcome is outcome


def test_a_pause_is_told_apart_from_a_no():
    assert after(haldenfrey("b", Kind.UPDATE, 9, reason=Reason.FROZEN)).outcome is Outcome.FROZEN
    assert after(haldenfrey("b", Kind.REJECTION, 9, reason=Reason.FROZEN)).outcome is Outcome.REJECTED


def test_an_interview_after_a_no_opens_it_again():
    application = after(haldenfrey("b", Kind.REJECTION, 9), haldenfrey("c", Kind.INTERVIEW, 12))

    assert application.outcome is Outcome.OPEN
    assert len(application.events) == 3


def test_what_we_are_not_sure_of_decides_nothing():
    assert after(haldenfrey("b", Kind.REJECTION, 9, sure=False)).outcome is Outcome.OPEN


def test_several_mails_about_one_talk_are_one_round():
    application = after(
        haldenfrey("b", Kind.INTERVIEW, 5, stage=Stage.SCREEN),
        haldenfrey("moved", Kind.INTERVIEW, 6),
        haldenfrey("c", Kind.INTERVIEW, 20, stage=Stage.FINAL),
    )

    assert [talk.id for talk in rounds(application)] == ["moved", "c"]


def test_a_talk_that_was_held_and_the_next_invitation_are_two_rounds():
    held = APPLIED.at.replace(day=6)
    application = after(
        haldenfrey("b", Kind.INTERVIEW, 4, happens_at=held),
        haldenfrey("c", Kind.INTERVIEW, 6),
    )

    assert len(rounds(application)) == 2


def test_people_are_known_by_address_and_else_by_name():
    application = after(
        haldenfrey("b", Kind.INTERVIEW, 5, people=(Person("Noor Haddad", "", Part.OTHER), SAM_RECRUITER)),
        haldenfrey("c", Kind.INTERVIEW, 9, people=(NOOR_INTERVIEWER, Person("", SAM_RECRUITER.email, Part.OTHER))),
    )

    assert application.people == (NOOR_INTERVIEWER, SAM_RECRUITER)


def test_an_address_made_by_a_hiring_system_is_not_another_person():
    relayed = Person("Noor Haddad", "noor.7f3a@haldenfrey.greenhouse-mail.io", Part.OTHER)
    namesake = Person("Noor", "noor@brightmoor.example", Part.OTHER)
    application = after(haldenfrey("b", Kind.INTERVIEW, 5, people=(relayed, NOOR_INTERVIEWER, namesake)))

    assert application.people == (NOOR_INTERVIEWER, namesake)


def test_who_was_thanked_is_known_from_the_notes_sent():
    note = haldenfrey("note", Kind.THANK_YOU, 52, people=(NOOR_INTERVIEWER,))

    application = only_application([*final_round(), note])

    assert thanked(application, NOOR_INTERVIEWER) == note
    assert thanked(application, ELI_INTERVIEWER) is None


def test_the_language_is_that_of_most_mail():
    assert language_of(only_application(final_round())) == "en"
    assert language_of(only_application([event("a", Kind.CONFIRMATION)])) is None
