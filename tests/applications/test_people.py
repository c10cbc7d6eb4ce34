"""The people met in an application, each once."""

from highroad.applications.people import merged
from highroad.events.event import Person


def test_a_first_name_alone_is_the_only_one_who_bears_it():
    assert [one.name for one in merged([Person("Noor Haddad", ""), Person("Noor", "")])] == ["Noor Haddad"]


def test_a_first_name_that_two_bear_is_left_alone():
    people = [Person("Noor Haddad", ""), Person("Noor Brandt", ""), Person("Noor", "")]

    assert len(merged(people)) == 3
