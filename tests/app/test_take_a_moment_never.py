"""What must never happen, as far as step one could make it happen: each rule by its number and name."""

import json
import logging

import pytest

from highroad.app.actions.backup import back_up
from highroad.app.actions.recoveries import say_how_hard
from highroad.app.actions.take_a_moment import add_comfort, guess, name_feelings
from highroad.app.actions.writing import keep, save
from highroad.app.models import MomentRow, OutgoingRow, WritingRow
from highroad.app.queries.exports import as_csv, as_json
from highroad.app.queries.search import search
from highroad.recovery.sting import Sting
from highroad.steps import words_of
from tests.app.everything import everything, routes
from tests.app.mails import bring, haldenfrey
from tests.app.noes import final_no, text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db

PAGES = ("", "/breathe", "/kind", "/tomorrow", "/write", "/check", "/rest")
CANARY = "marzipan-lighthouse-7731"


def pages_of(client, event_id):
    return {part: text_of(client.get(f"/no/{event_id}/take-a-moment{part}")) for part in PAGES}


def test_rule_4_and_1_nothing_of_this_step_makes_a_mail(client, ana):
    event_id = final_no(ana)

    client.post(f"/no/{event_id}/take-a-moment/write", {"text": "You have no idea", "about": "letter", "end": "keep"})

    assert not OutgoingRow.objects.exists()
    assert 'type="email"' not in text_of(client.get("/take-a-moment/write?about=letter"))


def test_rule_6_no_moment_is_opened_for_a_no_that_nobody_confirmed(client, ana):
    *_, event_id = bring(ana, *haldenfrey())

    answers = [client.get(f"/no/{event_id}/take-a-moment{part}") for part in PAGES]

    assert {answer.status_code for answer in answers} == {302}
    assert {answer.url for answer in answers} == {f"/read/{event_id}"}


def test_rule_7_no_title_or_address_names_the_employer_a_no_or_what_was_written(client, ana, caplog):
    caplog.set_level(logging.DEBUG)
    ids = everything(ana)
    client.post("/take-a-moment/write/save", {"text": CANARY, "page": "one"})
    saved = client.post("/take-a-moment/write", {"text": CANARY, "page": "one", "end": "keep"})

    pages = pages_of(client, ids["event_id"])
    titles = [page.partition("<title>")[2].partition("</title>")[0] for page in pages.values()]

    assert not any(word in title.lower() for title in titles for word in ("haldenfrey", "reject", "private words"))
    assert CANARY not in saved.url + caplog.text
    assert not any(CANARY in route.filled(ids) for route in routes())


def test_rule_9_private_words_are_in_no_search_export_or_copy_without_their_gate(ana, tmp_path):
    event_id = final_no(ana)
    name_feelings(ana, event_id, [CANARY], strength=None, now=NOW)
    add_comfort(ana, CANARY, now=NOW)
    keep(ana, save(ana, event_id, CANARY, page="one", about="free", now=NOW), now=NOW)

    plain = json.dumps(as_json(ana, now=NOW, with_private=False)) + as_csv(ana, now=NOW)

    assert search(ana, CANARY) == []
    assert CANARY not in plain
    assert json.dumps(as_json(ana, now=NOW, with_private=True)).count(CANARY) == 3


@pytest.mark.django_db(transaction=True)
def test_rule_9_a_copy_shows_no_private_word_of_this_step(ana, tmp_path):
    name_feelings(ana, None, [CANARY], strength=None, now=NOW)
    add_comfort(ana, CANARY, now=NOW)
    save(ana, None, CANARY, page="one", about="free", now=NOW)

    assert CANARY.encode() not in back_up(tmp_path / "copy.sqlite3", now=NOW).read_bytes()


def test_rule_12_and_16_nothing_is_a_score_a_streak_or_a_diagnosis(client, ana, time_machine):
    event_id = final_no(ana)
    guess(ana, event_id, tomorrow=8, week=5, now=NOW)
    time_machine.move_to(NOW.replace(day=NOW.day + 1))
    client.post(f"/no/{event_id}/take-a-moment/check", {"heavy": "3"})

    shown = " ".join(
        page.partition("<main")[2].partition("</main>")[0].lower() for page in pages_of(client, event_id).values()
    )
    words = ("score", "streak", "depress", "phq", "gad-7", "severity", "badge", "points", " of 10", "!")

    assert [word for word in words if word in shown.replace("<!", "")] == []


def test_rule_18_every_screen_has_its_skip_and_its_stop(client, ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.PUNCH, now=NOW)

    pages = pages_of(client, event_id)

    without = [part for part, page in pages.items() if "Stop here" not in page]
    assert without == ["/check"]  # nothing to look back on yet: a page with one way, back
    assert all(
        ">Skip<" in page or words_of("take_a_moment")["skip"] in page.replace("&#x27;", "'")
        for part, page in pages.items()
        if part != "/check"
    )


def test_rule_20_burning_is_the_one_delete_without_undo_and_says_so(client, ana):
    page = text_of(client.get("/take-a-moment/write"))

    assert "Burning leaves nothing" in page


def test_comfort_is_permission_and_no_remedy(client, ana):
    page = text_of(client.get("/take-a-moment/kind"))

    assert "ice cream is only ice cream. All of it is allowed." in page


def test_ones_own_comfort_joins_the_list_and_leaves_it(client, ana, bo):
    add_comfort(bo, "his own thing", now=NOW)
    client.post("/take-a-moment/kind", {"text": "a long bath"})
    listed = text_of(client.get("/take-a-moment/kind"))
    ids = [line.partition("/gone")[0].rpartition("/")[2] for line in listed.split("action=")[1:] if "/gone" in line]
    client.post(f"/kind/{ids[0]}/gone")

    assert "a long bath" in listed and "his own thing" not in listed
    assert "a long bath" not in text_of(client.get("/take-a-moment/kind")).partition("Yours")[2]


@pytest.mark.parametrize(("asked", "minutes"), [("", 3), ("?minutes=5", 5), ("?minutes=90", 3), ("?minutes=x", 3)])
def test_breathing_takes_three_to_five_minutes(client, ana, asked, minutes):
    assert f'data-minutes="{minutes}"' in text_of(client.get(f"/take-a-moment/breathe{asked}"))


def test_strength_goes_from_one_to_five_and_may_be_left_out(client, ana):
    for strength in ("5", "", "6"):
        client.post("/take-a-moment", {"feel": "sad", "strength": strength})

    assert sorted(MomentRow.objects.values_list("strength", flat=True), key=str) == [5, None]
    assert not WritingRow.objects.exists()
