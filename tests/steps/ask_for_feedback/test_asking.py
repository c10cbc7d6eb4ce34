"""Asking once: whom, what, and when not to."""

from datetime import timedelta

from highroad.applications.correction import EventAdded
from highroad.events.event import Kind, Part, Person
from highroad.steps.ask_for_feedback import suggest
from highroad.steps.ask_for_feedback.whom import whom
from tests.cast import ELI_INTERVIEWER, NOOR_INTERVIEWER, NOW, SAM_RECRUITER
from tests.record import event, final_round, form_no, haldenfrey, only_application, only_no


def offered(events, *corrections, now=NOW):
    return [task.words for task in suggest(only_no(events, *corrections), now=now)]


def test_before_anyone_was_met_it_says_so_and_asks_nothing():
    assert offered(form_no()) == ["early"]


def test_after_a_talk_it_names_whom_to_ask_and_why():
    (task,) = suggest(only_no(final_round()), now=NOW)

    assert dict(task.about)["name"] == "Sam Reyes"
    assert "2 of their mails" in dict(task.about)["why"]


def test_once_asked_it_does_not_ask_again():
    asked = event("asked", Kind.FOLLOW_UP, 84, by_user=True)

    assert offered(final_round(), EventAdded(asked, belongs_to="no")) == ["asked"]


def test_after_three_weeks_it_lets_go():
    assert offered(final_round(), now=NOW + timedelta(days=22)) == ["late"]


def test_a_talk_that_named_nobody_leaves_the_name_to_the_user():
    events = [haldenfrey("call", Kind.INTERVIEW, 70), haldenfrey("no", Kind.REJECTION, 82)]

    assert offered(events) == ["nobody"]


def test_interviewers_are_asked_only_when_they_wrote_and_the_unreachable_never():
    mira = Person("Mira Okafor", "", Part.RECRUITER)
    events = [*final_round(), haldenfrey("update", Kind.UPDATE, 51, people=(mira,))]
    wrote = haldenfrey("note", Kind.UPDATE, 52, people=(NOOR_INTERVIEWER,))

    ranked = [[one.person for one in whom(only_application(mail))] for mail in (events, [*events, wrote])]

    assert ranked == [[SAM_RECRUITER], [SAM_RECRUITER, NOOR_INTERVIEWER]]


def test_someone_who_wrote_lately_comes_before_someone_who_did_not():
    early = haldenfrey("early", Kind.UPDATE, 10, people=(NOOR_INTERVIEWER,))
    late = haldenfrey("late", Kind.UPDATE, 80, people=(ELI_INTERVIEWER,))

    ranked = [candidate.person.name for candidate in whom(only_application([*final_round(), early, late]))]

    assert ranked == ["Sam Reyes", "Eli Brandt", "Noor Haddad"]


def test_who_offered_feedback_comes_first_with_their_own_sentence():
    wrote = haldenfrey("note", Kind.UPDATE, 52, people=(NOOR_INTERVIEWER,))
    offer = "I would be happy to give you feedback on the phone."

    best, *_ = whom(only_application([*final_round(), wrote]), {"note": f"Hi Ana. {offer} Noor"})

    assert (best.person, best.quote) == (NOOR_INTERVIEWER, offer)
    assert "They offered it themselves." in best.why
