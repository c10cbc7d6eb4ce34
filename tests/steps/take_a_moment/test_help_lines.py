"""Help lines: those of the country chosen, none other, and no date nobody wrote down."""

from datetime import date

import pytest

from highroad.steps.take_a_moment.help_lines import HelpLine, help_line, help_lines, help_words


def test_twenty_seven_countries_are_known_each_once():
    countries = [line.iso for line in help_lines()]

    assert len(countries) == len(set(countries)) == 27


@pytest.mark.parametrize("line", help_lines(), ids=lambda line: line.iso)
def test_every_line_has_all_its_fields(line: HelpLine):
    assert len(line.iso) == 2
    assert line.iso.isupper()
    assert line.country
    assert line.lines
    assert all(any(letter.isdigit() for letter in number) for number in line.lines)
    assert any(letter.isdigit() for letter in line.emergency)
    assert line.operator
    assert line.url.startswith("https://")


def test_no_line_claims_a_check_nobody_made():
    assert [line.iso for line in help_lines() if line.verified_on is not None] == []


def test_a_check_is_fresh_for_half_a_year():
    checked = HelpLine("PT", "Portugal", ("1411",), "112", "SNS", "https://sns24.example", date(2026, 6, 1))

    assert checked.is_fresh(date(2026, 11, 23))
    assert not checked.is_fresh(date(2026, 12, 23))


def test_an_unchecked_line_is_never_fresh():
    assert not any(line.is_fresh(date(2026, 11, 23)) for line in help_lines())


def test_a_country_is_found_by_its_letters_and_no_other_is_shown_instead():
    assert help_line("pt").lines == ("1411",)
    assert help_line("") is None
    assert help_line("AQ") is None


def test_the_words_around_the_lines_have_their_blanks():
    words = help_words()

    assert "{url}" in words["unverified"]
    assert "{country}" in words["lines"]
