"""The week's sheet on paper: one page, a box to tick for each line, and nothing that only a screen can do."""

from io import BytesIO

import pypdf
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.program import Program

LINES = ("Ask Noor whom to talk to", "Two letters", "Call the agency")
SHOWN = "(all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.textContent)"


def kept(page: Page) -> None:
    """Fill in the sheet as it is offered and keep it."""
    page.goto(page.url.split("/plan")[0] + "/plan?change=1")
    for field, words in zip(page.get_by_label("What", exact=True).all(), LINES, strict=False):
        field.fill(words)
    page.get_by_label("If", exact=True).fill("a no comes in")
    page.get_by_label("then", exact=True).fill("I go on the day after")
    page.get_by_role("button", name="Keep the sheet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your week, on one sheet.")


def test_the_sheet_prints_on_one_page_with_all_that_was_planned(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/plan")
    kept(page)

    paper = pypdf.PdfReader(BytesIO(page.pdf(format="A4")))
    said = " ".join(paper.pages[0].extract_text().split())

    assert len(paper.pages) == 1
    assert all(line in said for line in LINES)
    assert "If a no comes in, then I go on the day after." in said


def test_on_paper_there_is_a_box_for_each_line_and_nothing_to_press(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/plan", color_scheme="dark")
    kept(page)
    lines = page.locator(".planned > li").count()

    page.emulate_media(media="print")
    pressed = page.locator("main button, main .button, nav a, main details, main .side").evaluate_all(SHOWN)
    boxes = page.locator(".planned > li").evaluate_all(
        """(all) => all.map((one) => getComputedStyle(one, "::before").inlineSize)"""
    )
    ink = page.evaluate("() => getComputedStyle(document.body).color")

    assert lines >= len(LINES)
    assert pressed == []
    assert boxes == ["12px"] * lines
    assert max(map(int, ink.removeprefix("rgb(").rstrip(")").split(","))) < 96  # dark ink, whatever the theme
