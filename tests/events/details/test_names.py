"""Two spellings of one name, and what a host's address tells."""

import pytest

from highroad.events.details import employer_key, role_key
from highroad.events.details.hosts import domain_stem, is_host, tenant
from highroad.events.details.titles import tidy_role


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Larkfield", "LARKFIELD Ltd."),
        ("Nordlicht GmbH & Co. KG", "nordlicht"),
        ("The Pelican Post", "Pelican Post"),
        ("Wilder, Smith & Partners LLP", "Wilder Smith and Partners"),
        ("Müller Bau AG", "Mueller Bau"),
        ("Halcyon Air, Inc.", "Halcyon Air"),
    ],
)
def test_spellings_of_one_employer_have_one_key(one: str, other: str) -> None:
    assert employer_key(one) == employer_key(other)


@pytest.mark.parametrize(("one", "other"), [("Larkfield", "Larkspur"), ("Nordlicht", "Nordlicht Energie")])
def test_two_employers_have_two_keys(one: str, other: str) -> None:
    assert employer_key(one) != employer_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Data Analyst (m/w/d)", "data analyst"),
        ("Sr. Engineer", "Senior Engineer"),
        ("Entwickler:in", "Entwickler"),
        ("Data Analyst - Remote", "Data Analyst"),
        ("JR-1234 Data Analyst", "Data Analyst"),
    ],
)
def test_spellings_of_one_role_have_one_key(one: str, other: str) -> None:
    assert role_key(one) == role_key(other)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("the Senior Data Analyst position", "Senior Data Analyst"),
        ("Embedded Engineer (JR-20481)", "Embedded Engineer"),
        ("Projektleiter (m/w/d), Kennziffer TB-2026-08", "Projektleiter"),
        ("Software Engineer, Payments", "Software Engineer, Payments"),
        ("Analyst, Berlin", "Analyst"),
        ("Uhrmacher 80-100%", "Uhrmacher"),
    ],
)
def test_a_title_loses_number_marks_and_place(written: str, title: str) -> None:
    assert tidy_role(written) == title


@pytest.mark.parametrize("hollow", ["position", "the role", "our opening", "this job", ""])
def test_a_title_without_a_name_is_none(hollow: str) -> None:
    assert tidy_role(hollow) is None


@pytest.mark.parametrize("domain", ["hire.lever.co", "us.greenhouse-mail.io", "gmail.com", "web.de", "myworkday.com"])
def test_a_host_names_no_employer(domain: str) -> None:
    assert is_host(domain)
    assert domain_stem(domain) is None


@pytest.mark.parametrize(
    ("domain", "stem"),
    [("mail.haldenfrey.example", "haldenfrey"), ("careers.larkfield.co.uk", "larkfield"), ("jobs.example", None)],
)
def test_an_own_domain_has_a_stem(domain: str, stem: str | None) -> None:
    assert domain_stem(domain) == stem


@pytest.mark.parametrize(
    ("address", "mark"),
    [
        ("haldenfrey@myworkday.com", "haldenfrey"),
        ("haldenfrey+autoreply@talent.icims.com", "haldenfrey"),
        ("jobs@haldenfrey.recruitee.com", "haldenfrey"),
        ("no-reply@greenhouse.io", None),
    ],
)
def test_a_hiring_system_address_may_carry_the_employers_mark(address: str, mark: str | None) -> None:
    assert tenant(address) == mark


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("BI Developer role and", "BI Developer"),
        ("Reporting Analyst or", "Reporting Analyst"),
        ("Research and Development Engineer", "Research and Development Engineer"),
    ],
)
def test_a_title_does_not_keep_what_the_sentence_left_behind(raw: str, title: str) -> None:
    assert tidy_role(raw) == title
