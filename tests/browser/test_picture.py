"""A picture is kept as SVG and as PNG, as it looks on the page; its marks are told apart without our colours."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.browser.conftest import Open
from tests.browser.program import Program

PNG = b"\x89PNG\r\n\x1a\n"
MARKS = """(of) => [...new Set([...document.querySelectorAll(of)].map((one) => {
  const { fill, stroke, strokeWidth } = getComputedStyle(one);
  return `${one.classList[0]} ${fill} ${stroke} ${strokeWidth}`;
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
    assert kept["PNG"].read_bytes().startswith(PNG) and kept["PNG"].stat().st_size > 20_000


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
    beside = [one.text for one in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert len([*drawn.iter("{http://www.w3.org/2000/svg}circle")]) == 100 + len(beside[1:])
    assert beside[0] == "Of 100 people who begin: a first interview" and beside[-1].endswith("do not have one yet")
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
    drawn = (".hundred > svg circle", ".plot circle")
    before = [dict(page.evaluate(MARKS, marks)) for marks in drawn]

    page.emulate_media(**seen)

    for marks, on_screen in zip(drawn, before, strict=True):
        looks = dict(page.evaluate(MARKS, marks))
        assert len(set(looks.values())) == len(looks) >= 2
        assert looks != on_screen
    assert page.locator(".keep-as").first.is_visible() == ("media" not in seen)
