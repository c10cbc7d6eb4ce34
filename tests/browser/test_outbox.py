"""A text on its way, as its writer sees it: every place it can stand, over real servers, while the clock is moved."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from highroad.mail.parse import parse
from tests.browser.ahead import Ahead
from tests.browser.conftest import Open
from tests.browser.outgoing import account_at, prepare
from tests.browser.pages import look_over
from tests.browser.program import Program, started
from tests.edges.mail_server import SECRET, Told, mail_server
from tests.servers.dovecot import Dovecot, running

HOT = "Hello,\n\nYou are all liars. Thank you for the talk about the harbour data.\n\nAna"
PLAIN, REFUSED, UNSURE, UNSCRIPTED = (
    f"Hello,\n\nThank you for the talk about the {what}.\n\nAna" for what in ("lighthouse", "ferry", "tide", "quay")
)
STANDS = """async ([url, state, tries]) => {
  for (; tries > 0; tries--) {
    if ((await (await fetch(url)).json()).state === state) return true;
    await new Promise((looked) => setTimeout(looked, 100));
  }
  return false;
}"""
TRIES = 600  # ten a second: two cores may have much to do


@dataclass(frozen=True, slots=True)
class Post:
    """The program with an account, the servers it talks to, and the hand on its clock."""

    program: Program
    told: Told
    dovecot: Dovecot
    ahead: Ahead
    email: str
    numbers: dict[str, int]

    def url(self, body: str, page: str = "") -> str:
        """Where a text is read."""
        return f"{self.program.home}/outbox/{self.numbers[body]}{page}"

    def comes_to(self, page: Page, body: str, state: str) -> None:
        """Wait until the chore moved a text there, and look again."""
        assert page.evaluate(STANDS, [self.url(body, "/state"), state, TRIES]), f"it never was {state}"
        page.goto(self.url(body))

    def taken(self, body: str) -> list[bytes]:
        """The mails with these words that the server took."""
        return [mail.raw for mail in self.told.taken if parse(mail.raw).text.strip() == body]


@pytest.fixture(scope="module")
def post(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    """One program for every walk: each has a text of its own, and the clock only goes on."""
    place, told = tmp_path_factory.mktemp("outbox"), Told()
    folder, ahead = Path(shutil.copytree(sample_record, place / "data")), Ahead(place / "ahead")
    bodies = [HOT, PLAIN, REFUSED, UNSURE, UNSCRIPTED]
    with running() as dovecot, mail_server(told) as port:
        account = account_at(port, dovecot.port)
        email, numbers = prepare(folder, bodies, account=account, secret=SECRET)
        program = started(folder, begun_by=[sys.executable, "-m", "tests.browser.ahead"], more=ahead.told)
        yield Post(program, told, dovecot, ahead, email, dict(zip(bodies, numbers, strict=True)))
        program.kill()


def heading(page: Page, words: str) -> None:
    """What the page says first."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def press(page: Page, name: str) -> None:
    """Press the button of exactly this name."""
    page.get_by_role("button", name=name, exact=True).click()


def no_barrier(page: Page, path: str) -> None:
    """Nothing on this page keeps anyone out, on any screen, in either theme."""
    seen = look_over(page, path, 200)
    assert (seen.axe, seen.sideways, seen.facts["headings"]) == ([], False, 1)
    assert seen.facts["filled"] <= 1


def test_a_hot_text_rests_is_read_again_stopped_and_sent_after_all(post: Post, open_page: Open) -> None:
    page = open_page(post.program, "/outbox")
    no_barrier(page, "the outbox")
    page.goto(post.url(HOT))
    no_barrier(page, "a draft")
    press(page, "Go on")
    expect(page.get_by_role("heading", name="One phrase reads hot")).to_be_visible()
    expect(page.get_by_role("button", name="Send")).to_have_count(0)
    no_barrier(page, "review of a hot one")
    page.get_by_role("link", name="Show me a calmer version").click()
    no_barrier(page, "the calmer version")
    page.get_by_role("link", name="Keep mine").click()

    press(page, "Let it wait")
    heading(page, "It rests until tomorrow, 9:00")
    expect(page.get_by_role("button", name="Send")).to_have_count(0)
    no_barrier(page, "resting")
    post.ahead.later(hours=24)
    post.comes_to(page, HOT, "ready")
    press(page, "Go on")
    expect(page.get_by_text("It has rested")).to_be_visible()
    no_barrier(page, "review of one that rested")

    press(page, "Send in thirty seconds")
    expect(page.get_by_role("timer")).to_contain_text("seconds")
    no_barrier(page, "the last seconds")
    press(page, "Stop it")
    heading(page, "Stopped")
    no_barrier(page, "stopped")
    post.ahead.later(minutes=2)

    press(page, "Take it up again")
    press(page, "Let it wait")
    post.ahead.later(hours=24)
    post.comes_to(page, HOT, "ready")
    press(page, "Go on")
    assert post.taken(HOT) == []
    press(page, "Send in thirty seconds")
    post.ahead.later(minutes=2)
    post.comes_to(page, HOT, "sent")
    heading(page, "Sent")
    expect(page.get_by_text("The mail server took it.")).to_be_visible()
    no_barrier(page, "sent")

    assert [mail.recipients for mail in post.told.taken] == [[post.email]]
    assert len(post.taken(HOT)) == 1


def test_a_scheduled_text_is_stopped_and_never_leaves(post: Post, open_page: Open) -> None:
    page = open_page(post.program, f"/outbox/{post.numbers[PLAIN]}/review")
    no_barrier(page, "review of a cool one")
    hour = page.get_by_label("Leaves at").input_value()
    press(page, "Send")
    heading(page, "Leaves")
    no_barrier(page, "scheduled")

    press(page, "Stop it")
    post.ahead.until(hour)
    page.goto(f"{post.program.home}/outbox")
    expect(page.get_by_text("Stopped. It did not leave.").first).to_be_visible()

    post.comes_to(page, PLAIN, "cancelled")
    assert post.taken(PLAIN) == []


def test_a_refused_text_says_why_in_plain_words_and_is_tried_again(post: Post, open_page: Open) -> None:
    page = open_page(post.program, f"/outbox/{post.numbers[REFUSED]}/review")
    post.told.answers["rcpt"] = "550 5.1.1 <x>: Recipient address rejected: User unknown in virtual mailbox table"
    hour = page.get_by_label("Leaves at").input_value()
    press(page, "Send")
    post.ahead.until(hour)
    post.comes_to(page, REFUSED, "failed")

    heading(page, "It did not leave")
    expect(page.get_by_text("There is no mailbox of this name there.")).to_be_visible()
    no_barrier(page, "failed")
    post.told.answers.clear()
    press(page, "Try again")
    hour = page.get_by_label("Leaves at").input_value()
    press(page, "Send")
    post.ahead.until(hour)
    post.comes_to(page, REFUSED, "sent")

    assert len(post.taken(REFUSED)) == 1


def test_an_unsure_text_is_found_in_the_sent_folder_and_not_sent_twice(post: Post, open_page: Open) -> None:
    page = open_page(post.program, f"/outbox/{post.numbers[UNSURE]}/review")
    post.told.drops.add("dot")  # taken, and the line broke before the server could say so
    hour = page.get_by_label("Leaves at").input_value()
    press(page, "Send")
    post.ahead.until(hour)
    post.comes_to(page, UNSURE, "unknown")
    post.told.drops.clear()

    heading(page, "We don’t know whether it arrived")
    no_barrier(page, "unknown")
    [raw] = post.taken(UNSURE)
    post.dovecot.deliver([raw], folder="Sent")
    post.ahead.later(minutes=11)
    post.comes_to(page, UNSURE, "sent")

    heading(page, "Sent")
    assert len(post.taken(UNSURE)) == 1


def test_it_all_works_without_javascript(post: Post, open_page: Open) -> None:
    page = open_page(post.program, f"/outbox/{post.numbers[UNSCRIPTED]}", java_script_enabled=False)

    page.get_by_label("The text").fill(UNSCRIPTED.replace("talk", "long talk"))
    press(page, "Go on")
    expect(page.get_by_role("article")).to_contain_text("the long talk about")
    hour = page.get_by_label("Leaves at").input_value()
    press(page, "Send")
    post.ahead.until(hour)
    post.ahead.later(minutes=-2)  # a minute before it leaves
    page.reload()
    expect(page.get_by_role("link", name="Look again")).to_be_visible()
    press(page, "Stop it")

    heading(page, "Stopped")


def test_without_an_account_a_text_is_taken_along(sample_record: Path, tmp_path: Path, open_page: Open) -> None:
    folder = Path(shutil.copytree(sample_record, tmp_path / "data"))
    email, [number] = prepare(folder, [PLAIN])
    program = started(folder)
    page = open_page(program, f"/outbox/{number}/review", permissions=["clipboard-read", "clipboard-write"])

    expect(page.get_by_role("button", name="Send")).to_have_count(0)
    no_barrier(page, "no account")
    with page.expect_download() as saved:
        press(page, "Save as a mail file")
    message = parse(saved.value.path().read_bytes())
    mail_program = page.get_by_role("link", name="Open in my mail program").get_attribute("href") or ""
    press(page, "Copy the text")
    expect(page.get_by_role("button", name="Copied")).to_be_visible()

    assert ([to.email for to in message.to], message.text.strip()) == ([email], PLAIN)
    assert mail_program.startswith(f"mailto:{email}?") and "lighthouse" in mail_program
    assert page.evaluate("navigator.clipboard.readText()") == PLAIN
    program.kill()
