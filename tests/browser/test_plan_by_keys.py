"""The week's sheet by the keys alone on a phone: filled in, kept, ticked and changed, the focus always in sight."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.pages import PHONE, SIDEWAYS, unseen_on_the_way
from tests.browser.program import Program
from tests.browser.test_take_a_moment import press, reach

ON_A_PHONE = {"width": PHONE[0], "height": PHONE[1]}


def typed(page: Page, label: str, words: str) -> None:
    """Come to a field and put these words in place of what it holds."""
    reach(page, page.get_by_label(label, exact=True).first)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def test_a_week_is_planned_ticked_and_changed(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/plan", viewport=ON_A_PHONE)
    typed(page, "What", "Ask Noor whom to talk to")
    press(page, page.locator("summary").first)
    typed(page, "Where", "at the library")
    typed(page, "If", "a no comes in")
    typed(page, "then", "I go on the day after")
    press(page, page.get_by_role("button", name="Keep the sheet"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Your week, on one sheet.")
    expect(page.get_by_text("at the library")).to_be_visible()
    expect(page.get_by_text("If a no comes in, then I go on the day after.")).to_be_visible()
    press(page, page.get_by_role("button", name="Done: Ask Noor whom to talk to"))
    expect(page.get_by_role("button", name="Not done after all: Ask Noor whom to talk to")).to_be_visible()
    press(page, page.get_by_role("link", name="Change it"))
    expect(page.get_by_label("If", exact=True)).to_have_value("a no comes in")
    press(page, page.get_by_role("link", name="Leave it as it was"))
    expect(page).to_have_url(re.compile(r"/plan$"))


def test_nothing_of_the_plan_is_out_of_sight_or_reach_on_a_phone(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/plan", viewport=ON_A_PHONE)

    unseen = unseen_on_the_way(page)
    press(page, page.get_by_role("button", name="Keep the sheet"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Your week, on one sheet.")
    unseen += unseen_on_the_way(page)

    assert unseen == []
    assert not page.evaluate(SIDEWAYS)
