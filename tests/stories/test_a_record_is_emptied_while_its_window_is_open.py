"""Someone pastes a no, thinks better of it, and deletes everything; the window stays open all the while."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.stories.server import Browser, started

NO = "Dear Ana,\n\nUnfortunately, we have decided not to move forward with your application as Analyst at Haldenfrey."
WINDOWS = 12  # more than the server has threads


def test_a_record_is_emptied_while_its_window_is_open(tmp_path: Path):
    with started(tmp_path / "data") as browser:
        read = browser.post("/paste", form_on="/paste", text=NO)
        before = in_many_windows(browser, "/applications")
        browser.post("/settings/data/wipe", form_on="/settings/data", word="wipe")
        after = in_many_windows(browser, "/applications")

    assert "What the email says" in read
    assert ["Haldenfrey" in page for page in before] == [True] * WINDOWS
    assert ["No applications yet" in page for page in after] == [True] * WINDOWS
    assert not any(b"Haldenfrey" in found.read_bytes() for found in (tmp_path / "data").rglob("*") if found.is_file())


def test_nobody_else_is_let_in_while_it_is_open(tmp_path: Path):
    with started(tmp_path / "data") as browser:
        stranger = Browser(browser.home)
        for path in ("/", "/applications", "/?launch=wrong"):
            with pytest.raises(HTTPError, match="403"):
                stranger.get(path)

        assert stranger.get("/healthz") == "ok"


def in_many_windows(browser: Browser, path: str) -> list[str]:
    with ThreadPoolExecutor(WINDOWS) as windows:
        return list(windows.map(lambda _: browser.get(path), range(WINDOWS)))
