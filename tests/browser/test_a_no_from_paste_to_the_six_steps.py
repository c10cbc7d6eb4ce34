"""From a mail on the clipboard to the six steps, and every way out on the road."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.mails import invited_by, no_from
from tests.browser.program import Program

STEPS = {
    "Take a moment": "take-a-moment",
    "Ask for feedback": "ask-for-feedback",
    "Don’t burn bridges": "dont-burn-bridges",
    "It’s likely not you": "likely-not-you",
    "Don’t get stuck": "dont-get-stuck",
    "Keep going": "keep-going",
}


def test_three_actions_lead_from_the_welcome_page_to_a_reading(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh)

    page.get_by_role("link", name="I just got a no").click()
    page.get_by_label("The email").fill(no_from("Haldenfrey"))
    page.get_by_role("button", name="Read it").click()

    expect(page.get_by_role("heading", name="What the email says")).to_be_visible()
    expect(page.get_by_text("Unfortunately, we have decided to move forward").first).to_be_visible()
    expect(page.get_by_role("heading", name="Did we read this right?")).to_be_visible()
    expect(page.locator(".sample")).to_have_count(0)


def test_a_dropped_mail_is_read_too(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/paste")
    dropped = page.evaluate_handle(
        "(text) => { const held = new DataTransfer(); held.items.add(new File([text], 'mail.eml')); return held; }",
        f"From: Sam Reyes <sam@mossley.example>\nSubject: Your application\n\n{no_from('Mossley')}",
    )

    page.locator("form[data-drop]").dispatch_event("drop", {"dataTransfer": dropped})
    page.get_by_role("button", name="Read it").click()

    expect(page.get_by_role("heading", name="What the email says")).to_be_visible()


def test_barely_files_it_in_one_tap(shared: Program, open_page: Open) -> None:
    page = asked_how_hard(open_page(shared, "/paste"), "Ashgrove")

    page.get_by_role("button", name="Barely").click()

    expect(page.get_by_text("Filed. That is all it needs.")).to_be_visible()
    assert page.url == f"{shared.home}/"


def test_hard_opens_the_six_steps_and_each_can_be_skipped(shared: Program, open_page: Open) -> None:
    page = asked_how_hard(open_page(shared, "/paste"), "Birkdale")
    page.get_by_role("button", name="Hard").click()
    home = page.url

    for name, path in STEPS.items():
        page.get_by_role("link", name=name, exact=True).click()
        expect(page).to_have_url(f"{home}/{path}")
        expect(page.get_by_role("link", name="Stop here")).to_have_attribute("href", "/")
        page.locator(".ways-out").get_by_role("button").click()
        expect(page).to_have_url(home)

    expect(page.locator(".road .state", has_text="skipped")).to_have_count(6)


def test_stop_here_leaves_every_step_as_it_is(shared: Program, open_page: Open) -> None:
    page = asked_how_hard(open_page(shared, "/paste"), "Corran")
    page.get_by_role("button", name="A bit").click()
    home = page.url

    for path in STEPS.values():
        page.goto(f"{home}/{path}")
        page.get_by_role("link", name="Stop here").click()
        expect(page).to_have_url(f"{shared.home}/")

    page.goto(home)
    expect(page.locator(".road .state", has_text=re.compile("skipped|done"))).to_have_count(0)


def test_a_punch_opens_the_first_step_and_lets_the_others_rest(shared: Program, open_page: Open) -> None:
    page = asked_how_hard(open_page(shared, "/paste"), "Dunmore")

    page.get_by_role("button", name="Like a punch").click()

    expect(page.get_by_role("heading", name="Take a moment.")).to_be_visible()
    page.goto(f"{shared.home}/")
    expect(page.get_by_role("heading", name="Rest.")).to_be_visible()


def test_something_else_corrects_the_reading_and_undo_brings_it_back(shared: Program, open_page: Open) -> None:
    page = pasted(open_page(shared, "/paste"), no_from("Ellerby"))
    reading = page.url

    page.get_by_role("link", name="No, it’s something else").click()
    page.get_by_label("An invitation").check()
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_text("Thank you. We go by your word.")).to_be_visible()
    expect(page.locator(".road .name", has_text="A no")).to_have_count(0)

    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".road .name", has_text="A no")).to_have_count(1)
    page.goto(reading)
    expect(page.get_by_role("heading", name="What the email says")).to_be_visible()


def test_not_sure_files_nothing(shared: Program, open_page: Open) -> None:
    page = pasted(open_page(shared, "/paste"), no_from("Farrow"))
    reading = page.url

    page.get_by_role("button", name="I’m not sure").click()

    expect(page.get_by_text("Nothing was filed.")).to_be_visible()
    page.goto(reading)
    expect(page.get_by_role("heading", name="Did we read this right?")).to_be_visible()
    page.goto(reading.replace("/read/", "/no/"))
    expect(page).to_have_url(reading)


def test_an_invitation_is_never_shown_as_a_no(shared: Program, open_page: Open) -> None:
    page = pasted(open_page(shared, "/paste"), invited_by("Larkhill"))

    expect(page.get_by_role("heading", level=1)).to_have_text("This is an invitation.")
    expect(page.get_by_role("button", name=re.compile("a no"))).to_have_count(0)


def test_several_short_ones_are_filed_together(sample: Program, open_page: Open) -> None:
    page = open_page(sample, "/no/batch")
    boxes = page.get_by_role("checkbox")
    count = boxes.count()
    assert count > 3

    boxes.first.uncheck()
    page.get_by_role("button", name="File them").click()

    expect(page.get_by_text(f"{count - 1} filed. That is all they need.")).to_be_visible()
    page.goto(f"{sample.home}/no/batch")
    expect(boxes).to_have_count(1)


@pytest.mark.parametrize("words", ["It came another way", "I don’t want to look at it right now"])
def test_there_is_a_way_past_the_mail(shared: Program, open_page: Open, words: str) -> None:
    page = open_page(shared, "/paste")

    page.get_by_role("link", name=words).click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("A no that came another way|Take a moment"))


def pasted(page: Page, mail: str) -> Page:
    """The page of a mail that was just pasted."""
    page.get_by_label("The email").fill(mail)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/read/*")
    return page


def asked_how_hard(page: Page, employer: str) -> Page:
    """The page that asks how hard this employer's no landed."""
    pasted(page, no_from(employer)).get_by_role("button", name="Yes, it’s a no").click()
    expect(page.get_by_role("heading", name="How hard did this one land?")).to_be_visible()
    return page
