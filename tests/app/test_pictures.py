"""Pictures of chances: always a hundred dots, and twenty that stand where they belong."""

import pytest

from highroad.app.pictures import hundred, plot, with_range


def test_a_hundred_is_a_hundred_dots_in_ten_rows():
    picture = with_range("x", "A title", low=30, high=45, words=("have", "may", "have not"))

    kinds = [dot.kind for dot in picture.dots]
    assert (kinds.count("yes"), kinds.count("maybe"), kinds.count("rest")) == (30, 15, 55)
    assert len({(dot.x, dot.y) for dot in picture.dots}) == 100
    assert all(0 < dot.x < 240 and 0 < dot.y < 240 for dot in picture.dots)


def test_parts_that_are_no_hundred_are_refused():
    with pytest.raises(ValueError, match="a hundred"):
        hundred("x", "A title", (30, "yes", "have"))


def test_twenty_dots_stand_in_their_columns_and_the_later_ones_apart():
    picture = plot("x", "A title", [1, 10, 11, 100, *[None] * 16], at_most=100)

    assert [column.count for column in picture.columns] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 16]
    assert picture.later.last is None
    places = [(dot.x, dot.y) for column in picture.columns for dot in column.dots]
    assert len(set(places)) == 20
    assert all(0 < x < picture.width and 0 < y < picture.floor for x, y in places)
