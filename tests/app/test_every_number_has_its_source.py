"""No number on any page without its source: over every page of the sample, as one gets there by links."""

import re

import pytest

from highroad.app.models import OwnerRow
from highroad.app.sample.fill import fill
from tests.app.numbers import numbers_without_source
from tests.cast import NOW

pytestmark = pytest.mark.django_db
LEAVE = re.compile(r"\.(ics|zip|csv|json)|/static/|^/settings/data/|\?")
MOST = 400  # pages; the sample has fewer


def test_no_chance_stands_anywhere_without_its_source(client, ana, tmp_path):
    pages = crawled(client, ana, tmp_path)

    assert len(pages) > 60
    assert {path: found for path, page in pages.items() if (found := numbers_without_source(page))} == {}
    assert sum("/likely-not-you" in path for path in pages) >= 10


def test_the_crawler_finds_what_it_is_for():
    assert numbers_without_source("<main><p>You have 30 in 100.</p></main>") == ["You have 30 in 100."]
    assert numbers_without_source("<main><p>Only 3 % make it.</p></main>") == ["Only 3 % make it."]
    assert numbers_without_source("<main><figure><p>30 of 100</p><p class='source'>x</p></figure></main>") == []
    assert numbers_without_source("<main><section><p>7 left</p></section></main>", every=True) == ["7 left"]


def crawled(client, owner: OwnerRow, folder) -> dict[str, str]:
    """Every page of the sample that a link leads to, by its path."""
    fill(owner, folder, now=NOW, early=False)
    pages: dict[str, str] = {}
    ahead = ["/"]
    while ahead and len(pages) < MOST:
        path = ahead.pop()
        answer = client.get(path, follow=True)
        if path in pages or not answer.get("Content-Type", "").startswith("text/html"):
            continue
        pages[path] = answer.content.decode()
        links = re.findall(r'href="(/[^"#]*)"', pages[path])
        ahead += [link for link in dict.fromkeys(links) if link not in pages and not LEAVE.search(link)]
    return pages
