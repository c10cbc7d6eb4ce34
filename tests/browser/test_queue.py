"""The button in the browser's bar opens the form from a page elsewhere; keeping, ticking and sending go by keys."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import WIDE
from tests.browser.program import Program

pytestmark = pytest.mark.browser

SMALL = (390, 844)


@pytest.mark.parametrize(("size", "role"), [(WIDE, "Data Analyst"), (SMALL, "Policy Officer")], ids=["wide", "small"])
def test_an_opening_is_kept_from_a_page_elsewhere_and_sent_by_keys(shared: Program, open_page, size, role):
    page = open_page(shared, "/queue", viewport={"width": size[0], "height": size[1]})
    page.get_by_text("A button for your browser").click()
    button = page.get_by_role("link", name="Keep at High Road").get_attribute("href")
    page.goto("about:blank")

    page.evaluate(f"document.title = '{role} at Haldenfrey'")
    page.evaluate(button.removeprefix("javascript:"))
    page.wait_for_url("**/queue/new?url=*")

    expect(page.get_by_label("Employer, if you like")).to_have_value("Haldenfrey")
    expect(page.get_by_label("Role, if you like")).to_have_value(role)
    page.get_by_role("button", name="Keep it").press("Enter")
    page.get_by_label("Your résumé").press("Space")
    page.get_by_role("button", name="Keep the ticks").press("Enter")
    expect(page.get_by_text("All of it is ready.")).to_be_visible()
    page.get_by_role("button", name="I sent it").press("Enter")
    expect(page.get_by_text("You sent this one.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_board_is_followed_after_its_hosts_were_shown(shared: Program, open_page):
    page = open_page(shared, "/boards/new", viewport={"width": SMALL[0], "height": SMALL[1]})

    page.get_by_label("Address").fill("https://jobs.lever.co/haldenfrey")
    page.keyboard.press("Enter")
    expect(page.get_by_text("api.lever.co")).to_be_visible()
    page.get_by_role("button", name="Yes, follow it").press("Enter")

    expect(page.get_by_role("heading", name="Haldenfrey")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
