"""One thought looked at by the keys alone on a small screen; nothing typed is lost, and nothing keeps anyone out."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.pages import PHONE, SMALLEST, look_over
from tests.browser.program import Program, started

THOUGHT = "I went blank once, and now they all think I am a fool."
SCREENS = ["belief", "feelings", "hints", "for", "against", "friend", "fairer", "after"]


def by_keys(page: Page, name: str, *, role: str = "button") -> None:
    """Walk with the Tab key to what is so called, and press Enter."""
    aim = page.get_by_role(role, name=name, exact=True)
    for _ in range(60):
        page.keyboard.press("Tab")
        if aim.evaluate("one => one === document.activeElement"):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{name} is out of reach of the keys")


def typed(page: Page, label: str, words: str) -> None:
    """Walk to a box with the Tab key and type."""
    box = page.get_by_label(label, exact=True)
    for _ in range(60):
        page.keyboard.press("Tab")
        if box.evaluate("one => one === document.activeElement"):
            page.keyboard.type(words)
            return
    raise AssertionError(f"{label} is out of reach of the keys")


def at(page: Page, screen: str) -> None:
    page.wait_for_url(re.compile(rf"/thoughts/\d+/{screen}$"))


@pytest.mark.parametrize("size", [SMALLEST, PHONE], ids=["320", "390"])
def test_a_whole_record_by_the_keys_alone(fresh: Program, open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(fresh, "/thoughts/new", viewport={"width": size[0], "height": size[1]})

    typed(page, "What went through your mind?", THOUGHT)
    by_keys(page, "Look at it")
    for screen in SCREENS:
        at(page, screen)
        expect(page.locator(".pinned q")).to_have_text(THOUGHT)
        if screen == "hints":
            expect(page.get_by_role("heading", name="Could this be")).to_be_visible()
            by_keys(page, "Not this time")
        elif screen in ("belief", "after"):
            page.get_by_role("radio", name="0", exact=True).focus()
            for _ in range(5):
                page.keyboard.press("ArrowRight")
            by_keys(page, "That is how it feels")
        else:
            if screen == "friend":
                typed(page, "What would you say to a friend who thought this?", "You were new there.")
            by_keys(page, "Go on")

    expect(page.get_by_role("img", name="Before: 5 of 10. After: 5 of 10.")).to_be_visible()
    expect(page.get_by_text("You were new there.")).to_be_visible()


def test_no_page_of_it_has_a_barrier_or_scrolls_sideways(sample: Program, open_page: Open) -> None:
    page = open_page(sample)
    paths = [f"/thoughts/1/{screen}" for screen in SCREENS if screen != "hints"]
    paths += ["/thoughts/1", "/thoughts/new", "/thoughts/new?about=ever", "/thoughts/hints", "/thoughts/week"]
    paths += ["/mantras", "/mantras/skills", "/mantras/practice?again", "/stories", "/stories/new", "/stories/1"]
    paths += ["/stories/1/plan", "/strengths"]

    for path in paths:
        answer = page.goto(sample.home + path)
        seen = look_over(page, path, answer.status if answer else 0)
        assert (seen.code, seen.axe, seen.sideways) == (200, [], False), path
        assert (seen.facts["headings"], seen.facts["filled"] <= 1) == (1, True), path


def test_a_thought_typed_before_a_power_cut_is_there_after_it(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/thoughts/new")
    words = page.get_by_label("What went through your mind?")
    words.press_sequentially(THOUGHT)
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()

    fresh.kill()
    again = started(fresh.folder, port=fresh.port)
    page.goto(again.address)
    page.goto(f"{again.home}/thoughts/new")

    expect(words).to_have_value(THOUGHT)
    again.kill()


def test_a_fairer_version_typed_while_it_was_away_is_saved_once_it_is_back(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/thoughts/new")
    page.get_by_label("What went through your mind?").fill(THOUGHT)
    page.get_by_role("button", name="Look at it").click()
    at(page, "belief")
    page.goto(re.sub("belief$", "fairer", page.url))
    fresh.kill()

    page.get_by_label("Write a fairer version.").fill("I was new there.")
    expect(page.get_by_text("Not saved just now.")).to_be_visible()
    again = started(fresh.folder, port=fresh.port)
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    page.reload()

    expect(page.get_by_label("Write a fairer version.")).to_have_value("I was new there.")
    again.kill()


def test_a_sentence_begun_stands_behind_what_was_typed(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/thoughts/new")
    page.get_by_label("What went through your mind?").fill(THOUGHT)
    page.get_by_role("button", name="Look at it").click()
    at(page, "belief")
    page.goto(re.sub("belief$", "fairer", page.url))
    box = page.get_by_label("Write a fairer version.")
    box.fill("I was new.")

    page.get_by_role("button", name="This was one no, from one place, and …").click()
    page.keyboard.type("not every place is like it.")

    expect(box).to_have_value("I was new.\nThis was one no, from one place, and not every place is like it.")
