"""Pictures of chances: always a hundred dots, and twenty that stand where they belong."""

import re

import pytest

from highroad.app.pictures import hundred, plot, with_range
from tests.app.noes import final_no, light_no, text_of


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


@pytest.mark.django_db
def test_every_picture_of_a_forecast_has_a_title_a_description_a_table_and_can_be_kept(client):
    page = text_of(client.get(client.post("/forecast").url))

    assert page.count('role="img"') == 6
    told_of_each_picture(page)
    assert 'desc id="until-offer-d">Twenty dots, one for every five of 100 people.' in page


@pytest.mark.django_db
@pytest.mark.parametrize("which", [final_no, light_no])
def test_the_picture_of_chance_has_a_title_a_description_a_table_and_can_be_kept(client, ana, which):
    page = text_of(client.get(f"/no/{which(ana)}/likely-not-you/chance"))

    told_of_each_picture(page)


def told_of_each_picture(page: str) -> None:
    """Each is named and described by what stands in it, has a table of the same numbers, and buttons that keep it."""
    drawn = re.findall(r'<svg id="([\w-]+)" viewBox="[^"]+" role="img" aria-labelledby="(\S+) (\S+)">', page)
    assert len(drawn) == page.count('role="img"') == page.count("Read as a table") > 0
    for name, title, description in drawn:
        assert page.count(f'id="{name}"') == 1
        words = re.search(f'<title id="{title}">([^<]+)</title>', page)[1]
        assert re.search(f'<desc id="{description}">[^<]+ dots[^<]*\\d+ [^<]+</desc>', page)
        assert f'<caption class="for-ears">{words}</caption><tr>' in page
        assert all(f'data-keep="{name}" data-as="{form}"' in page for form in ("svg", "png"))
    assert "js/picture.js" in page
