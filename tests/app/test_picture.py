"""/picture: the whole search drawn, with a table beside each picture, and employers unnamed."""

import re
from datetime import timedelta
from itertools import pairwise

import pytest

from highroad.app.actions import by_hand
from highroad.app.models import DeedRow
from highroad.app.pictures_flow import END, SLOT, TRUNK, flow_of
from highroad.app.queries.picture import LATEST, pictures
from highroad.events.event import Kind
from tests.app.noes import final_no, light_no, text_of
from tests.app.numbers import numbers_without_source
from tests.cast import NOW

pytestmark = pytest.mark.django_db
SEARCH = {
    "applied": {"open": 3, "rejected": 20, "quiet": 15},
    "assessment": {},
    "interview": {"rejected": 4, "withdrawn": 0},
    "offer": {"accepted": 1},
}


def test_every_application_flows_to_one_end():
    flow = flow_of(SEARCH)

    assert [(level.stage, level.count) for level in flow.levels] == [("applied", 43), ("interview", 5), ("offer", 1)]
    assert sum(ending.count for level in flow.levels for ending in level.endings) == 43


def test_the_trunk_loses_what_turned_off_and_nothing_else():
    flow = flow_of(SEARCH)

    for level, after in pairwise(flow.levels):
        assert level.onward == after.width == pytest.approx(TRUNK * after.count / 43, abs=0.1)
        assert level.end == after.y
    assert (flow.levels[0].width, flow.levels[-1].onward) == (TRUNK, 0)


def test_no_words_touch_and_nothing_leaves_the_picture():
    flow = flow_of({"applied": dict.fromkeys("abcdefgh", 1), "offer": {"a": 500}})

    middles = [ending.y for level in flow.levels for ending in level.endings]
    assert all(after - before >= SLOT for before, after in pairwise(middles))
    assert min(middles) > 0 and max(middles) < flow.height
    assert flow.levels[0].width == TRUNK and END > TRUNK


def test_no_application_is_no_flow():
    assert (flow_of({}).levels, flow_of({}).height) == ((), 0)


def test_every_picture_has_a_title_a_description_and_a_table(client, ana):
    final_no(ana)
    light_no(ana)
    DeedRow.objects.create(owner=ana, kind="writing", at=NOW)

    page = text_of(client.get("/picture"))

    assert page.count("Read as a table") == page.count('role="img"') == 3
    assert re.findall(r'data-keep="(\w+)" data-as="svg"', page) == ["flow", "timeline", "effort"]
    assert all(f'<svg class="{one}" id="{one}"' in page or f'<svg id="{one}"' in page for one in ("flow", "effort"))
    for ids in re.findall(r'role="img" aria-labelledby="(\S+) (\S+)"', page):
        assert all(f'id="{one}"' in page for one in ids)
    assert "2 applied, of them here: 1 a no. 1 final round, of them here: 1 a no." in page
    assert re.findall(r'<p class="source own">([^<]+)</p>', page) == [
        *["Your own record: 2 applications, until 23 November 2026"] * 3,
        "Your own record, until 23 November 2026",
    ]
    assert numbers_without_source(page, every=True) == []


def test_the_strip_of_stages_is_a_list_with_a_heading_that_names_it(client, ana):
    light_no(ana)
    final = final_no(ana)

    for path, words in (
        ("/picture", "How far they went"),
        (f"/no/{final}/likely-not-you", "How far all of yours went"),
    ):
        page = text_of(client.get(path))
        named_by = re.search(r'<ol class="strip" aria-labelledby="([\w-]+)">', page)[1]
        assert re.findall(rf'<(\w+) id="{named_by}">([^<]+)<', page) == [("h2", words)]


def test_no_test_is_drawn_where_none_took_place(client, ana):
    interviewed = by_hand.new_application(ana, told(Kind.APPLIED, "Tallowby"), told(Kind.TALK), now=NOW)[0]
    without = text_of(client.get("/picture"))

    by_hand.new_application(ana, told(Kind.APPLIED, "Bryn Design"), told(Kind.ASSESSMENT), now=NOW)
    one = text_of(client.get("/picture"))
    by_hand.add_event(ana, interviewed, told(Kind.ASSESSMENT), now=NOW)

    assert "<b>1</b> interview" in without and "</b> test" not in without
    assert "<b>1</b> test<" in one and " 1 test, of them here: 1 open." in one
    assert "<b>2</b> tests<" in text_of(client.get("/picture"))


def test_a_talk_that_is_still_to_come_is_no_interview_in_any_picture(client, ana):
    invited = by_hand.new_application(ana, told(Kind.APPLIED, "Tallowby"), told(Kind.INTERVIEW), now=NOW)[0]
    before = text_of(client.get("/picture"))

    by_hand.add_event(ana, invited, told(Kind.TALK), now=NOW)
    after = text_of(client.get("/picture"))

    assert "interview</" not in before and "1 applied, of them here: 1 open." in before
    assert "One invitation to talk is open. It counts here once the talk took place." in before
    assert "<b>1</b> interview" in after and "1 interview, of them here: 1 open." in after
    assert "invitation to talk is open" not in after


def told(kind: Kind, employer: str = "") -> by_hand.Told:
    """Something of yesterday."""
    return by_hand.Told(kind, (NOW - timedelta(days=1)).date(), employer=employer)


def test_employers_are_unnamed_until_their_names_are_asked_for(client, ana):
    final_no(ana)

    unnamed, named = (text_of(client.get(f"/picture{asked}")) for asked in ("", "?employers=named"))

    assert "Haldenfrey" not in unnamed and "Employer 1" in unnamed
    assert "Haldenfrey" in named


def test_two_tries_at_one_employer_have_one_number(ana):
    for days_ago, employer in ((9, "Tallowby"), (6, "Bryn Design"), (3, "Tallowby")):
        applied(ana, employer, days_ago=days_ago)

    timeline = pictures(ana, now=NOW, named=False).timeline

    assert [line.number for line in timeline.lines] == [1, 2, 1]


def test_a_line_runs_from_the_day_it_was_sent_to_today_while_it_is_open(ana):
    applied(ana, "Tallowby", days_ago=10)
    applied(ana, "Bryn Design", days_ago=5)

    first, second = pictures(ana, now=NOW, named=True).timeline.lines

    assert (first.employer, first.last, second.last) == ("Tallowby", NOW.date(), NOW.date())
    assert first.x1 < second.x1 < first.x2 == second.x2


def test_the_timeline_shows_the_latest_only(ana):
    for ago in range(LATEST + 3):
        applied(ana, f"Employer {ago}", days_ago=ago)

    shown = [line.employer for line in pictures(ana, now=NOW, named=True).timeline.lines]

    assert len(shown) == LATEST and shown[-1] == "Employer 0" and f"Employer {LATEST}" not in shown


def test_an_empty_record_says_what_to_do(client):
    page = text_of(client.get("/picture"))

    assert "There is nothing to draw yet." in page and "<figure" not in page


def test_applications_without_a_day_make_no_timeline(client, ana):
    by_hand.new_application(ana, by_hand.Told(Kind.APPLIED, None, employer="Tallowby"), now=NOW)

    page = text_of(client.get("/picture"))

    assert "When each was open" not in page and "Where they went" in page


def test_bo_is_drawn_nothing_of_it(ana, bo):
    final_no(ana)

    found = pictures(bo, now=NOW, named=True)

    assert (found.total, found.timeline, found.flow.levels, found.effort.calendar.active) == (0, None, (), 0)


def applied(owner, employer: str, *, days_ago: int) -> None:
    told = by_hand.Told(Kind.APPLIED, NOW.date() - timedelta(days=days_ago), employer=employer)
    by_hand.new_application(owner, told, now=NOW)


def test_a_timeline_of_the_latest_says_that_it_is_one(client, ana):
    for number in range(LATEST):
        by_hand.new_application(ana, told(Kind.APPLIED, f"Firm {number}"), now=NOW)
    whole = text_of(client.get("/picture"))

    by_hand.new_application(ana, told(Kind.APPLIED, "One more"), now=NOW)

    assert "with a day, of" not in whole
    assert f"The latest {LATEST} with a day, of {LATEST + 1}." in text_of(client.get("/picture"))


def test_a_timeline_of_one_day_names_it_once(client, ana):
    by_hand.new_application(ana, by_hand.Told(Kind.APPLIED, NOW.date(), employer="Tallowby"), now=NOW)

    page = text_of(client.get("/picture"))

    assert "1 line, from" in page
    assert page.count(f">{NOW.day} {NOW:%b}</text>") == 1
