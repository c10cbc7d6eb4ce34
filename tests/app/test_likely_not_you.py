"""What a no can tell, from this record alone: counts, their own words, and what cannot be known."""

import re
from dataclasses import replace

import pytest
from django.template.loader import render_to_string
from django.utils.html import escape

from highroad.app.actions.by_hand import Told, new_application
from highroad.app.models import HeardRow, MessageRow
from highroad.app.queries.likely_not_you import likely
from highroad.applications.fact import facts
from highroad.events.event import Kind
from tests.app.mails import mail
from tests.app.noes import confirmed, final_no, light_no, text_of
from tests.app.numbers import numbers_without_source
from tests.app.test_forecast import sent
from tests.cast import EMPLOYER, NOW, ROLE, SAM

pytestmark = pytest.mark.django_db
FOLDED = '<details class="why"><summary>Show what they wrote</summary>'
BECAUSE = (
    "Dear Ana,\n\nThank you for your interest in the {role} position at {employer}. Unfortunately, we have decided not "
    "to move forward, because the position has been filled by an internal candidate.\n\n{sign}"
)


def test_how_far_it_went_is_counted_among_the_users_own(client, ana):
    light_no(ana)

    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you"))

    assert "You got to the final round, your talk number 2. Of your 2 applications, 1 went that far." in page
    assert "<b>2</b> applied" in page
    assert "<b>1</b> final round, this one" in page


def test_tests_are_counted_as_in_every_picture(client, ana):
    final = final_no(ana)
    for kind in (Kind.ASSESSMENT, Kind.ASSESSMENT, Kind.TALK):
        new_application(ana, Told(kind, NOW.date(), employer=f"Tallowby {kind}"), now=NOW)
    new_application(ana, Told(Kind.ASSESSMENT, NOW.date(), employer="Bryn Design"), now=NOW)

    pages = [text_of(client.get(page)) for page in (f"/no/{final}/likely-not-you", "/picture")]

    counted = [re.findall(r"<b>(\d+)</b> (tests?|interviews?)<", page) for page in pages]
    assert counted[0] == counted[1]
    assert counted[0][0] == ("2", "tests")


def test_in_law_the_strip_names_stages_as_law_does(client, ana):
    light_no(ana)
    final = final_no(ana)
    ana.field, ana.country = "law", "US"
    ana.save()

    pages = [text_of(client.get(page)) for page in (f"/no/{final}/likely-not-you", "/picture")]

    for page in pages:
        strip = page.partition('<ol class="strip"')[2].partition("</ol>")[0]
        assert "callback" in strip
        assert " interview" not in strip


def test_a_stage_nobody_stopped_at_and_this_one_never_had_is_left_out(ana):
    light_no(ana)

    stages = [one.stage for one in likely(ana, final_no(ana), now=NOW).stages]

    assert stages == ["applied", "interview", "final"]


def test_the_timeline_of_this_one_stands_beside_the_strip_in_order_of_its_days(client, ana):
    light_no(ana)

    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you"))

    strip, timeline = page.index('<ol class="strip"'), page.index('<ol class="road">')
    road = page[timeline:].partition("</ol>")[0]
    assert strip < timeline < page.index("What could lie behind it")
    assert re.findall(r'<li class="(\w+)"><time datetime="([\d-]+)">[^<]*</time>([^<]*)</li>', road) == [
        ("done", "2026-10-14", "They have your application"),
        ("done", "2026-10-24", "Invited to talk, interview"),
        ("done", "2026-10-27", "You said thank you"),
        ("done", "2026-11-03", "Invited to talk, final round"),
        ("end", "2026-11-23", "A no"),
    ]


def test_a_reason_is_quoted_once_the_user_opens_it(client, ana):
    event_id = confirmed(ana, [mail(BECAUSE, day=1)])

    page = text_of(client.get(f"/no/{event_id}/likely-not-you"))

    assert "They say" in page
    assert re.search(f"{FOLDED}<blockquote>[^<]*internal candidate[^<]*</blockquote></details>", page)


@pytest.mark.parametrize("page", ["likely-not-you", "likely-not-you/wrong", "likely-not-you/qualified"])
def test_no_sentence_of_a_no_stands_open_on_step_four(client, ana, page):
    event_id = confirmed(ana, [mail(BECAUSE, day=1)])

    shown = text_of(client.get(f"/no/{event_id}/{page}"))

    open_to_all = re.sub(r"<details class=\"(why|fold)[^>]*>.*?</details>", "", shown)
    assert "internal candidate" not in re.sub("<[^>]*>", "", open_to_all)
    assert "Unfortunately" not in open_to_all


def test_no_reason_is_no_reason_about_the_user(client, ana):
    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you"))

    assert "A reason left out is not a reason about you." in page
    assert "It may be something you can work on." in page


def test_no_number_stands_there_that_is_not_a_count_of_ones_own(client, ana):
    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you"))

    assert "%" not in re.sub(r"<[^>]+>", " ", page)
    assert numbers_without_source(page, every=True) == []
    assert SAM.name not in page.partition("<main")[2]


def test_rates_have_a_range_and_stand_there_from_ten_applications_on(client, ana):
    event_id = final_no(ana)
    before = text_of(client.get(f"/no/{event_id}/likely-not-you"))
    for one in range(9):
        new_application(ana, Told(Kind.APPLIED, NOW.date(), employer=f"Firm {one}"), now=NOW)

    after = text_of(client.get(f"/no/{event_id}/likely-not-you"))

    assert "went on from each stage" not in before
    assert "<td>1 of 10</td><td>5 to 30</td>" in after


def test_what_they_said_on_the_phone_can_be_added_and_taken_out(client, ana):
    event_id = final_no(ana)
    page = f"/no/{event_id}/likely-not-you"

    client.post(f"{page}/heard", {"reason": "internal", "text": "Sam told me on the phone."})

    shown = text_of(client.get(page))
    assert "You heard that it went to someone who already works there." in shown
    assert "<blockquote>Sam told me on the phone.</blockquote>" in shown
    client.post(f"{page}/heard", {"forget": "yes"})
    assert "on the phone" not in text_of(client.get(page))


def test_adding_nothing_is_answered_with_a_sentence(client, ana):
    event_id = final_no(ana)

    answer = client.post(f"/no/{event_id}/likely-not-you/heard", {"reason": "", "text": " "}, follow=True)

    assert "Choose what comes closest" in text_of(answer)
    assert not HeardRow.objects.exists()


def test_an_opening_that_was_listed_again_is_a_sign(client, ana):
    event_id = final_no(ana)
    later = MessageRow.objects.filter(owner=ana).first()
    text = f"New for you\n{ROLE} - {EMPLOYER}, Lisbon\nBaker - Brightmoor"
    MessageRow.objects.create(owner=ana, key="alert", event_id="alert", sent_at=NOW, message={"text": text},
                              reading={"kind": "alert"}, reader_version=later.reader_version)  # fmt: skip

    page = text_of(client.get(f"/no/{event_id}/likely-not-you"))

    assert "The opening was in a list again afterwards." in page
    assert f"<blockquote>{ROLE} - {EMPLOYER}, Lisbon</blockquote>" in page


def test_chance_among_equals_is_dots_in_a_hundred_with_its_source(client, ana):
    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you/chance"))

    assert "they would have picked the same person 38 times in 100" in page
    assert page.count('class="yes" cx') == 38 + 1  # and one in the key
    assert page.count('class="rest" cx') == 62 + 1
    assert "Huffcutt" in page
    assert numbers_without_source(page, every=True) == []


@pytest.mark.parametrize(("count", "same"), [("2", 65), ("3", 51), ("5", 38), ("8", 29), ("9", 38), ("x", 38)])
def test_the_user_says_how_many_finalists_there_were(client, ana, count, same):
    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you/chance", {"of": count}))

    assert f"the same person {same} times in 100" in page


def test_a_no_at_the_first_look_is_shown_beside_other_peoples(client, ana):
    page = text_of(client.get(f"/no/{light_no(ana)}/likely-not-you/chance"))

    assert "How many get past the first look" in page
    assert "3 led to an interview" in page
    assert "CareerPlug" in page


def test_what_nobody_has_read_is_not_shown(client, ana, monkeypatch):
    event_id = final_no(ana)
    unread = {name: replace(fact, opened=False) for name, fact in facts().items()}
    monkeypatch.setattr("highroad.applications.fact.facts", lambda: unread)

    page = text_of(client.get(f"/no/{event_id}/likely-not-you/chance"))

    assert "So we show none." in page
    assert "<circle" not in page


@pytest.mark.parametrize(("count", "best", "free"), [("2", 64, 56), ("5", 37, 27), ("8", 28, 19)])
def test_how_often_the_best_is_found_waits_until_its_source_was_read(client, ana, monkeypatch, count, best, free):
    page = f"/no/{final_no(ana)}/likely-not-you/chance"
    before = text_of(client.get(page, {"of": count}))
    read = {name: replace(fact, opened=True) for name, fact in facts().items()}
    monkeypatch.setattr("highroad.applications.fact.facts", lambda: read)

    after = text_of(client.get(page, {"of": count}))

    assert "Had one of you been the best" not in before and "A free talk" not in before and "Sackett" not in before
    assert f"a structured interview would have found that one {best} times in 100." in after
    assert f"A free talk, without set questions, would have found that one {free} times in 100." in after
    assert after.count('<summary class="source">Sackett 2022, international, grade A<') == 2
    assert numbers_without_source(after, every=True) == []


def test_a_source_tells_when_opened_with_what_care_its_figure_is_to_be_read(client, ana):
    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you/chance"))

    chip = page.partition('<summary class="source">')[2].partition("</details>")[0]
    assert chip.startswith("Huffcutt 2013, international, grade A<")
    assert "Selection and Assessment 21(3), 2013. Grade A: research, or official figures. With care: " in chip
    assert f"With care: {facts()['agreement.separate'].caveat}.</p>" in chip


@pytest.mark.parametrize("name", facts())
def test_every_figure_has_its_care_in_its_source(name):
    fact = facts()[name]

    chip = render_to_string("parts/source.html", {"source": fact})

    assert fact.caveat.strip() and f"With care: {escape(fact.caveat)}." in chip
    assert f"{escape(fact.who)} {fact.year}, {escape(fact.country)}" in chip


@pytest.mark.parametrize("others", [0, 4, 59, 1999])
def test_the_page_is_true_and_kind_however_much_there_is(client, ana, others):
    event_id = final_no(ana)
    sent(ana, others)

    page = text_of(client.get(f"/no/{event_id}/likely-not-you"))

    words = re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).lower()
    assert numbers_without_source(page, every=True) == []
    assert not re.search(r"%|\bnever\b|\bfail|\bonly \d|!", words.replace("<!--", ""))
    assert ("it is the only application on record so far" in words) == (others == 0)
    assert (f"of your {others + 1} applications, 1 went that far" in words) == (others > 0)
