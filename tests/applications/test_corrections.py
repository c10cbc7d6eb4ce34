"""What the user says always wins, lasts through rebuilds, and can be left out again."""

from datetime import UTC, date, datetime

from highroad.applications.application import Outcome
from highroad.applications.correction import (
    ApplicationIs,
    ConfirmedNo,
    DetailsAre,
    EventAdded,
    EventEdited,
    EventRemoved,
    KindIs,
    Merged,
    NotANo,
    NotSure,
    OutcomeIs,
    PersonAdded,
    PersonEdited,
    PersonRemoved,
    SplitOff,
)
from highroad.applications.group import group
from highroad.events.event import Kind, Part, Person, Stage
from tests.cast import NOOR_INTERVIEWER, SAM_RECRUITER
from tests.record import event, final_round, haldenfrey, only_application

TWO = [haldenfrey("a", Kind.CONFIRMATION, 0), haldenfrey("b", Kind.CONFIRMATION, 1, role="Office Manager")]


def names(events, *corrections):
    return [[one.id for one in application.events] for application in group(events, corrections)]


def test_what_the_user_cannot_tell_decides_nothing_until_they_can():
    waits = only_application(final_round(), NotSure("no"))
    told = only_application(final_round(), NotSure("no"), ConfirmedNo("no"))

    assert (waits.outcome, waits.events[-1].reading.sure) == (Outcome.OPEN, False)
    assert (told.outcome, told.events[-1].reading.sure) == (Outcome.REJECTED, True)


def test_a_kind_that_was_read_wrong_is_put_right():
    application = only_application(final_round(), KindIs("no", Kind.INTERVIEW))

    assert application.outcome is Outcome.OPEN
    assert application.events[-1].reading.sure


def test_mail_about_something_else_leaves_the_application():
    assert names(final_round(), KindIs("no", Kind.OTHER)) == [["confirmed", "call", "last"]]


def test_not_a_no_leaves_the_mail_and_takes_the_no_away():
    application = only_application(final_round(), NotANo("no"))

    assert application.outcome is Outcome.OPEN
    assert application.events[-1].kind is Kind.UPDATE


def test_the_last_word_wins():
    application = only_application(final_round(), NotANo("no"), ConfirmedNo("no"))

    assert application.outcome is Outcome.REJECTED


def test_details_said_of_one_mail_put_it_where_it_belongs():
    events = [*TWO, event("lost", Kind.REJECTION, 9)]

    grouped = names(events, DetailsAre("lost", employer="Haldenfrey", role="Office Manager"))

    assert grouped == [["a"], ["b", "lost"]]


def test_a_detail_can_be_taken_away():
    application = only_application([haldenfrey("a", Kind.CONFIRMATION)], DetailsAre("a", role=""))

    assert application.role is None


def test_an_event_added_by_hand_joins_the_application_it_was_added_to():
    phone = event("phone", Kind.REJECTION, 20, by_user=True)

    assert names(TWO, EventAdded(phone, belongs_to="a")) == [["a", "phone"], ["b"]]


def test_an_event_added_by_hand_may_be_earlier_than_all_others():
    met = event("met", Kind.INTERVIEW, -9, by_user=True)

    (first, _) = group(TWO, [EventAdded(met, belongs_to="b")])

    assert [one.id for one in first.events] == ["met", "b"]


def test_three_typed_boxes_start_an_application():
    typed = haldenfrey("typed", Kind.REJECTION, 3, by_user=True)

    application = only_application([], EventAdded(typed))

    assert (application.employer, application.outcome) == ("Haldenfrey", Outcome.REJECTED)


def test_an_added_event_can_be_edited_and_removed_like_any_other():
    added = EventAdded(event("talk", Kind.NOTE, 5, by_user=True), belongs_to="a")
    moved = EventEdited("talk", kind=Kind.INTERVIEW, at=datetime(2026, 9, 9, tzinfo=UTC), note="by phone")

    (talk,) = [one for one in group(TWO, [added, moved])[0].events if one.id == "talk"]

    assert (talk.kind, talk.at, talk.note) == (Kind.INTERVIEW, datetime(2026, 9, 9, tzinfo=UTC), "by phone")
    assert names(TWO, added, EventRemoved("talk")) == [["a"], ["b"]]


def test_a_removed_event_still_holds_the_others_together():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, threads=("one",)),
        event("between", Kind.UPDATE, 1, threads=("one", "two")),
        event("c", Kind.REJECTION, 2, threads=("two",)),
    ]

    assert names(events, EventRemoved("between")) == [["a", "c"]]


def test_an_application_without_its_first_event_is_named_after_the_next():
    application = only_application(final_round(), EventRemoved("confirmed"))

    assert application.id == "call"


def test_merged_applications_stay_one_and_take_in_new_mail():
    new = haldenfrey("new", Kind.REJECTION, 30, role="Office Manager")

    assert names(TWO, Merged("a", "b")) == [["a", "b"]]
    assert names([*TWO, new], Merged("a", "b")) == [["a", "b", "new"]]


def test_a_merge_survives_when_an_event_of_it_is_removed():
    events = [*TWO, haldenfrey("c", Kind.REJECTION, 9)]

    assert names(events, Merged("a", "b"), EventRemoved("a")) == [["b", "c"]]


def test_what_is_split_off_is_an_application_of_its_own():
    events = [haldenfrey("a", Kind.CONFIRMATION, 0), haldenfrey("b", Kind.REJECTION, 9)]

    assert names(events, SplitOff(("b",), left=("a",))) == [["a"], ["b"]]


def test_new_mail_follows_the_part_whose_thread_it_is_in():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, threads=("one",)),
        haldenfrey("b", Kind.REJECTION, 9, threads=("two",)),
        haldenfrey("new", Kind.UPDATE, 10, threads=("three", "two")),
    ]

    assert names(events, SplitOff(("b",), left=("a",))) == [["a"], ["b", "new"]]


def test_merge_and_split_are_done_in_the_order_they_were_said():
    merged_then_split = names(TWO, Merged("a", "b"), SplitOff(("b",), left=("a",)))
    split_then_merged = names(TWO, Merged("a", "b"), SplitOff(("b",), left=("a",)), Merged("b", "a"))

    assert merged_then_split == [["a"], ["b"]]
    assert split_then_merged == [["a", "b"]]


def test_what_an_application_is_called_does_not_pull_it_apart():
    events = [*final_round(), event("later", Kind.UPDATE, 85, employer="Frey & Sons", role="Data Analyst")]

    application = only_application(events, ApplicationIs("confirmed", employer="Frey & Sons"))

    assert application.employer == "Frey & Sons"
    assert len(application.events) == 5


def test_stage_and_first_day_can_be_said():
    said = ApplicationIs("no", furthest_stage=Stage.INTERVIEW, applied_on=date(2026, 8, 1))

    application = only_application(final_round(), said)

    assert (application.furthest_stage, application.applied_on) == (Stage.INTERVIEW, date(2026, 8, 1))


def test_the_outcome_the_user_says_stands_whatever_mail_comes():
    application = only_application(final_round(), OutcomeIs("confirmed", Outcome.WITHDRAWN))

    assert application.outcome is Outcome.WITHDRAWN


def test_people_can_be_added_changed_and_removed():
    mira = Person("Mira Okafor", "", Part.OTHER)
    changed = Person("Noor Haddad", "noor@home.example", Part.HIRING_MANAGER)

    application = only_application(
        final_round(),
        PersonAdded("call", mira),
        PersonEdited("call", NOOR_INTERVIEWER, changed),
        PersonRemoved("call", SAM_RECRUITER),
    )

    assert [person.name for person in application.people] == ["Noor Haddad", "Eli Brandt", "Mira Okafor"]
    assert changed in application.people


def test_a_correction_about_events_that_are_not_here_changes_nothing():
    said = [KindIs("gone", Kind.OFFER), Merged("gone", "a"), SplitOff(("gone",)), OutcomeIs("gone", Outcome.OFFER)]

    assert group(TWO, said) == group(TWO, [])


def test_without_the_correction_everything_is_as_it_was():
    assert group(final_round(), []) == group(final_round(), [])
    assert only_application(final_round()).outcome is Outcome.REJECTED
