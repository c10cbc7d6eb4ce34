"""What one writes for oneself survives a power cut and the back button, and is gone when it is burned."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.program import Program, started

WORDS = "They never said who would decide."
ELSEWHERE = re.compile(r"/(?!write)[a-z-]*$")
BURNED = "This one goes into the fire."


def test_typed_words_survive_a_power_cut(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/take-a-moment/write?about=free")
    words = page.get_by_label("Your words")
    words.press_sequentially(WORDS)
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()

    fresh.kill()
    again = started(fresh.folder, port=fresh.port)
    page.reload()

    expect(words).to_have_value(WORDS)
    again.kill()


def test_words_typed_while_it_was_away_are_saved_once_it_is_back(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/take-a-moment/write?about=free")
    fresh.kill()

    page.get_by_label("Your words").fill(WORDS)
    expect(page.get_by_text("Not saved just now.")).to_be_visible()
    again = started(fresh.folder, port=fresh.port)
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    page.reload()

    expect(page.get_by_label("Your words")).to_have_value(WORDS)
    again.kill()


def test_the_back_button_brings_typed_words_back(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/take-a-moment/write?about=free")
    page.get_by_label("Your words").fill(WORDS)

    page.get_by_role("link", name="Stop here").click()
    page.wait_for_url(ELSEWHERE)
    page.go_back()

    expect(page.get_by_label("Your words")).to_have_value(WORDS)


def test_kept_words_can_be_read_again(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/take-a-moment/write?about=free")
    page.get_by_label("Your words").fill(WORDS)

    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Kept. It stands in More")).to_be_visible()
    page.goto(f"{shared.home}/letters")
    page.get_by_role("link", name="Write it out").click()

    expect(page.get_by_text(WORDS)).to_be_visible()


def test_burned_words_leave_no_byte(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/take-a-moment/write?about=free")
    page.get_by_label("Your words").press_sequentially(BURNED)
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()

    page.get_by_role("button", name="Burn").click()

    expect(page.get_by_text("Burned. It is not in the app")).to_be_visible()
    assert holding(shared.folder, BURNED) == []


def holding(folder: Path, words: str) -> list[str]:
    """The files of the record in which the words can be found."""
    return [file.name for file in folder.rglob("*") if file.is_file() and words.encode() in file.read_bytes()]
