"""Every page of the sample record, found along its own links, and what must hold on each of them."""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import Seen, look_over, visit, walk
from tests.browser.program import HIGHROAD, Program, environment, filled_long_ago, started

NEVER_IN_A_TITLE = re.compile(r"reject|absage|\d", re.IGNORECASE)
OPENED = [
    "",
    "/take-a-moment/rest",
    "/ask-for-feedback",
    "/ask-for-feedback/1",
    "/dont-burn-bridges",
    "/likely-not-you",
]
OUTSIDE = re.compile(r"[a-z]+:")  # https:, mailto:, tel:


@dataclass(frozen=True, slots=True)
class Walk:
    """All pages that were seen, all that the browser asked for and complained about, and whom Ana applied to."""

    homes: tuple[str, ...]
    pages: list[Seen]
    asked: list[str]
    complaints: list[str]
    employers: list[str]

    def named(self, *parts: str) -> list[Seen]:
        """The pages with one of these parts in their address."""
        return [seen for seen in self.pages if any(part in seen.path for part in parts)]


@pytest.fixture(scope="module")
def long_ago(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The sample as it is when the last no is long past, so that a forecast is made and earlier ones are over."""
    program = started(filled_long_ago(tmp_path_factory.mktemp("long-ago") / "data"), demo=True)
    yield program
    program.kill()


@pytest.fixture(scope="module")
def walked(sample: Program, long_ago: Program, chromium: Browser) -> Walk:
    """One walk for all tests: through the record as it stands, then to the no of this morning once it is opened."""
    told = applications(sample.folder)
    page = chromium.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.goto(sample.address)
    pages = [*walk(page, sample.home, first=["/", "/no/" + no_of("Brookmere", told), "/welcome"])]
    page.goto(f"{sample.home}/read/{no_of('Halden & Frey', told)}")
    page.get_by_role("button", name="Yes, it’s a no").click()
    page.get_by_role("button", name="Like a punch").click()
    opened = page.url.removeprefix(sample.home).removesuffix("/take-a-moment")
    pages += [visit(page, sample.home, opened + path) for path in OPENED]
    pages += [visit(page, sample.home, "/"), searched(page, sample.home)]
    page.goto(long_ago.address)
    pages += forecast_asked_for(page, long_ago.home)
    employers = [one["employer"] for one in told if one["employer"]]
    return Walk((sample.home, long_ago.home), pages, asked, complaints, employers)


def test_the_walk_comes_to_every_room(walked: Walk) -> None:
    rooms = "/paste /import/1 /review /read/ /search /applications/new /applications/csv /edit /people/ /practice /help"
    kept = (
        "/outbox /settings/mail /letters /feedback/1 /actions /thoughts/1 /mantras/ /settings/data /settings/addresses"
    )
    steps = "/take-a-moment/write /ask-for-feedback/1 /dont-burn-bridges/reply /likely-not-you /dont-get-stuck"
    doubts = "/chance /wrong /said-x /partner /qualified /typo /outfit /path /ever"
    going_on = "/plan /queue /boards /offer /momentum /stories /picture /worklog /forecast /forecast/how-well"

    asked_for = f"{rooms} {kept} {steps} {doubts} /forecast/1 /keep-going"

    missed = [part for part in asked_for.split() if not walked.named(part)]

    assert missed == []
    assert set(going_on.split()) <= {seen.path for seen in walked.pages}
    assert len(walked.pages) > 60


def test_every_page_answers(walked: Walk) -> None:
    assert [(seen.path, seen.code) for seen in walked.pages if seen.code != 200] == []


def test_no_page_has_a_barrier_in_either_theme_on_a_desk_or_a_phone(walked: Walk) -> None:
    assert [found for seen in walked.pages for found in seen.axe] == []


def test_no_page_scrolls_sideways_on_the_smallest_screen(walked: Walk) -> None:
    assert [seen.path for seen in walked.pages if seen.sideways] == []


def test_every_page_has_one_heading_and_at_most_one_filled_button(walked: Walk) -> None:
    found = [(seen.path, seen.facts["headings"], seen.facts["filled"]) for seen in walked.pages]

    assert [facts for facts in found if facts[1] != 1 or facts[2] > 1] == []


def test_no_title_and_no_address_names_an_employer_or_a_no(walked: Walk) -> None:
    names = [name.casefold() for name in walked.employers]
    shown = [(seen.path, seen.facts["title"]) for seen in walked.pages]
    asked = " ".join(walked.asked).casefold().replace("%20", " ")

    assert [title for _, title in shown if NEVER_IN_A_TITLE.search(title)] == []
    assert [title for _, title in shown for name in names if name in title.casefold()] == []
    assert [name for name in names if name in asked or name.replace(" ", "-") in asked] == []
    assert "reject" not in asked


def test_the_browser_asks_nobody_else_and_complains_of_nothing(walked: Walk) -> None:
    assert [url for url in walked.asked if not url.startswith(tuple(f"{home}/" for home in walked.homes))] == []
    assert walked.complaints == []


def test_the_sample_says_so_on_every_page_and_sends_nothing(walked: Walk) -> None:
    words = [(seen.path, word) for seen in walked.pages for word in seen.facts["words"]]
    targets = {target for seen in walked.pages for target in seen.facts["targets"]}
    outside = {link for seen in walked.pages for link in seen.facts["links"] if OUTSIDE.match(link)}

    assert [seen.path for seen in walked.pages if "Sample data" not in seen.facts["sample"]] == []
    assert [said for said in words if re.search(r"\bsend\b", said[1], re.IGNORECASE)] == []
    assert [target for target in targets if "send" in target or not target.startswith("/")] == []
    assert [link for link in outside if link.startswith("mailto:")] == []


def test_a_draft_of_the_sample_can_be_copied_and_saved_only(walked: Walk) -> None:
    drafts = walked.named("/ask-for-feedback/1", "/dont-burn-bridges/reply", "/dont-burn-bridges/thank")
    ways_out = {"Paste an email", "Skip", "Stop here", "I asked", "I sent it", "Stop suggesting a reply"}

    offered = {word for seen in drafts for word in seen.facts["words"]} - ways_out

    assert offered == {"Go on", "Save the draft", "Copy the text"}


def searched(page: Page, home: str) -> Seen:
    """The page of what was found, which only a form leads to."""
    page.goto(f"{home}/applications")
    page.get_by_role("textbox").fill("privacy")
    page.get_by_role("button", name="Search").click()
    return look_over(page, page.url.removeprefix(home), 200)


def forecast_asked_for(page: Page, home: str) -> list[Seen]:
    """The forecast, which only a form leads to, with all its folds open; and what came of earlier ones."""
    before = visit(page, home, "/forecast")
    page.goto(f"{home}/forecast")
    page.get_by_role("button", name="Show me the range").click()
    page.get_by_role("heading", name="What this rests on").wait_for()
    page.locator("summary").evaluate_all("all => all.forEach((one) => { one.parentElement.open = true })")
    shown = look_over(page, page.url.removeprefix(home), 200)
    page.goto(f"{home}/forecast/how-well")
    page.get_by_role("table").wait_for()
    return [before, shown, visit(page, home, "/forecast/how-well")]


def no_of(employer: str, told: list[dict[str, Any]]) -> str:
    """The id of the no in this employer's application."""
    (one,) = (one for one in told if one["employer"] == employer)
    return next(event["id"] for event in one["events"] if event["kind"] == "rejection")


def applications(folder: Path) -> list[dict[str, Any]]:
    """What the record holds, by the command line."""
    command = [*HIGHROAD, "apps", "list", "--json", "--data-dir", str(folder)]
    told = subprocess.run(command, env=environment(folder), check=True, capture_output=True).stdout
    found: list[dict[str, Any]] = json.loads(told)
    return found
