"""A mailbox through the browser: looked at first, kept only then, and nothing missed for good."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.mails import mbox
from tests.browser.program import Program

DROPPED = """(bytes) => {
  const held = new DataTransfer();
  held.items.add(new File([new Uint8Array(bytes)], "mail.mbox"));
  return held;
}"""


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """Five mails in one file."""
    file = tmp_path / "mail.mbox"
    file.write_bytes(mbox())
    return file


def test_a_chosen_file_is_shown_before_anything_is_kept(shared: Program, open_page: Open, box: Path) -> None:
    page = open_page(shared, "/import")

    choose(page, box)

    expect(page.get_by_role("heading", level=1)).to_have_text("3 of 5 look like mail about applications.")
    expect(page.get_by_text("Nothing is kept yet.")).to_be_visible()
    page.goto(f"{shared.home}/applications")
    expect(page.get_by_text("No applications yet.")).to_be_visible()


def test_a_dropped_file_is_looked_into_at_once(shared: Program, open_page: Open, box: Path) -> None:
    page = open_page(shared, "/import")

    page.locator("form[data-drop]").dispatch_event(
        "drop", {"dataTransfer": page.evaluate_handle(DROPPED, list(box.read_bytes()))}
    )

    expect(page.get_by_role("heading", level=1)).to_have_text("3 of 5 look like mail about applications.")


def test_what_is_kept_shows_in_the_record(fresh: Program, open_page: Open, box: Path) -> None:
    page = open_page(fresh, "/import")
    choose(page, box)

    keep(page)

    expect(page.get_by_text("5 mails, all accounted for")).to_be_visible()
    page.get_by_role("link", name="See your applications").click()
    page.get_by_role("link", name="Haldenfrey").click()
    expect(page.locator(".road .name").first).to_have_text("They have your application")
    expect(page.locator(".road .name").last).to_have_text("A no, after the interview")


def test_one_that_was_missed_is_found_and_added(fresh: Program, open_page: Open, box: Path) -> None:
    page = open_page(fresh, "/import")
    choose(page, box)
    keep(page)

    page.get_by_role("link", name="You missed one").click()
    page.get_by_label("The same file").set_input_files(box)
    page.get_by_role("button", name="Take it in").click()
    page.get_by_label("Sender or words").fill("eli@mailbox.example")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("button", name="Add this one").click()

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/read/" in page.url


def choose(page: Page, box: Path) -> None:
    """Take the file by the button, and wait until it was looked through."""
    page.get_by_label("Drop your mail here").set_input_files(box)
    page.get_by_role("button", name="Look inside").first.click()
    expect(page.get_by_text("Nothing is kept yet.")).to_be_visible()


def keep(page: Page) -> None:
    """Say yes to what was found, and wait for the end."""
    page.get_by_role("button", name="Keep these").click()
    expect(page.get_by_role("link", name="See your applications")).to_be_visible()
