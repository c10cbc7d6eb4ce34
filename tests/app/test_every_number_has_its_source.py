"""No number on any page without its source: over the pages of the sample, of each kind, as one gets there by links."""

import re
from collections import Counter, deque
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import resolve

from highroad.app.sample.fill import fill
from tests.app.numbers import numbers_without_source
from tests.app.test_forecast import sixty
from tests.cast import NOW

pytestmark = pytest.mark.django_db
LEAVE = re.compile(r"\.(ics|zip|csv|json)|/static/|^/settings/data/|/(csv|pdf)\b")
COUNTED = re.compile(r"^/(picture|momentum|forecast)|/likely-not-you")
OF_A_KIND = 8  # as many as there are worries; pages of one address differ by whom they are about


@pytest.mark.parametrize(
    ("early", "many", "of_step_four", "asked"),
    [(False, 200, 10, 5), (True, 150, 0, 2)],
    ids=["five months", "the first weeks"],
)
def test_no_chance_stands_anywhere_without_its_source(client, ana, tmp_path, early, many, of_step_four, asked):
    fill(ana, tmp_path, now=NOW, early=early)

    pages = crawled(client, "/")

    assert len(pages) > many
    assert untold(pages) == {}
    assert sum("/likely-not-you/" in path for path in pages) >= of_step_four
    assert {"/picture", "/forecast"} <= set(pages)
    assert sum("?" in path for path in pages) >= asked


def test_no_chance_of_a_logged_forecast_stands_without_its_source(client, ana):
    sixty(ana)

    pages = crawled(client, client.post("/forecast").url, within="/forecast")

    assert sum("of 100" in page for path, page in pages.items() if "?n=" in path) == 4
    assert "/forecast/how-well" in pages
    assert untold(pages) == {}


def test_the_crawler_finds_what_it_is_for():
    assert numbers_without_source("<main><p>You have 30 in 100.</p></main>") == ["You have 30 in 100."]
    assert numbers_without_source("<main><p>Only 3 % make it.</p></main>") == ["Only 3 % make it."]
    assert numbers_without_source("<main><figure><p>30 of 100</p><p class='source'>x</p></figure></main>") == []
    assert numbers_without_source("<main><p>Of your 46 applications, 2 did.</p></main>") != []
    assert numbers_without_source("<main><section><p>7 left</p></section></main>", every=True) == ["7 left"]


@pytest.mark.parametrize(
    "page",
    [
        "<p class=source>x</p><div><p>30 of 100</p></div>",
        "<section><p class=source>x</p><p>30 of 100</p></section>",
        "<section><p>30 of 100</p><p>no number</p><p class=source>x</p></section>",
        "<section><p>30 of 100</p></section><section><p class=source>x</p></section>",
        "<ul><li>30 of 100</li><li>7 <span class=source>x</span></li></ul>",
    ],
)
def test_a_source_speaks_of_nothing_farther_off(page: str):
    assert numbers_without_source(f"<main>{page}</main>") == ["30 of 100"]


@pytest.mark.parametrize(
    "page",
    [
        "<p>30 of 100</p><p class=source>x</p>",
        "<p>30 of 100 <span class=source>x</span></p>",
        "<div>30 of 100</div><div class=under><details><summary class=source>x</summary><p>1 in 5</p></details></div>",
        "<table><tr><td>30 of 100</td></tr></table><p class=source>2 of 100</p>",
        "<figure><div><p>30 of 100</p></div><p>no number</p><p class=source>x</p></figure>",
    ],
)
def test_a_source_speaks_of_its_own_block_and_of_what_stands_before_it(page: str):
    assert numbers_without_source(f"<main>{page}</main>") == []


def untold(pages: dict[str, str]) -> dict[str, list[str]]:
    """The numbers that no source speaks of, of the pages that have any; where the record is counted, any number."""
    told = {path: numbers_without_source(page, every=bool(COUNTED.search(path))) for path, page in pages.items()}
    return {path: found for path, found in told.items() if found}


def crawled(client, begin: str, *, within: str = "/") -> dict[str, str]:
    """The pages that links lead to, by their path, the nearest first; some of each kind."""
    pages: dict[str, str] = {}
    ahead, seen, kinds = deque([begin]), {begin}, Counter[tuple[str, bool]]()
    while ahead:
        path = ahead.popleft()
        kinds[kind_of(path)] += 1
        answer = client.get(path, follow=True) if kinds[kind_of(path)] <= OF_A_KIND else None
        if answer is None or not answer.get("Content-Type", "").startswith("text/html"):
            continue
        pages[path] = answer.content.decode()
        links = [urljoin(path, link) for link in re.findall(r'href="([/?][^"#]*)"', pages[path])]
        links = [link for link in links if link.startswith(within) and not LEAVE.search(link)]
        fresh = [link for link in dict.fromkeys(links) if link not in seen]
        seen.update(fresh)
        ahead += fresh
    return pages


def kind_of(path: str) -> tuple[str, bool]:
    """What pages of one address have in common, and whether something is asked of it."""
    parts = urlsplit(path)
    return resolve(parts.path).route, bool(parts.query)
