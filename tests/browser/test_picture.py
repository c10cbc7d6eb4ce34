"""A picture is kept as SVG and as PNG, as it looks on the page; its marks are told apart without our colours."""

import re
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.program import Program

PNG = b"\x89PNG\r\n\x1a\n"
MARKS = """(of) => [...new Set([...document.querySelectorAll(of)].map((one) => {
  const { fill, stroke, strokeWidth } = getComputedStyle(one);
  return `${[...one.classList].join(".")} ${fill} ${stroke} ${strokeWidth}`;
}))].map((told) => told.split(/ (.*)/).slice(0, 2))"""


def test_a_picture_is_kept_as_svg_and_as_png(sample: Program, open_page: Open, tmp_path: Path) -> None:
    page = open_page(sample, "/picture", color_scheme="light")

    kept = {}
    for form in ("SVG", "PNG"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Save as {form}").first.click()
        kept[form] = tmp_path / download.value.suggested_filename
        download.value.save_as(kept[form])

    drawn = ElementTree.parse(kept["SVG"]).getroot()
    assert [one.text for one in drawn.iter("{http://www.w3.org/2000/svg}title")] == ["Where applications went"]
    assert all("fill" in one.get("style", "") for one in drawn.iter("{http://www.w3.org/2000/svg}path"))
    source, day = words_of(kept["SVG"])[-2:]
    assert re.fullmatch(r"Your own record: \d+ applications, until \d+ \w+ \d{4}", source)
    assert day.removeprefix("Kept on ") == source.rpartition("until ")[2]
    assert kept["PNG"].read_bytes().startswith(PNG) and kept["PNG"].stat().st_size > 20_000


def test_a_kept_picture_names_employers_only_where_their_names_are_asked_for(
    sample: Program, open_page: Open, tmp_path: Path
) -> None:
    unnamed = open_page(sample, "/picture")
    named = open_page(sample, "/picture?employers=named")
    employers = {name[:12] for name in named.locator("#timeline ~ details th[scope=row]").all_text_contents()}

    drawn = {
        (asked, picture): " ".join(words_of(kept_as_svg(page, picture, tmp_path)))
        for asked, page in (("named", named), ("unnamed", unnamed))
        for picture in ("flow", "timeline")
    }

    assert len(employers) > 10
    assert all(name in drawn["named", "timeline"] for name in employers)
    for kept in (drawn["unnamed", "timeline"], drawn["unnamed", "flow"]):
        assert [name for name in employers if name in kept] == []


def test_every_picture_can_be_kept(sample: Program, open_page: Open) -> None:
    page = open_page(sample, "/picture", color_scheme="light")

    names = []
    for button in page.get_by_role("button", name="Save as SVG").all():
        with page.expect_download() as download:
            button.click()
        names.append(download.value.suggested_filename)

    assert names == ["flow.svg", "timeline.svg", "effort.svg"]


def test_without_javascript_no_button_promises_to_keep_it(sample: Program, open_page: Open) -> None:
    page = open_page(sample, "/picture", java_script_enabled=False)

    assert not page.get_by_role("button", name="Save as SVG").first.is_visible()


def test_pictures_of_chances_are_kept_with_the_words_beside_them(
    shared: Program, open_page: Open, tmp_path: Path
) -> None:
    page = open_page(shared, "/forecast", color_scheme="light")
    page.get_by_role("button", name="Show me the range").click()
    page.get_by_text("After how many applications").first.click()

    kept = {}
    for name in ("interview", "until-interview"):
        for form in ("svg", "png"):
            with page.expect_download() as download:
                page.locator(f"[data-keep={name}][data-as={form}]").click()
            kept[name, form] = tmp_path / download.value.suggested_filename
            download.value.save_as(kept[name, form])

    drawn = ElementTree.parse(kept["interview", "svg"]).getroot()
    title, *key, source, day = words_of(kept["interview", "svg"])
    assert len([*drawn.iter("{http://www.w3.org/2000/svg}circle")]) == 100 + len(key)
    assert title == "Of 100 people who begin: a first interview" and key[-1].endswith("do not have one yet")
    assert source == "Other people’s figures" == words_of(kept["until-interview", "svg"])[-2]
    assert re.fullmatch(r"Kept on \d+ \w+ \d{4}", day)
    assert sorted(path.name for path in kept.values()) == [
        f"{name}.{form}" for name in ("interview", "until-interview") for form in ("png", "svg")
    ]
    assert all(kept[name, "png"].read_bytes().startswith(PNG) for name in ("interview", "until-interview"))


@pytest.mark.parametrize("seen", [{"forced_colors": "active"}, {"media": "print"}], ids=["forced colours", "print"])
def test_marks_stay_told_apart_in_forced_colours_and_in_print(
    shared: Program, open_page: Open, seen: dict[str, Any]
) -> None:
    page = open_page(shared, "/forecast", color_scheme="dark")
    page.get_by_role("button", name="Show me the range").click()
    page.locator(".hundred").first.wait_for()

    looks = told_apart(page, (".hundred > svg circle", ".plot circle"), seen)

    assert all(len(set(one.values())) == len(one) for one in looks)


@pytest.mark.parametrize("seen", [{"forced_colors": "active"}, {"media": "print"}], ids=["forced colours", "print"])
def test_marks_of_the_whole_search_stay_told_apart_too(sample: Program, open_page: Open, seen: dict[str, Any]) -> None:
    page = open_page(sample, "/picture", color_scheme="dark")

    told_apart(page, (".flow path", ".lives circle", ".effort > svg circle"), seen)


def told_apart(page: Page, drawn: tuple[str, ...], seen: dict[str, Any]) -> list[dict[str, str]]:
    """The looks of the marks: those that differ on the dark screen still do, in other colours; no button is printed."""
    before = [dict(page.evaluate(MARKS, marks)) for marks in drawn]

    page.emulate_media(**seen)

    after = [dict(page.evaluate(MARKS, marks)) for marks in drawn]
    for looks, on_screen in zip(after, before, strict=True):
        assert set() < unlike(on_screen) <= unlike(looks)
        assert looks != on_screen
    assert page.locator(".keep-as").first.is_visible() == ("media" not in seen)
    return after


def unlike(looks: dict[str, str]) -> set[tuple[str, str]]:
    """The pairs of marks that do not look the same."""
    return {pair for pair in combinations(sorted(looks), 2) if looks[pair[0]] != looks[pair[1]]}


def kept_as_svg(page: Page, picture: str, folder: Path) -> Path:
    """Where the picture was saved, once its button was pressed."""
    with page.expect_download() as download:
        page.locator(f"[data-keep={picture}][data-as=svg]").click()
    download.value.save_as(folder / f"{picture}.svg")
    return folder / f"{picture}.svg"


def words_of(kept: Path) -> list[str]:
    """All words in a picture that was kept, in order."""
    return [one.text or "" for one in ElementTree.parse(kept).getroot().iter("{http://www.w3.org/2000/svg}text")]
