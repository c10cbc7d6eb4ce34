"""Practice in a browser: by the keys alone, on a phone, with a recording that never leaves its page, and without."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.pages import PHONE, look_over
from tests.browser.program import Program
from tests.browser.test_take_a_moment import press, reach

QUESTION = "What did you do on the longest day?"
ANSWER = "I carried the boxes, and told no one."
FAKE_MICROPHONE = """() => {
  class Recorder extends EventTarget {
    constructor() { super(); this.state = "inactive"; this.mimeType = "audio/webm"; }
    start() { this.state = "recording"; }
    stop() {
      this.state = "inactive";
      this.dispatchEvent(Object.assign(new Event("dataavailable"), { data: new Blob(["marzipan-voice-4711"]) }));
      this.dispatchEvent(new Event("stop"));
    }
  }
  window.MediaRecorder = Recorder;
  navigator.mediaDevices.getUserMedia = async () => ({ getTracks: () => [{ stop: () => { window.micShut = true; } }] });
}"""


def test_a_day_of_practice_by_the_keys_alone_on_a_phone(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/practice/cards", viewport={"width": PHONE[0], "height": PHONE[1]})
    reach(page, page.get_by_label("A question you were asked"))
    page.keyboard.type(QUESTION)
    press(page, page.get_by_role("button", name="Keep it"))
    expect(page.get_by_text("It comes up when you practise.")).to_be_visible()

    page.goto(f"{fresh.home}/practice")
    press(page, page.get_by_role("link", name="Begin"))
    expect(page.get_by_role("heading", level=1)).to_have_text(QUESTION)
    press(page, page.get_by_role("button", name="Start two minutes"))
    expect(page.get_by_text("More than a minute left.")).to_be_visible()
    press(page, page.get_by_role("button", name="Hide the time"))
    expect(page.locator(".timer")).to_be_hidden()
    press(page, page.get_by_role("button", name=re.compile("A whole story")))
    expect(page.get_by_role("heading", level=1)).to_have_text("A good answer shows")
    reach(page, page.get_by_label("Your best answer"))
    page.keyboard.type(ANSWER)
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    press(page, page.get_by_role("button", name="Go on"))
    press(page, page.get_by_role("button", name=re.compile("A piece of it")))
    press(page, page.get_by_role("link", name="Skip"))

    expect(page.get_by_role("heading", level=1)).to_have_text("That is plenty for today.")


def test_every_page_of_practice_is_sound_in_both_themes_and_small(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/practice/about_you")
    page.get_by_role("button", name=re.compile("A good one")).click()
    page.goto(f"{fresh.home}/practice/mock")
    page.get_by_role("button", name="Begin").click()
    mock = page.url.removeprefix(fresh.home)
    paths = ["", "/about_you", "/about_you/after", "/cards", "/every", "/mock"]
    wrong = []

    for path in [*(f"/practice{path}" for path in paths), mock]:
        page.goto(fresh.home + path)
        seen = look_over(page, path, 200)
        wrong += seen.axe + ([f"{path} sideways"] if seen.sideways else [])
        wrong += [f"{path}: {seen.facts['filled']} filled"] if seen.facts["filled"] > 1 else []

    assert wrong == []


def test_a_recording_stays_in_its_page(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/practice/about_you")
    page.evaluate(FAKE_MICROPHONE)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.method} {request.url}"))

    page.get_by_text("Hear yourself").click()
    page.get_by_role("button", name="Record it here").click()
    expect(page.get_by_text("Recording, in this page only.")).to_be_visible()
    page.get_by_role("button", name="Stop recording").click()

    expect(page.get_by_label("Your answer")).to_be_visible()
    assert page.evaluate("() => window.micShut")
    expect(page.get_by_label("Your answer")).to_have_attribute("src", re.compile("^blob:"))
    page.get_by_role("button", name=re.compile("A good one")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A good answer shows")
    assert page.locator("audio").count() == 0
    assert [one for one in sent if one.startswith("POST")] == [f"POST {fresh.home}/practice/about_you"]
    assert not any(b"marzipan-voice-4711" in file.read_bytes() for file in fresh.folder.rglob("*") if file.is_file())


def test_without_a_microphone_the_page_says_so_and_goes_on(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/practice/about_you")
    page.evaluate("() => { navigator.mediaDevices.getUserMedia = async () => { throw new Error('none'); }; }")

    page.get_by_text("Hear yourself").click()
    page.get_by_role("button", name="Record it here").click()

    expect(page.get_by_text("Saying it aloud is enough.")).to_be_visible()
    page.get_by_role("button", name=re.compile("A good one")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A good answer shows")


def test_practice_needs_no_script(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/practice", java_script_enabled=False)

    page.get_by_role("link", name="Begin").click()
    expect(page.locator("[data-record]")).to_be_hidden()
    expect(page.locator(".timer")).to_be_hidden()
    page.get_by_role("button", name=re.compile("A good one")).click()
    page.get_by_label("Your best answer").fill(ANSWER)
    page.get_by_role("button", name="Keep it as a story").click()

    expect(page).to_have_url(re.compile(r"/stories/\d+/situation$"))


def test_a_mock_interview_goes_on_where_it_was_left(fresh: Program, open_page: Open) -> None:
    page = open_page(fresh, "/practice/mock")
    page.get_by_role("button", name="Begin").click()
    for _ in range(3):
        before = page.get_by_role("heading", level=1).inner_text()
        page.get_by_role("button", name=re.compile("A whole story")).click()
        expect(page.get_by_role("heading", level=1)).not_to_have_text(before)
    left = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="Stop here").click()

    page.get_by_role("link", name="A mock interview").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(left)
    expect(page.get_by_text("4 of 8")).to_be_visible()


def test_a_talk_with_a_day_is_practised_for_from_its_application(fresh: Program, open_page: Open) -> None:
    on = datetime.now(UTC).date() + timedelta(days=4)
    page = open_page(fresh, "/applications/new", viewport={"width": PHONE[0], "height": PHONE[1]})
    page.get_by_label("Employer").fill("Tallowby")
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tallowby")
    page.get_by_role("link", name="Add something").click()
    page.locator("[name=kind]").select_option("interview")
    page.get_by_label("When?").fill(on.isoformat())
    page.get_by_role("main").get_by_role("button").first.click()

    press(page, page.get_by_role("link", name=f"Practise for {on:%A}"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Practise for {on:%A}.")
    reach(page, page.get_by_label("The posting", exact=True))
    page.keyboard.type("You negotiate with stakeholders.")
    press(page, page.get_by_role("button", name="See what it asks for"))

    expect(page.get_by_text("It asks for: disagreeing well.")).to_be_visible()
    seen = look_over(page, "/practice/for", 200)
    assert seen.axe == [] and not seen.sideways
    page.get_by_role("link", name="Begin").click()
    expect(page.get_by_text("Disagreeing well")).to_be_visible()
