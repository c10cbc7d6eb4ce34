"""A name is guessed from how others write to the user's own address."""

import pytest

from highroad.mail.message import Address
from highroad.mail.own_name import likely_name

MINE = frozenset({"ana@duarte.example", "duarte.ana@post.example"})


def guessed(*names: str, email: str = "ana@duarte.example") -> str:
    """What is guessed when mail goes to these names at one address."""
    return likely_name((Address(name, email) for name in names), mine=MINE)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Ana Duarte", "Ana Duarte"),
        ("Duarte, Ana", "Ana Duarte"),
        ("'ANA DUARTE'", "Ana Duarte"),
        ("ana duarte", "Ana Duarte"),
        ("Ana M. O’Neill-Duarte", "Ana M. O’Neill-Duarte"),
        ("Zoë van der Meer", "Zoë van der Meer"),
        ("Ana", ""),
        ("", ""),
        ("ana@duarte.example", ""),
        ("Ana Duarte 2", ""),
        ("Dear Candidate", ""),
        ("Undisclosed recipients", ""),
        ("Duarte, Ana (she/her)", ""),
    ],
)
def test_a_header_s_name_is_read_as_its_bearer_writes_it(told, name):
    assert guessed(told) == name


def test_the_most_usual_name_is_taken_and_of_two_as_usual_none():
    assert guessed("Ana Duarte", "Anna Duarte", "Ana Duarte") == "Ana Duarte"
    assert guessed("Ana Duarte", "Anna Duarte") == ""


def test_only_names_at_own_addresses_count():
    assert guessed("Sam Reyes", email="sam@haldenfrey.example") == ""
