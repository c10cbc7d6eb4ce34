"""A text leaves as its writer wants it: read once more, stopped in its last seconds, let go, taken by a real server."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.outgoing import leaves_in, prepare, rested
from tests.browser.pages import look_over
from tests.browser.program import Program, started
from tests.edges.mail_server import SECRET, Told, mail_server

BODY = "Hello,\n\nThank you for the talk about the harbour data.\n\nAna"
COUNTING = re.compile(r"^[12]\d seconds$")  # and no longer thirty
HOT = "Hello,\n\nYou are all liars. Thank you for the talk.\n\nAna"


@pytest.fixture
def server() -> Iterator[tuple[Told, int]]:
    """A mail server that takes what comes, and its port."""
    told = Told()
    with mail_server(told) as port:
        yield told, port


@pytest.fixture
def program(sample_record: Path, tmp_path: Path) -> Iterator[Program]:
    """High Road on a copy of Ana's record, able to send."""
    running = started(Path(shutil.copytree(sample_record, tmp_path / "data")))
    yield running
    running.kill()


def no_barrier(page: Page, path: str) -> None:
    """Nothing on this page keeps anyone out, on any screen, in either theme."""
    seen = look_over(page, path, 200)
    assert (seen.axe, seen.sideways, seen.facts["headings"]) == ([], False, 1)
    assert seen.facts["filled"] <= 1


def test_a_text_is_reviewed_stopped_let_go_and_sent(
    program: Program, server: tuple[Told, int], open_page: Open
) -> None:
    told, port = server
    number, email = prepare(program.folder, port, secret=SECRET, body=BODY)
    rested(program.folder, number)
    page = open_page(program, "/outbox")
    no_barrier(page, "/outbox")

    page.goto(f"{program.home}/outbox/{number}/review")
    no_barrier(page, "review of one that rested")
    page.get_by_role("button", name="Send in thirty seconds").click()
    expect(page.get_by_role("timer")).to_have_text(COUNTING)
    no_barrier(page, "the last seconds")
    page.get_by_role("button", name="Stop it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stopped")
    no_barrier(page, "stopped")

    page.get_by_role("button", name="Take it up again").click()
    no_barrier(page, "review of a draft")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Leaves")
    leaves_in(program.folder, number, seconds=2)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sent")  # the page sees to it by itself
    no_barrier(page, "sent")

    assert [(mail.sender, mail.recipients) for mail in told.taken] == [("ana@duarte.example", [email])]
    assert b"harbour data" in told.taken[0].raw


def test_it_all_works_without_javascript(program: Program, server: tuple[Told, int], open_page: Open) -> None:
    told, port = server
    number, _ = prepare(program.folder, port, secret=SECRET, body=BODY)
    page = open_page(program, f"/outbox/{number}", java_script_enabled=False)

    page.get_by_label("The text").fill(BODY.replace("talk", "long talk"))
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("article")).to_contain_text("the long talk about")
    page.get_by_role("button", name="Send", exact=True).click()
    leaves_in(program.folder, number, seconds=60)
    page.reload()
    expect(page.get_by_role("link", name="Look again")).to_be_visible()
    page.get_by_role("button", name="Stop it").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Stopped")
    assert told.taken == []


def test_a_hot_text_waits_and_cannot_be_hurried(program: Program, server: tuple[Told, int], open_page: Open) -> None:
    told, port = server
    number, _ = prepare(program.folder, port, secret=SECRET, body=HOT)
    page = open_page(program, f"/outbox/{number}/review")
    no_barrier(page, "review of a hot one")

    expect(page.get_by_role("button", name="Send")).to_have_count(0)
    page.get_by_role("link", name="Show me a calmer version").click()
    no_barrier(page, "the calmer version")
    page.go_back()
    page.get_by_role("button", name="Let it wait").click()
    no_barrier(page, "resting")

    expect(page.get_by_text("Resting until")).to_be_visible()
    expect(page.get_by_role("button", name="Send")).to_have_count(0)
    assert told.taken == []
