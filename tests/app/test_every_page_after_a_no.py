"""What holds on every page that follows a no: whose it is, what it is called, and that one can leave."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from highroad.app.actions import writing
from highroad.app.actions.ask_for_feedback import asked, keep_answer, work_on
from highroad.app.actions.dont_get_stuck import catch, look_at
from highroad.app.actions.mantras import write_own
from highroad.app.actions.recoveries import say_how_hard
from highroad.app.models import DeedRow, RecoveryRow, StepRow, WritingRow
from highroad.mail.message import Address
from highroad.recovery.sting import Sting
from tests.app.mails import REFUSED as NO
from tests.app.mails import brightmoor, bring, mail
from tests.app.noes import confirmed, final_no, text_of
from tests.cast import EMPLOYER, NOW

pytestmark = pytest.mark.django_db

STEPS = ["take-a-moment", "ask-for-feedback", "dont-burn-bridges", "likely-not-you", "dont-get-stuck", "keep-going"]
SCREENS = [
    "take-a-moment/breathe",
    "take-a-moment/tomorrow",
    "take-a-moment/kind",
    "take-a-moment/write",
    "take-a-moment/rest",
    "ask-for-feedback/1",
    "dont-burn-bridges/reply",
    "dont-burn-bridges/thank/1",
    "keep-going?size=five",
    "keep-going?size=half_hour",
]
OF_THE_NO = ["", "sting", "read", *STEPS, *SCREENS]
CHANGES = [
    "sting",
    "not-a-no",
    "likely-not-you",
    "keep-going",
    "dont-get-stuck",
    "dont-burn-bridges/unfair",
    "ask-for-feedback/1",
    "ask-for-feedback/1/save",
    "ask-for-feedback/1/asked",
    "take-a-moment",
    "take-a-moment/breathe",
    "take-a-moment/tomorrow",
    "take-a-moment/write",
    "take-a-moment/write/save",
    "take-a-moment/rest",
    *(f"{step}/skip" for step in STEPS),
]
ALONE = ["/no/new", "/no/batch", "/letters", "/feedback", "/actions", "/thoughts", "/mantras", "/practice", "/help"]
ALONE += ["/stories", "/strengths"]
ALONE += ["/take-a-moment", "/thoughts/new", "/actions/new", "/keep-going", "/keep-going?size=five"]
TYPED = {"text": "x", "thought": "x", "tomorrow": "3", "feel": "sad", "deed": "plan:1", "body": "x", "until": "now"}


def page_of(event_id, page):
    return f"/no/{event_id}/{page}".rstrip("/")


def test_bo_s_no_is_nowhere_to_be_found(client, ana, bo):
    event_id = final_no(bo)

    shown = [client.get(page_of(event_id, page)).status_code for page in OF_THE_NO]
    changed = [client.post(page_of(event_id, page), TYPED).status_code for page in CHANGES]

    assert {*shown, *changed} == {404}
    assert not RecoveryRow.objects.exists() and not DeedRow.objects.exists()


def test_bo_s_rows_are_nowhere_to_be_found(client, ana, bo):
    event_id = final_no(bo)
    feedback = asked(bo, event_id, 1, now=NOW)
    keep_answer(bo, feedback.pk, "Be louder.", now=NOW)
    action = work_on(bo, "being louder", first_step="", review_on=None, now=NOW)
    thought = catch(bo, event_id, "I am too quiet.", belief=5, now=NOW)
    letter = writing.save(bo, None, "So quiet", about="free", page="a page", now=NOW)
    mantra = write_own(bo, "Quiet is fine.", now=NOW)

    pages = [f"/feedback/{feedback.pk}", f"/feedback/{feedback.pk}/work-on/1", f"/thoughts/{thought}/thought"]
    pages += [f"/letters/{letter}", f"/mantras/{mantra}"]
    changes = [*pages, f"/actions/{action.pk}/done", f"/thoughts/{thought}/fairer", f"/thoughts/{thought}/fairer/save"]
    changes += [f"/thoughts/{thought}/let-go"]
    answers = [client.get(page).status_code for page in pages]
    answers += [client.post(page, {"belief": "3", "answer": "x", "text": "x"}).status_code for page in changes]

    assert set(answers) == {404}


def test_a_save_cannot_reach_bo_s_letter(client, ana, bo):
    letter = writing.save(bo, None, "So quiet", about="free", page="a page", now=NOW)

    client.post("/take-a-moment/write/save", {"text": "mine", "page": "a page"})

    assert WritingRow.objects.get(pk=letter).text == "So quiet"
    assert WritingRow.objects.get(owner=ana).text == "mine"


def test_lists_hold_nothing_of_bo_s(client, ana, bo):
    event_id = final_no(bo)
    bring(bo, *brightmoor())
    asked(bo, event_id, 1, now=NOW)
    work_on(bo, "being louder", first_step="", review_on=None, now=NOW)
    catch(bo, event_id, "I am too quiet.", belief=5, now=NOW)
    writing.keep(bo, writing.save(bo, None, "So quiet", about="free", page="a page", now=NOW), now=NOW)

    pages = " ".join(text_of(client.get(page)) for page in ALONE)

    for secret in ("Sam Reyes", "being louder", "too quiet", "Brightmoor", "Eli Brandt", "/letters/"):
        assert secret not in pages


def test_no_title_and_no_address_names_the_employer_or_the_no(client, ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.HARD, now=NOW)

    for page in OF_THE_NO:
        shown = text_of(client.get(page_of(event_id, page)))
        title = shown.partition("<title>")[2].partition("</title>")[0].lower()

        assert title.endswith("· high road")
        assert EMPLOYER.lower() not in title and "reject" not in title and "sam" not in title
        assert not [link for link in links_in(shown) if EMPLOYER.lower() in link.lower()]


def test_every_screen_can_be_skipped_and_left(client, ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.HARD, now=NOW)

    for page in [*STEPS, *SCREENS, "sting"]:
        ways_out = text_of(client.get(page_of(event_id, page))).rpartition('class="ways-out"')[2]

        assert "Skip" in ways_out or "I&#39;m all right" in ways_out or "I'm all right" in ways_out, page
        assert '<a class="button bare" href="/">Stop here</a>' in ways_out, page


@pytest.mark.parametrize("step", STEPS)
def test_each_step_can_be_skipped(client, ana, step):
    event_id = final_no(ana)

    answer = client.post(page_of(event_id, f"{step}/skip"))

    assert answer.url == f"/no/{event_id}"
    assert StepRow.objects.get().step == step.replace("-", "_")


def test_no_page_has_two_filled_buttons(client, ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.HARD, now=NOW)
    thought = catch(ana, event_id, "I am too quiet.", belief=5, now=NOW)
    look_at(ana, thought, speaks_for="", speaks_against="", to_a_friend="Not to me.", fairer="")

    for page in [*(page_of(event_id, page) for page in OF_THE_NO), *ALONE, f"/thoughts/{thought}"]:
        shown = text_of(client.get(page))

        assert shown.count('class="button"') <= 1, page
        assert shown.count("<h1") == 1, page


def test_nothing_counts_streaks_or_cheers(client, ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.HARD, now=NOW)

    for page in [*(page_of(event_id, page) for page in OF_THE_NO), *ALONE]:
        words = text_of(client.get(page)).partition("<main")[2].lower().replace("<!--", "")

        assert not [word for word in ("streak", "badge", "points", "in a row", "well done", "!") if word in words], page


def test_pages_ask_the_database_little_however_long_the_record(client, ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.HARD, now=NOW)
    before = {page: questions(client, page_of(event_id, page)) for page in OF_THE_NO if page != "read"}
    before |= {page: questions(client, page) for page in ALONE}
    for day in range(4):
        sender = Address("Careers", f"careers@firm{day}.example")
        confirmed(ana, [mail(NO, day=5 + day, sender=sender, employer=f"Firm {day}")])
        work_on(ana, f"thing {day}", first_step="", review_on=None, now=NOW)
        catch(ana, event_id, f"thought {day}", belief=5, now=NOW)
        writing.save(ana, None, f"letter {day}", about="free", page=f"page {day}", now=NOW)

    after = {page: questions(client, page_of(event_id, page)) for page in OF_THE_NO if page != "read"}
    after |= {page: questions(client, page) for page in ALONE}

    assert after == before
    assert max(after.values()) <= 8


def questions(client, page):
    with CaptureQueriesContext(connection) as asked:
        client.get(page)
    return len(asked)


def links_in(page):
    return [part.partition('"')[0] for part in page.split('href="')[1:] if not part.startswith("mailto:")]
