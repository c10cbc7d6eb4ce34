"""Single words and what they add to the tone."""

from highroad.words.shades import shades


def test_a_word_and_its_german_sister_share_a_shade():
    assert shades(["liar"], "en") == shades(["luegner"], "de")


def test_the_longest_beginning_tells():
    assert shades(["shameless"], "en") != shades(["shame"], "en")


def test_a_word_without_a_shade_is_left_out():
    assert [at for at, _ in shades(["the", "table", "liar"], "en")] == [2]


def test_an_unknown_language_is_read_as_english():
    assert shades(["liar"], "xx") == shades(["liar"], "en")
