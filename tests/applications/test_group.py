"""What belongs to one application, and what is another one."""

from highroad.applications.application import Outcome
from highroad.applications.group import group
from highroad.events.event import Event, Kind, Stage
from tests.cast import SAM_RECRUITER
from tests.record import event, final_round, haldenfrey, only_application


def names(events: list[Event]) -> list[list[str]]:
    return [[one.id for one in application.events] for application in group(events, [])]


def test_mail_about_one_posting_is_one_application_named_after_its_first_event():
    application = only_application(final_round())

    assert application.id == "confirmed"
    assert [event.id for event in application.events] == ["confirmed", "call", "last", "no"]
    assert (application.furthest_stage, application.outcome) == (Stage.FINAL, Outcome.REJECTED)


def test_two_roles_at_one_employer_are_two_applications():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0),
        haldenfrey("b", Kind.CONFIRMATION, 1, role="Office Manager"),
        haldenfrey("c", Kind.REJECTION, 20, role="Office Manager"),
    ]

    assert names(events) == [["a"], ["b", "c"]]


def test_the_same_posting_in_another_spelling_is_the_same_application():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, employer="Haldenfrey GmbH", role="Data Analyst (m/f/d)"),
        haldenfrey("b", Kind.REJECTION, 20, employer="HALDENFREY", role="data analyst"),
    ]

    assert names(events) == [["a", "b"]]


def test_a_second_try_after_a_no_is_a_second_application():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0),
        haldenfrey("b", Kind.REJECTION, 10),
        haldenfrey("c", Kind.CONFIRMATION, 40),
        haldenfrey("d", Kind.REJECTION, 60),
    ]

    assert names(events) == [["a", "b"], ["c", "d"]]


def test_a_second_no_soon_after_is_a_copy_of_the_first():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0),
        haldenfrey("b", Kind.REJECTION, 10),
        haldenfrey("c", Kind.REJECTION, 12, role=None),
    ]

    assert names(events) == [["a", "b", "c"]]


def test_mail_that_names_no_role_joins_the_only_open_application():
    events = [
        haldenfrey("old", Kind.CONFIRMATION, 0, role="Office Manager"),
        haldenfrey("ended", Kind.REJECTION, 5, role="Office Manager"),
        haldenfrey("open", Kind.CONFIRMATION, 20),
        haldenfrey("unnamed", Kind.INTERVIEW, 30, role=None),
    ]

    assert names(events) == [["old", "ended"], ["open", "unnamed"]]


def test_mail_that_names_no_role_stands_alone_when_two_are_open():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0),
        haldenfrey("b", Kind.CONFIRMATION, 1, role="Office Manager"),
        haldenfrey("unnamed", Kind.REJECTION, 30, role=None),
    ]

    assert names(events) == [["a"], ["b"], ["unnamed"]]


def test_a_known_person_tells_which_of_two_open_applications_is_meant():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, people=(SAM_RECRUITER,)),
        haldenfrey("b", Kind.CONFIRMATION, 1, role="Office Manager"),
        haldenfrey("unnamed", Kind.INTERVIEW, 30, role=None, people=(SAM_RECRUITER,)),
    ]

    assert names(events) == [["a", "unnamed"], ["b"]]


def test_a_thread_belongs_together_whatever_it_names():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, threads=("one",)),
        event("b", Kind.UPDATE, 300, threads=("two", "one")),
        event("c", Kind.FOLLOW_UP, 301, threads=("two",)),
    ]

    assert names(events) == [["a", "b", "c"]]


def test_a_posting_number_at_one_employer_belongs_together():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, role="Analyst", requisition="R-1204"),
        haldenfrey("b", Kind.REJECTION, 30, role="Data and Insight Analyst II", requisition="r-1204"),
    ]

    assert names(events) == [["a", "b"]]


def test_a_posting_number_alone_belongs_together_however_it_is_written():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, requisition="NRS-98925", sender_domain="greenhouse.io"),
        event("b", Kind.INTERVIEW, 9, requisition="98925", sender_domain="greenhouse.io"),
    ]

    assert names(events) == [["a", "b"]]


def test_two_numbers_at_one_employer_are_two_postings_under_one_title():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, requisition="R-12041"),
        haldenfrey("b", Kind.CONFIRMATION, 1, requisition="R-12042"),
        haldenfrey("c", Kind.REJECTION, 20, requisition="R-12042"),
    ]

    assert names(events) == [["a"], ["b", "c"]]


def test_the_same_number_after_a_no_is_a_second_try():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, requisition="R-12041"),
        haldenfrey("b", Kind.REJECTION, 10, requisition="R-12041"),
        haldenfrey("c", Kind.CONFIRMATION, 360, requisition="R-12041"),
        haldenfrey("d", Kind.REJECTION, 380, requisition="R-12041"),
    ]

    assert names(events) == [["a", "b"], ["c", "d"]]


def test_the_initials_of_an_employer_are_its_name():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, employer="Corwen Valley University Hospital"),
        haldenfrey("b", Kind.REJECTION, 9, employer="CVUH"),
    ]

    assert names(events) == [["a", "b"]]


def test_a_hiring_systems_mail_meets_the_employers_own_which_names_nobody():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, employer="Haldenfrey Analytics", sender_domain="greenhouse.io"),
        event("b", Kind.INTERVIEW, 9, sender_domain="haldenfreygroup.example"),
    ]

    assert names(events) == [["a", "b"]]


def test_an_employer_in_fewer_words_is_the_same_when_hiring_systems_carry_its_mail():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, employer="Haldenfrey Analytics", sender_domain="greenhouse.io"),
        haldenfrey("b", Kind.REJECTION, 9, employer="Haldenfrey", sender_domain="greenhouse.io"),
    ]

    assert names(events) == [["a", "b"]]


def test_a_name_may_be_cut_in_its_second_word():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, employer="Corwen Rehabilitation", sender_domain="greenhouse.io"),
        haldenfrey("b", Kind.REJECTION, 9, employer="Corwen Rehab", sender_domain="greenhouse.io"),
    ]

    assert names(events) == [["a", "b"]]


def test_someone_met_ties_in_mail_that_names_no_employer():
    events = [
        haldenfrey("a", Kind.INTERVIEW, 0, people=(SAM_RECRUITER,), sender_domain="greenhouse.io"),
        event("b", Kind.REJECTION, 9, people=(SAM_RECRUITER,), sender_domain="greenhouse.io"),
    ]

    assert names(events) == [["a", "b"]]


def test_a_title_that_names_no_work_does_not_keep_mail_apart():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0),
        haldenfrey("b", Kind.INTERVIEW, 9, role="Friday"),
    ]

    assert names(events) == [["a", "b"]]


def test_an_agency_that_says_so_writes_for_each_client_apart():
    domain = "brightmoor-recruitment.example"
    events = [
        haldenfrey("a", Kind.INTERVIEW, 0, role=None, sender_domain=domain),
        haldenfrey("b", Kind.INTERVIEW, 1, employer="Corwen", role=None, sender_domain=domain),
        haldenfrey("c", Kind.REJECTION, 9, role=None, sender_domain=domain),
    ]

    assert names(events) == [["a", "c"], ["b"]]


def test_what_comes_after_the_same_post_again_is_about_the_last_try():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0),
        haldenfrey("b", Kind.CONFIRMATION, 90),
        haldenfrey("c", Kind.REJECTION, 110),
    ]

    assert names(events) == [["a"], ["b", "c"]]


def test_the_users_own_mail_finds_its_application_by_the_recipients_domain():
    events = [
        haldenfrey("a", Kind.INTERVIEW, 0, sender_domain="mail.haldenfrey.example"),
        event("thanks", Kind.THANK_YOU, 1, sender_domain="haldenfrey.example"),
    ]

    assert names(events) == [["a", "thanks"]]


def test_the_users_letter_and_a_hiring_systems_answer_meet_in_the_employers_name():
    events = [
        event("sent", Kind.APPLIED, 0, role="Data Analyst", sender_domain="haldenfrey.example"),
        haldenfrey("answer", Kind.CONFIRMATION, 1, employer="Halden Frey GmbH", sender_domain="greenhouse.io"),
    ]

    assert names(events) == [["sent", "answer"]]


def test_a_hiring_system_many_use_ties_nothing_together():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, sender_domain="greenhouse.io"),
        event("b", Kind.UPDATE, 1, sender_domain="greenhouse.io"),
    ]

    assert names(events) == [["a"], ["b"]]


def test_an_employer_in_fewer_words_is_the_same_when_it_writes_from_the_same_domain():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, employer="Haldenfrey Analytics", sender_domain="haldenfrey.example"),
        haldenfrey("b", Kind.REJECTION, 9, employer="Haldenfrey", sender_domain="haldenfrey.example"),
        haldenfrey("c", Kind.REJECTION, 9, employer="Haldenfrey Foods", sender_domain="foods.example"),
    ]

    assert names(events) == [["a", "b"], ["c"]]


def test_whatever_comes_from_a_domain_with_the_employers_name_is_the_employers():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, employer="Haldenfrey GmbH", sender_domain="mail.haldenfrey.example"),
        haldenfrey("b", Kind.REJECTION, 9, employer="Sam Reyes", role=None, sender_domain="haldenfrey.example"),
    ]

    application = only_application(events)

    assert application.employer == "Haldenfrey GmbH"


def test_an_agency_writes_about_many_employers_from_one_domain():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, sender_domain="agency.example"),
        haldenfrey("b", Kind.CONFIRMATION, 1, employer="Brightmoor", sender_domain="agency.example"),
    ]

    assert names(events) == [["a"], ["b"]]


def test_later_mail_may_shorten_the_role_but_not_its_level():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, role="Senior Data Analyst Retail"),
        haldenfrey("b", Kind.INTERVIEW, 9, role="Senior Data Analyst"),
        haldenfrey("c", Kind.INTERVIEW, 9, role="Data Analyst"),
    ]

    assert names(events) == [["a", "b"], ["c"]]


def test_a_job_board_and_the_employer_confirm_one_application():
    events = [
        haldenfrey("board", Kind.CONFIRMATION, 0, sender_domain="linkedin.com"),
        haldenfrey("employer", Kind.CONFIRMATION, 0.1, role=None, sender_domain="greenhouse.io"),
    ]

    assert names(events) == [["board", "employer"]]


def test_two_confirmations_without_a_role_from_one_sender_are_two_applications():
    events = [
        haldenfrey("a", Kind.CONFIRMATION, 0, role=None, sender_domain="greenhouse.io"),
        haldenfrey("b", Kind.CONFIRMATION, 0.1, role=None, sender_domain="greenhouse.io"),
    ]

    assert names(events) == [["a"], ["b"]]


def test_a_cold_letter_is_no_application_until_one_applies():
    cold = haldenfrey("cold", Kind.OUTREACH, 0, people=(SAM_RECRUITER,))

    assert names([cold]) == []
    assert names([cold, haldenfrey("a", Kind.CONFIRMATION, 5)]) == [["cold", "a"]]


def test_alerts_and_mail_about_other_things_are_left_out():
    events = [haldenfrey("alert", Kind.ALERT), haldenfrey("other", Kind.OTHER), haldenfrey("a", Kind.CONFIRMATION)]

    assert names(events) == [["a"]]


def test_events_without_a_date_come_last_and_still_find_their_application():
    application = only_application([haldenfrey("no", Kind.REJECTION, None), haldenfrey("a", Kind.CONFIRMATION, 0)])

    assert [event.id for event in application.events] == ["a", "no"]
    assert str(application.applied_on) == "2026-09-01"


def test_nothing_known_is_an_application_of_its_own():
    application = only_application([event("a", Kind.REJECTION, None)])

    assert (application.employer, application.role, application.applied_on) == (None, None, None)
    assert (application.furthest_stage, application.outcome) == (Stage.APPLIED, Outcome.REJECTED)
