"""What each hiring system publishes is read into the same postings, whatever else stands in it."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from highroad.steps.keep_going.openings.feed import System
from highroad.steps.keep_going.openings.systems import NotThisFormat, read_feed

SAID = Path(__file__).parents[2] / "servers" / "boards_said"
FILES = {System(path.stem): path.read_text(encoding="utf-8") for path in sorted(SAID.iterdir())}
ADDRESS = "https://haldenfrey.jobs.personio.de/xml?language=en"
ODD = [None, True, 7, -1.5, "words", [], {}, [[]], {"id": {}}, "\ud800", "a\0b", 10**40]
LISTS = {"greenhouse": "jobs", "lever": "", "ashby": "jobs", "workable": "jobs", "recruitee": "offers"}


@pytest.mark.parametrize("system", System)
def test_every_system_tells_the_same_opening(system):
    first = read_feed(system, FILES[system], address=ADDRESS).postings[0]

    assert first.role.startswith("Data Analyst")
    assert "Cork" in first.place
    assert first.posted_on == date(2026, 11, 20)
    assert "You look after the numbers" in first.text and "<" not in first.text
    assert first.url.startswith("https://") and first.number


@pytest.mark.parametrize("system", ["greenhouse", "recruitee", "page"])
def test_a_closing_date_is_read_where_there_is_one(system):
    assert read_feed(System(system), FILES[System(system)], address=ADDRESS).postings[0].closes_on == date(2026, 12, 4)


def test_html_written_as_text_is_read_as_words():
    assert "SQL & plain words" in read_feed(System.GREENHOUSE, FILES[System.GREENHOUSE], address="").postings[0].text


def test_a_posting_that_is_not_listed_is_not_shown():
    found = read_feed(System.ASHBY, FILES[System.ASHBY], address="")

    assert (len(found.postings), found.odd) == (1, 0)


@pytest.mark.parametrize("system", System)
@pytest.mark.parametrize(
    "text", ["", "{}", "[1", "null", "<html><body>Down for maintenance</body></html>", "[" * 99_999]
)
def test_what_is_not_this_format_is_said_to_be_none(system, text):
    with pytest.raises(NotThisFormat):
        read_feed(system, text, address=ADDRESS)


@pytest.mark.parametrize("system", System)
def test_half_a_feed_is_none(system):
    with pytest.raises(NotThisFormat):
        read_feed(system, FILES[system][: len(FILES[system]) // 2], address=ADDRESS)


@pytest.mark.parametrize("system", list(LISTS))
@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_an_odd_entry_or_field_costs_only_itself(system, odd):
    """Each field of the good entry is made odd in turn, and an odd entry is set before it."""
    whole = json.loads(FILES[System(system)])
    entries = whole[LISTS[system]] if LISTS[system] else whole
    good = entries[0]
    entries[1:] = [odd, *({**good, "id": f"n{at}", "shortcode": f"n{at}", name: odd} for at, name in enumerate(good))]

    found = read_feed(System(system), json.dumps(whole), address=ADDRESS)

    assert found.postings[0].role == "Data Analyst"
    assert len(found.postings) + found.odd == len([one for one in entries if is_shown(one)])
    assert len(found.postings) >= len(good) - 4
    for one in found.postings:
        one.text.encode()
        assert "\0" not in one.role + one.place + one.text


def is_shown(entry) -> bool:
    return not isinstance(entry, dict) or (
        entry.get("isListed") is not False and entry.get("status") in (None, "published")
    )


@pytest.mark.parametrize("system", [System.PERSONIO, System.TEAMTAILOR])
@pytest.mark.parametrize(
    "bomb",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        '<!doctype x [<!ENTITY a SYSTEM "https://inside.example/">]>',
    ],
    ids=["entities in entities", "a file", "an address"],
)
def test_xml_that_declares_entities_is_refused(system, bomb):
    first, _, rest = FILES[system].partition("?>")

    with pytest.raises(NotThisFormat):
        read_feed(system, f"{first}?>{bomb}{rest}", address=ADDRESS)


def test_a_link_that_is_no_web_address_is_left_out():
    whole = FILES[System.GREENHOUSE].replace(
        "https://boards.greenhouse.io/haldenfrey/jobs/4012345", "javascript:alert(1)"
    )

    assert read_feed(System.GREENHOUSE, whole, address="").postings[0].url == ""


def test_a_million_open_scripts_are_passed_in_one_go():
    page = "<script type=application/ld+json>" * 200_000 + FILES[System.PAGE]

    assert len(page) > 6_000_000
    with pytest.raises(NotThisFormat):
        read_feed(System.PAGE, page[:-400], address="")


@given(st.sampled_from(list(System)), st.text(max_size=400))
def test_no_text_breaks_a_reader(system, text):
    try:
        read_feed(system, text, address=ADDRESS)
    except NotThisFormat:
        return


@given(st.sampled_from(list(System)), st.data())
def test_no_damage_breaks_a_reader(system, data):
    whole = FILES[system]
    start, length = data.draw(st.integers(0, len(whole))), data.draw(st.integers(0, 60))
    damaged = whole[:start] + data.draw(st.text(max_size=20)) + whole[start + length :]
    try:
        read_feed(system, damaged, address=ADDRESS)
    except NotThisFormat:
        return
