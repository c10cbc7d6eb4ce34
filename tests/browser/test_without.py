"""Without a mouse, without JavaScript, without motion, without our colours: the road is the same."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.mails import mbox, no_from
from tests.browser.program import Program

FOCUS_SHOWS = """() => {
  const one = document.activeElement;
  const rings = [[one], [one, "::after"], [one.closest("label")]];
  return one !== document.body && rings.some(([at, part]) => {
    const style = at && getComputedStyle(at, part);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
}"""
MOVING = (
    "() => document.getAnimations().filter((one) => one instanceof CSSAnimation && one.playState === 'running').length"
)
EDGES = """() => [...document.querySelectorAll(".button")].filter((one) => one.checkVisibility()).map((one) => {
  const style = getComputedStyle(one);
  return style.borderTopStyle === "solid" && parseFloat(style.borderTopWidth) >= 1 && style.borderTopColor;
})"""
NAME = """() => {
  const one = document.activeElement;
  return (one.labels?.[0] ?? one).textContent.trim();
}"""


def test_the_keyboard_alone_leads_from_welcome_to_the_end_of_step_one(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh)

    press_on(page, "I just got a no")
    expect(page.get_by_label("The email")).to_be_focused()
    page.keyboard.insert_text(no_from("Haldenfrey"))
    press_on(page, "Read it")
    press_on(page, "Yes, it’s a no")
    press_on(page, "Hard")
    press_on(page, "Take a moment")
    press_on(page, "tired", key="Space")
    press_on(page, "Go on")
    press_on(page, "Move with me", key="Space")
    press_on(page, "I have breathed")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Breathe for three minutes")
    while page.get_by_role("link", name="Skip", exact=True).count() and not page.url.endswith("/rest"):
        press_on(page, "Skip")
    press_on(page, "Good. Let it rest")

    expect(page.get_by_role("heading", name="Rest.")).to_be_visible()


def test_a_no_is_read_and_answered_without_javascript(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/paste", java_script_enabled=False)

    page.get_by_label("The email").fill(no_from("Haldenfrey"))
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Yes, it’s a no").click()
    page.get_by_role("button", name="Like a punch").click()
    page.get_by_text("angry").click()
    page.get_by_role("button", name="Go on", exact=True).click()

    expect(page.get_by_text("You can be angry and still reply well.")).to_be_visible()


def test_words_are_saved_without_javascript(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/take-a-moment/write?about=free", java_script_enabled=False)

    page.get_by_label("Your words").fill("Messy is fine.")
    page.get_by_role("button", name="Save, and write on").click()

    expect(page.get_by_label("Your words")).to_have_value("Messy is fine.")
    expect(page.locator("[data-saved]")).to_contain_text("Saved")


def test_mail_is_brought_in_without_javascript(shared: Program, open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "mail.mbox").write_bytes(mbox())
    page = open_page(shared, "/import", java_script_enabled=False)

    page.get_by_label("Drop your mail here").set_input_files(tmp_path / "mail.mbox")
    page.get_by_role("button", name="Look inside").first.click()
    page.get_by_role("button", name="Keep these").click()

    expect(page.get_by_role("link", name="See your applications")).to_be_visible()


def test_nothing_moves_for_who_asked_for_less_motion(sample: Program, open_page: Open) -> None:
    page = open_page(sample, "/take-a-moment/breathe", reduced_motion="reduce")

    expect(page.get_by_text("Move with me")).to_be_hidden()
    assert page.evaluate(MOVING) == 0


def test_the_sun_moves_only_when_asked(sample: Program, open_page: Open) -> None:
    page = open_page(sample, "/take-a-moment/breathe")
    assert page.evaluate(MOVING) == 0

    page.get_by_text("Move with me").click()

    assert page.evaluate(MOVING) == 1


@pytest.mark.parametrize("path", ["/", "/paste", "/more", "/settings/data", "/take-a-moment"])
def test_every_button_has_an_edge_in_forced_colours(sample: Program, open_page: Open, path: str) -> None:
    page = open_page(sample, path, forced_colors="active")

    edges = page.evaluate(EDGES)

    assert edges
    assert all(edges)


def press_on(page: Page, name: str, *, key: str = "Enter") -> None:
    """Go on by Tab until this is in focus, seeing at each stop where one is, and press it."""
    for _ in range(60):
        if page.evaluate(NAME).startswith(name):
            with page.expect_navigation() if key == "Enter" else nullcontext():
                page.keyboard.press(key)
            return
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_SHOWS), f"no sign of the focus on {page.evaluate(NAME)!r} of {page.url}"
    raise AssertionError(f"{name!r} is not reached on {page.url}")
