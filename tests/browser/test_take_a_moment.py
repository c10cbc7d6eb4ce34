"""The whole of step one by the keys alone, on the smallest screen, without motion, and through a power cut."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.pages import SMALLEST, look_over
from tests.browser.program import Program, started

SMALL = {"viewport": {"width": SMALLEST[0], "height": SMALLEST[1]}}
HALVES = ("They never said who would decide. ", "I had begun to picture it.")


def reach(page: Page, wanted: Locator) -> None:
    """Go there with the tab key, as often as it takes; nothing may hold the focus fast."""
    for _ in range(60):
        if wanted.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keys do not reach {wanted}")


def press(page: Page, wanted: Locator, key: str = "Enter") -> None:
    reach(page, wanted)
    page.keyboard.press(key)


def looked_over(page: Page) -> list[str]:
    """What is wrong with the page that is open, in both themes; then it is small again."""
    seen = look_over(page, page.url, 200)
    page.set_viewport_size(SMALL["viewport"])
    page.emulate_media(color_scheme="light")
    return seen.axe + (["sideways"] if seen.sideways else [])


def test_the_whole_step_by_the_keys_alone_on_the_smallest_screen(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/take-a-moment", **SMALL)
    wrong = looked_over(page)

    press(page, page.get_by_role("checkbox", name="angry", exact=True), "Space")
    reach(page, page.get_by_label("A word of my own"))
    page.keyboard.type("hollow")
    press(page, page.get_by_role("button", name="Go on"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Breathe for three minutes")
    expect(page.get_by_text("hollow")).to_be_visible()
    wrong += looked_over(page)
    press(page, page.get_by_role("checkbox", name="Move with me"), "Space")
    press(page, page.get_by_role("button", name="Hide the time"))
    expect(page.locator(".timer")).to_be_hidden()
    press(page, page.get_by_role("button", name="I have breathed"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Something kind for the next hour")
    wrong += looked_over(page)
    press(page, page.get_by_role("link", name="One of these, yes"))
    expect(page.get_by_role("heading", level=1)).to_have_text("What matters besides this job")
    wrong += looked_over(page)
    reach(page, page.get_by_label("Your words"))
    page.keyboard.type(HALVES[0])
    press(page, page.get_by_role("button", name="Seal it for a week"))
    expect(page.get_by_role("heading", level=1)).to_have_text("How is it now, after writing?")
    wrong += looked_over(page)
    press(page, page.get_by_role("button", name="Lighter"))
    expect(page.get_by_role("heading", level=1)).to_have_text("That was your moment.")
    wrong += looked_over(page)
    page.goto(f"{fresh.home}/take-a-moment/tomorrow")
    press(page, page.get_by_role("group", name="Tomorrow, this will feel").get_by_role("radio").first, "Space")
    press(page, page.get_by_role("button", name="That is my guess"))
    expect(page).to_have_url(re.compile(r"/take-a-moment/"))
    for path in ("/take-a-moment/tomorrow", "/take-a-moment/check", "/week", "/letters", "/settings/private"):
        page.goto(fresh.home + path)
        wrong += looked_over(page)

    assert wrong == []


def test_a_power_cut_in_the_middle_of_a_sentence_loses_nothing(fresh: Program, open_page: Open) -> None:
    """Killed again and again while the keys go on: what the page shows at the end is all that was typed."""
    page = open_page(fresh, "/take-a-moment/write?about=free", **SMALL)
    words = page.get_by_label("Your words")
    running = fresh

    for half in HALVES:
        words.press_sequentially(half)
        running.kill()
        words.press_sequentially("And more. ")
        with page.expect_response(lambda answer: answer.ok and answer.request.method == "POST"):
            running = started(fresh.folder, port=fresh.port)
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    page.reload()

    expect(words).to_have_value("".join(f"{half}And more. " for half in HALVES))
    page.goto(f"{fresh.home}/letters")
    expect(page.get_by_text("Not ended yet")).to_have_count(1)
    running.kill()


def test_without_motion_the_breath_is_words_and_nothing_moves(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/take-a-moment/breathe", reduced_motion="reduce")

    expect(page.get_by_text("With your eyes shut, count: four in, six out.")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Move with me")).to_be_hidden()
    assert page.evaluate("() => document.getAnimations().length") == 0


def test_with_motion_the_sun_stands_still_until_it_is_asked_to_move(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/take-a-moment/breathe")
    running = """() => document.getAnimations().filter(
        (one) => one.animationName === "breathe" && one.playState === "running").length"""

    before = page.evaluate(running)
    page.locator("label", has_text="Move with me").click()

    assert (before, page.evaluate(running)) == (0, 1)
    assert page.locator("audio, video").count() == 0


def test_sealed_words_are_in_no_file_while_they_are_typed(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/take-a-moment/write?about=free")
    page.get_by_label("Your words").press_sequentially(HALVES[1])
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()

    files = [file for file in shared.folder.rglob("*") if file.is_file()]

    assert [file.name for file in files if HALVES[1].encode() in file.read_bytes()] == []
    page.get_by_role("button", name="Burn").click()


def test_letting_go_moves_only_when_asked_and_its_time_can_be_hidden(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/take-a-moment/relax?minutes=5")
    parts = """() => document.getAnimations().filter((one) => one.animationName === "part").map(
        (one) => [one.effect.getComputedTiming().delay / 1000, one.effect.getComputedTiming().duration / 1000])"""

    before = page.evaluate(parts)
    page.locator("label", has_text="Move with me").click()
    expect(page.get_by_text("About 5 minutes left.")).to_be_visible()
    page.get_by_role("button", name="Hide the time").click()

    assert before == []
    assert page.evaluate(parts) == [[50 * part, 50] for part in range(6)]  # five minutes in all
    expect(page.locator(".timer")).to_be_hidden()
    assert page.locator("audio, video").count() == 0
    seen = look_over(page, "letting go", 200)
    assert (seen.axe, seen.sideways, seen.facts["headings"], seen.facts["filled"]) == ([], False, 1, 1)


def test_letting_go_without_motion_is_words_and_nothing_moves(shared: Program, open_page: Open) -> None:
    page = open_page(shared, "/take-a-moment/relax", reduced_motion="reduce")

    expect(page.get_by_text("With your eyes shut, go from the hands to the feet.")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Move with me")).to_be_hidden()
    assert page.evaluate("() => document.getAnimations().length") == 0
