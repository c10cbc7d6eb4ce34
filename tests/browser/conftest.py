"""A browser, and High Road as it really runs: on an empty folder, or on a copy of Ana's sample record."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.pages import WIDE
from tests.browser.program import Program, filled, made_ready, started

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 20_000  # milliseconds: two cores may have much to do
expect.set_options(timeout=PATIENCE)

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser a module: while one is open, Django would take the tests of other folders for asynchronous."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ana's five months, made once and only copied from."""
    return filled(tmp_path_factory.mktemp("sample") / "data")


@pytest.fixture(scope="module")
def sample(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A copy of the sample record for a whole module, as `highroad demo` serves it."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    program = started(Path(shutil.copytree(sample_record, folder)), demo=True)
    yield program
    program.kill()


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first start leaves, made once and only copied from."""
    return made_ready(tmp_path_factory.mktemp("empty") / "data")


@pytest.fixture
def fresh(empty_record: Path, tmp_path: Path) -> Iterator[Program]:
    """High Road on its first day; `shared` starts where there is no folder yet."""
    program = started(Path(shutil.copytree(empty_record, tmp_path / "data")))
    yield program
    program.kill()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """High Road for a whole module, empty at first: for tests that each bring a mail of their own."""
    program = started(tmp_path_factory.mktemp("shared") / "data")
    yield program
    program.kill()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Open]:
    """Open a browser window on a program, let in; at the end nothing may have been asked of another origin."""
    windows, asked, complaints = [], [], []

    def opened(program: Program, path: str = "/", **settings: Any) -> Page:
        size = {"viewport": {"width": WIDE[0], "height": WIDE[1]}}
        window = chromium.new_context(**size | settings)
        window.set_default_timeout(PATIENCE)
        windows.append(window)
        page = window.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(program.address)
        if path != "/":
            page.goto(program.home + path)
        return page

    yield opened
    for window in windows:
        window.close()
    assert [url for url in asked if not url.removeprefix("blob:").startswith("http://127.0.0.1:")] == []
    killed = ("ERR_CONNECTION", "ERR_EMPTY_RESPONSE")  # what a page says when its program may have been
    assert [said for said in complaints if not any(error in said for error in killed)] == []
