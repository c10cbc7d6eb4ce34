"""The people met in an application, each once."""

import pytest

from highroad.applications.people import merged, people_in
from highroad.events.event import Event, Kind, Part, Person, Reading


def test_a_first_name_alone_is_the_only_one_who_bears_it():
    assert [one.name for one in merged([Person("Noor Haddad", ""), Person("Noor", "")])] == ["Noor Haddad"]


def test_a_first_name_that_two_bear_is_left_alone():
    people = [Person("Noor Haddad", ""), Person("Noor Brandt", ""), Person("Noor", "")]

    assert len(merged(people)) == 3


@pytest.mark.parametrize(
    ("person", "is_kept"),
    [
        (Person("Haldenfrey & Sons", "careers@haldenfrey.example"), False),
        (Person("Haldenfrey & Sons", "haldenfrey@mail.example"), True),
        (Person("Haldenfrey & Sons", "careers@haldenfrey.example", Part.RECRUITER), True),
        (Person("Noor Haddad", "careers@haldenfrey.example"), True),
    ],
)
def test_a_mailbox_that_bears_the_name_of_the_firm_is_no_person(person, is_kept):
    reading = Reading(Kind.UPDATE, 0.9, True, employer="Haldenfrey & Sons", people=(person,))

    assert people_in([Event("one", Kind.UPDATE, None, reading)], []) == ((person,) if is_kept else ())
