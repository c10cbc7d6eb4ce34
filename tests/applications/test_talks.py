"""A talk counts once it took place: its day went by, a later mail shows it, or the user says so."""

from datetime import UTC, datetime, timedelta

import pytest

from highroad.applications.correction import ApplicationIs
from highroad.applications.course import asked_in, rounds
from highroad.applications.talks import came, came_to, met_someone, people_met, talks_held
from highroad.events.event import Kind, Stage
from tests.cast import ELI_INTERVIEWER, NOOR_INTERVIEWER
from tests.record import final_round, form_no, haldenfrey, only_application

APPLIED = haldenfrey("a", Kind.CONFIRMATION, 0)
ITS_DAY = datetime(2026, 9, 20, 14, tzinfo=UTC)
INVITED = haldenfrey("b", Kind.INTERVIEW, 9, happens_at=ITS_DAY, people=(NOOR_INTERVIEWER,))
ASKED = haldenfrey("b", Kind.INTERVIEW, 9, people=(NOOR_INTERVIEWER,))
HOUR = timedelta(hours=1)


def after(*events, said=()):
    return only_application([APPLIED, *events], *said)


def test_a_talk_whose_day_lies_ahead_was_not_held():
    application = after(INVITED)

    assert talks_held(application, now=ITS_DAY - HOUR) == ()
    assert not met_someone(application, now=ITS_DAY - HOUR)
    assert people_met(application, now=ITS_DAY - HOUR) == ()
    assert came_to(came(application), now=ITS_DAY - HOUR) is Stage.APPLIED


def test_a_talk_counts_as_held_once_its_day_went_by():
    application = after(INVITED)

    assert talks_held(application, now=ITS_DAY + HOUR) == (INVITED,)
    assert people_met(application, now=ITS_DAY + HOUR) == (NOOR_INTERVIEWER,)
    assert came_to(came(application), now=ITS_DAY + HOUR) is Stage.INTERVIEW


def test_a_talk_whose_hour_nobody_knows_is_over_when_its_day_is():
    day = ITS_DAY.replace(hour=0)
    application = after(haldenfrey("b", Kind.INTERVIEW, 9, happens_at=day))

    assert not talks_held(application, now=day + 9 * HOUR)
    assert talks_held(application, now=day + 24 * HOUR)


def test_an_invitation_without_a_day_is_no_talk_though_the_model_counts_it():
    application = after(ASKED, haldenfrey("c", Kind.UPDATE, 12, stage=Stage.INTERVIEW))

    assert not met_someone(application)
    assert asked_in(application)
    assert application.furthest_stage is Stage.INTERVIEW


@pytest.mark.parametrize(
    "later",
    [
        haldenfrey("c", Kind.THANK_YOU, 10),
        haldenfrey("c", Kind.OFFER, 30),
        haldenfrey("c", Kind.REJECTION, 10, stage=Stage.INTERVIEW),
        haldenfrey("c", Kind.REJECTION, 30),
        haldenfrey("c", Kind.INTERVIEW, 30, stage=Stage.FINAL),
    ],
    ids=["thanks", "an offer", "a no that speaks of it", "a no weeks later", "the final round"],
)
def test_a_later_mail_shows_that_a_talk_without_a_day_took_place(later):
    application = after(ASKED, later)

    assert talks_held(application)[0] == ASKED
    assert met_someone(application)


def test_a_no_right_after_an_invitation_shows_no_talk():
    assert not met_someone(after(ASKED, haldenfrey("c", Kind.REJECTION, 10)))


@pytest.mark.parametrize("ends", [Kind.REJECTION, Kind.WITHDRAWAL])
def test_a_talk_that_something_ended_before_was_never_held(ends: Kind):
    application = after(INVITED, haldenfrey("c", ends, 12, stage=Stage.INTERVIEW))

    assert not met_someone(application, now=ITS_DAY + HOUR)


def test_the_users_word_that_they_had_the_talk_is_enough():
    talked = haldenfrey("c", Kind.TALK, 16, by_user=True)
    application = after(ASKED, talked)

    assert [talk.id for talk in talks_held(application, now=talked.at)] == ["c"]
    assert len(rounds(application)) == 1
    assert people_met(application, now=talked.at) == (NOOR_INTERVIEWER,)


def test_the_users_word_is_about_the_talk_of_about_that_day_and_keeps_its_stage():
    final = haldenfrey("b", Kind.INTERVIEW, 9, happens_at=ITS_DAY, stage=Stage.FINAL)
    application = after(final, haldenfrey("c", Kind.TALK, 20, by_user=True))

    assert [(talk.id, talk.reading.stage) for talk in talks_held(application)] == [("c", Stage.FINAL)]


def test_a_talk_decides_nothing_about_the_outcome():
    no = haldenfrey("c", Kind.REJECTION, 30)

    assert after(no, haldenfrey("d", Kind.TALK, 31, by_user=True)).outcome is after(no).outcome


def test_a_talk_without_any_day_took_place_all_the_same():
    assert met_someone(after(haldenfrey("c", Kind.TALK, None, by_user=True)), now=ITS_DAY)


def test_how_far_the_user_says_it_went_counts():
    said = ApplicationIs("a", furthest_stage=Stage.FINAL)

    assert came_to(came(after(said=[said])), now=ITS_DAY) is Stage.FINAL


def test_someone_named_only_for_the_talk_to_come_is_not_met_yet():
    later = haldenfrey("c", Kind.INTERVIEW, 21, happens_at=ITS_DAY + timedelta(days=9), people=(ELI_INTERVIEWER,))
    application = after(INVITED, later)

    assert people_met(application, now=ITS_DAY + timedelta(days=2)) == (NOOR_INTERVIEWER,)


def test_a_final_round_that_led_to_a_no_was_held():
    assert came_to(came(only_application(final_round()))) is Stage.FINAL


def test_a_form_no_comes_before_anyone_was_met():
    assert not met_someone(only_application(form_no()))
