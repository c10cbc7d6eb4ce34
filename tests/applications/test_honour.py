"""Academic titles are read where they stand before a name, and nowhere else."""

import pytest

from highroad.applications.honour import Honour, apart, family_name, honour_in, titled

NOOR = "Noor Haddad"


@pytest.mark.parametrize(
    ("text", "title", "salutation"),
    [
        ("Kind regards\nDr. Noor Haddad\nHead of Data", "Dr.", ""),
        ("Dr Noor Haddad will join.", "Dr.", ""),
        ("Sehr geehrte Frau Dr. Haddad,", "Dr.", "Frau"),
        ("mit Herrn Prof. Dr. med. Noor Haddad", "Prof. Dr.", "Herr"),
        ("Prof. Dr.-Ing. Noor Haddad", "Prof. Dr.", ""),
        ("Frau Professorin Noor\nHaddad", "Prof.", "Frau"),
        ("Haddad, Dr. Noor", "Dr.", ""),
        ("Dr. Eli Brandt and Noor Haddad", "", ""),
        ("Ms Noor Haddad", "", ""),
        ("Dr. Noor Haddadin", "", ""),
        ("drive Noor Haddad", "", ""),
    ],
)
def test_a_title_is_read_before_its_own_name(text, title, salutation):
    assert honour_in([text], NOOR) == Honour(title, salutation)


def test_the_longest_title_and_the_last_salutation_win():
    texts = ["Dr. Noor Haddad", "Frau Dr. Haddad", "Prof. Dr. Noor Haddad"]

    assert honour_in(texts, NOOR) == Honour("Prof. Dr.", "Frau")


def test_a_family_name_that_two_bear_gives_a_title_to_neither():
    assert honour_in(["Dr. Haddad"], NOOR, others=["Rima Haddad"]) == Honour()
    assert honour_in(["Dr. Noor Haddad"], NOOR, others=["Rima Haddad"]) == Honour("Dr.")


def test_a_single_name_bears_none():
    assert honour_in(["Dr. Noor"], "Noor") == Honour()


@pytest.mark.parametrize(
    ("addressed", "shown", "bare"),
    [
        ("Frau Dr. Noor Haddad", "Dr. Noor Haddad", NOOR),
        ("Dr Noor Haddad", "Dr. Noor Haddad", NOOR),
        ("Haddad, Dr. Noor", "Dr. Noor Haddad", NOOR),
        ("Haddad, Noor", NOOR, NOOR),
        (NOOR, NOOR, NOOR),
        ("Drew Haddad", "Drew Haddad", "Drew Haddad"),
        ("Dr.", "Dr.", "Dr."),
        ("", "", ""),
    ],
)
def test_a_name_comes_apart_and_goes_together_again(addressed, shown, bare):
    assert (titled(addressed), apart(addressed)[1]) == (shown, bare)


@pytest.mark.parametrize(("name", "family"), [("Eli van der Berg", "van der Berg"), (NOOR, "Haddad"), ("Noor", "")])
def test_the_family_name_keeps_what_belongs_to_it(name, family):
    assert family_name(name) == family
