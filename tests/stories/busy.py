"""Four people who write, one who looks, and an import that runs beside them, all on one record."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError

from tests.stories.import_runs import started as import_started
from tests.stories.server import Browser

WRITERS = 4
PAUSE = 0.05  # seconds; nobody types faster
PAGES = ("/", "/applications", "/review", "/people", "/import")


@dataclass(slots=True)
class Seen:
    """How long each page took to come, and each save with the form before and the page after it, in seconds."""

    waits: list[float] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    imports: int = 0  # that ran to their end

    def __str__(self) -> str:
        return f"{_told('pages', self.waits)}; {_told('saves', self.saves)}; {len(self.wrong)} wrong"


def slowest_of(waits: list[float], percent: float) -> float:
    """The wait that so many of a hundred stay below."""
    return sorted(waits)[min(len(waits) - 1, int(len(waits) * percent / 100))]


def _told(what: str, waits: list[float]) -> str:
    half, most, nearly_all, all_of_them = (1000 * slowest_of(waits, percent) for percent in (50, 95, 99, 100))
    return (
        f"{len(waits)} {what}: p50 {half:.0f} ms, p95 {most:.0f}, p99 {nearly_all:.0f}, the slowest {all_of_them:.0f}"
    )


def busy(browser: Browser, folder: Path, mailbox: Path, *, seconds: float) -> Seen:
    """Keep all of them at it for so long."""
    seen, over = Seen(), threading.Event()
    browser.get("/applications/new")  # brings the cookie that every form needs
    threading.Timer(seconds, over.set).start()
    with ThreadPoolExecutor(WRITERS + 2) as people:
        people.submit(_again_and_again, over, seen, lambda number: _look(browser, number, seen))
        for writer in range(WRITERS):
            people.submit(_again_and_again, over, seen, lambda number, who=writer: _write(browser, who, number, seen))
        people.submit(_import, over, folder, mailbox, seen)
    return seen


def _again_and_again(over: threading.Event, seen: Seen, act: Callable[[int], None]) -> None:
    number = 0
    while not over.wait(PAUSE):
        try:
            act(number)
        except HTTPError as error:
            seen.wrong.append(f"{error.code} {error.url}: {error.read().decode()[:2000]}")
        except OSError as error:
            seen.wrong.append(repr(error))
        number += 1


def _look(browser: Browser, number: int, seen: Seen) -> None:
    begun = time.monotonic()
    page = browser.get(PAGES[number % len(PAGES)])
    seen.waits.append(time.monotonic() - begun)
    if "locked" in page:
        seen.wrong.append(page)


def _write(browser: Browser, writer: int, number: int, seen: Seen) -> None:
    employer = f"Tallowby {writer}x{number}"
    begun = time.monotonic()
    browser.post("/applications/new", form_on="/applications/new", employer=employer, role="Designer", on="2026-11-02")
    seen.saves.append(time.monotonic() - begun)
    seen.written.append(employer)


def _import(over: threading.Event, folder: Path, mailbox: Path, seen: Seen) -> None:
    """Import the mailbox, and once more when it is through, until it is over."""
    while not over.is_set():
        program = import_started(folder, mailbox)
        while program.poll() is None and not over.wait(PAUSE):
            continue
        program.terminate()
        said = program.communicate()[1]
        seen.imports += program.returncode == 0
        if "locked" in said or "Traceback" in said:
            seen.wrong.append(said)
