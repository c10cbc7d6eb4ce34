"""Help beside dark words, in a browser: it comes while one types, takes nothing away and goes when told to."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.pages import AXE, PHONE, SIDEWAYS
from tests.browser.program import Program

DARK = "I don't want to live anymore."
TITLE = "Are you safe right now?"
RESTING = re.compile(r"/resting$")


def typed(page: Page, words: str) -> None:
    page.get_by_label("Your words").press_sequentially(words)
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()


def test_the_card_comes_above_the_text_and_the_words_stay(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/take-a-moment/write?about=free")

    typed(page, DARK)

    card = page.get_by_role("heading", name=TITLE)
    expect(card).to_be_visible()
    words = page.get_by_label("Your words")
    expect(words).to_have_value(re.compile(re.escape(DARK)))
    expect(words).to_be_focused()
    assert card.bounding_box()["y"] < words.bounding_box()["y"]


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_the_card_goes_by_a_key_or_its_button_and_nothing_is_lost(fresh: Program, open_page: Open, way: str) -> None:
    page = open_page(fresh, "/take-a-moment/write?about=kind")
    typed(page, DARK)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()

    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        page.get_by_role("button", name="That’s not what I meant").press("Enter")

    expect(page.get_by_role("heading", name=TITLE)).to_have_count(0)
    typed(page, " It was a long day.")
    page.wait_for_timeout(1200)
    expect(page.get_by_role("heading", name=TITLE)).to_have_count(0)
    expect(page.get_by_label("Your words")).to_have_value(re.compile(r"anymore\. It was a long day\."))
    page.goto(page.url.partition("/take-a-moment")[0] + "/practice")
    expect(page).not_to_have_url(RESTING)


def test_a_sentence_put_aside_and_written_on_is_looked_at_anew(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/take-a-moment/write?about=kind")
    card = page.get_by_role("heading", name=TITLE)
    typed(page, DARK.removesuffix("."))
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)

    typed(page, ".")
    page.wait_for_timeout(1200)
    expect(card).to_have_count(0)
    page.keyboard.press("Backspace")
    typed(page, ", and tonight I will end my life")

    expect(card).to_be_visible()


def test_the_country_is_chosen_on_the_card_and_what_was_typed_stays(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/take-a-moment/write?about=kind")
    typed(page, DARK)

    page.get_by_label("Choose your country").select_option("PT")
    page.get_by_role("button", name="Show these lines").click()

    expect(page.get_by_role("link", name="1411")).to_be_focused()
    expect(page.get_by_label("Choose your country")).to_have_count(0)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.get_by_label("Your words")).to_have_value(DARK)


@pytest.mark.parametrize("first", ["I see no way out of this.", DARK])
def test_words_typed_just_before_the_button_are_looked_at(fresh: Program, open_page: Open, first: str) -> None:
    page = open_page(fresh, "/take-a-moment/write?about=free")
    typed(page, first)
    expect(page.locator("main .beside")).to_be_visible()
    if first == DARK:
        page.keyboard.press("Escape")

    page.get_by_label("Your words").press_sequentially(" I want to kill myself.")
    page.get_by_role("button", name="Keep", exact=False).first.click()

    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()


def test_everything_else_rests_until_one_tap_brings_it_back(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/take-a-moment/write?about=free")
    typed(page, DARK)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()

    page.goto(page.url.partition("/take-a-moment")[0] + "/practice")
    expect(page).to_have_url(RESTING)
    page.get_by_role("button", name="Bring everything back now").click()

    expect(page).not_to_have_url(RESTING)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_card_fits_a_phone_and_has_no_faults(fresh: Program, open_page: Open, colours: str) -> None:
    size = {"width": PHONE[0], "height": PHONE[1]}
    page = open_page(fresh, "/take-a-moment/write?about=free", viewport=size, color_scheme=colours)
    typed(page, DARK)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()

    page.evaluate(AXE_SCRIPT)

    assert page.evaluate(AXE, None) == []
    assert not page.evaluate(SIDEWAYS)


def test_without_javascript_the_card_comes_after_a_save(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/take-a-moment/write?about=free", java_script_enabled=False)
    page.get_by_label("Your words").fill(DARK)

    page.get_by_role("button", name="Save, and write on").click()

    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.get_by_label("Your words")).to_have_value(DARK)
