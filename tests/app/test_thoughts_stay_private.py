"""What must never happen to a thought: it is in no search, export, log, title or address without its owner's word."""

import logging
import re

import pytest
from django.db import connection

from highroad.app.actions.dont_get_stuck import answer, catch, look_at
from highroad.app.actions.mantras import rate, say_both, write_own
from highroad.app.queries.exports import as_json
from highroad.steps.dont_get_stuck.thought import Screen
from tests.app.noes import final_no, text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db
CANARY = "zanzibar"
SCREENS = ["thought", "belief", "feelings", "hints", "for", "against", "friend", "fairer", "after"]
NEVER = ("!", "streak", "badge", "well done", "depress", "anxiety", "disorder", "diagnos", "phq", "gad-7", "score")


def filled(owner):
    """A record with the canary in every field that is typed, and a mantra with it in each half."""
    number = catch(owner, final_no(owner), f"{CANARY} never works.", belief=8, now=NOW)
    look_at(owner, number, speaks_for=CANARY, speaks_against=CANARY, to_a_friend=CANARY, fairer=f"{CANARY} once.")
    answer(owner, number, Screen.FEELINGS, ("sad", CANARY))
    name = write_own(owner, f"{CANARY} and on.", now=NOW)
    rate(owner, name, 5, now=NOW)
    say_both(owner, name, true_when=CANARY, not_when=CANARY)
    return number


def test_a_thought_is_in_no_search(client, ana):
    filled(ana)

    shown = text_of(client.post("/search", {"words": CANARY})).replace(f'value="{CANARY}"', "")

    assert f"{CANARY} never works" not in shown and "/thoughts/" not in shown


def test_a_thought_is_in_no_export_without_its_own_yes(ana):
    filled(ana)

    assert CANARY not in str(as_json(ana, now=NOW, with_private=False))
    assert CANARY in str(as_json(ana, now=NOW, with_private=True))


def test_a_thought_is_in_no_log(client, ana, caplog):
    number = filled(ana)
    caplog.set_level(logging.DEBUG)

    client.post(f"/thoughts/{number}/fairer", {"said": CANARY})
    client.post(f"/thoughts/{number}/nowhere", {"said": CANARY})

    assert CANARY not in caplog.text


def test_a_thought_is_in_no_title_and_no_address(client, ana):
    number = filled(ana)

    for page in [f"/thoughts/{number}", *(f"/thoughts/{number}/{screen}" for screen in SCREENS), "/thoughts"]:
        shown = text_of(client.get(page, follow=True))
        assert CANARY not in shown.partition("<title>")[2].partition("</title>")[0]
        assert not [link for link in shown.split('href="')[1:] if CANARY in link.partition('"')[0]]


def test_a_thought_lies_sealed_in_the_record(ana):
    filled(ana)

    with connection.cursor() as cursor:
        rows = [
            str(row)
            for table in ("highroad_thoughtrow", "highroad_mantrarow", "highroad_deedrow")
            for row in cursor.execute(f"SELECT * FROM {table}").fetchall()
        ]

    assert len(rows) >= 4
    assert [row for row in rows if CANARY in row] == []


def test_no_screen_cheers_scores_or_names_an_illness(client, ana):
    number = filled(ana)
    pages = [f"/thoughts/{number}", *(f"/thoughts/{number}/{screen}" for screen in SCREENS)]
    pages += ["/thoughts", "/thoughts/new", "/thoughts/week", "/thoughts/hints", "/mantras", "/stories", "/strengths"]

    for page in pages:
        words = text_of(client.get(page, follow=True)).partition("<main")[2].lower().replace("<!--", "")
        assert [word for word in NEVER if word in words] == [], page


def test_every_screen_can_be_skipped_and_left_and_nothing_times_out(client, ana):
    number = filled(ana)

    for screen in SCREENS:
        shown = text_of(client.get(f"/thoughts/{number}/{screen}", follow=True)).rpartition('class="ways-out"')[2]
        assert 'value="skip">Skip</button>' in shown and 'value="stop">Stop here</button>' in shown, screen


def test_the_way_to_help_stands_on_every_screen(client, ana):
    number = filled(ana)

    for screen in SCREENS:
        assert '<a href="/help">Get help now</a>' in text_of(client.get(f"/thoughts/{number}/{screen}", follow=True))


def test_a_hint_is_never_a_verdict(client, ana):
    number = catch(ana, None, "I will never get a job.", belief=8, now=NOW)

    shown = re.sub("<[^>]+>", " ", text_of(client.get(f"/thoughts/{number}/hints")))

    assert "Could this be" in shown and "It can be wrong." in shown and "Not this time" in shown
    assert "You are" not in shown and "distort" not in shown.lower()
