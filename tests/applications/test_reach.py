"""By which address people can be written to."""

from highroad.applications.reach import everyone_reached, reached, signers
from highroad.events.event import Event, Kind, Part, Person
from tests.cast import NOOR_INTERVIEWER, SAM_RECRUITER
from tests.record import haldenfrey, only_application

KATRIN = Person("Katrin Vogel", "")
OFFICE = "bewerbung@haldenfrey.example"


def no(*people: Person, answers_at: str = OFFICE, sender_domain: str = "haldenfrey.example") -> Event:
    return haldenfrey(
        "no", Kind.REJECTION, 3, people=people, answers_at=answers_at, sender_domain=sender_domain, message_key="no"
    )


def test_who_signs_for_an_office_is_reached_there() -> None:
    application = only_application([no(KATRIN)])

    assert [one.email for one in everyone_reached(application)] == [OFFICE]


def test_one_has_ones_own_address_before_that_of_an_office() -> None:
    application = only_application([no(SAM_RECRUITER)])

    assert reached(SAM_RECRUITER, application) == SAM_RECRUITER


def test_who_is_only_named_by_an_office_is_not_reached_there() -> None:
    noor = Person(NOOR_INTERVIEWER.name, "", Part.INTERVIEWER)
    beside_another, met = only_application([no(KATRIN, Person("Tom Ashdown", ""))]), only_application([no(noor)])

    assert everyone_reached(beside_another) == ()
    assert everyone_reached(met) == ()


def test_nobody_is_reached_after_a_machine() -> None:
    application = only_application([no(KATRIN, answers_at="")])

    assert everyone_reached(application) == ()
    assert signers(application.events[0], application) == ()


def test_who_signs_a_mail_without_its_head_is_known_by_name() -> None:
    application = only_application([no(KATRIN, answers_at="", sender_domain="")])

    assert signers(application.events[0], application) == (KATRIN,)
