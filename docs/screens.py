"""Take the pictures of the guide from the sample record: python docs/screens.py"""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PICTURES = Path(__file__).parent / "pictures"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
MORNING = 10  # o'clock, wherever this runs: at night Today has little to show


def main() -> None:
    """Start the demo, walk to each page, and save it as a person would see it."""
    PICTURES.mkdir(exist_ok=True)
    highroad = Path(sys.executable).parent / "highroad"
    demo = subprocess.Popen(  # noqa: S603
        [highroad, "demo", "--no-open", "--port", "8750"],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1", "TZ": _zone_where_it_is_morning()},
    )
    try:
        assert demo.stdout is not None
        address = re.search(r"http\S+", demo.stdout.readline())
        assert address is not None, "the demo did not start"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = browser.new_page(viewport={"width": 1180, "height": 860}, device_scale_factor=1)
            page.goto(address[0])
            _walk(page, address[0].split("/?")[0])
            browser.close()
    finally:
        demo.terminate()
        demo.wait()


def _walk(page: Page, home: str) -> None:
    for name, path in {"welcome": "/welcome", "today": "/", "import": "/import", "batch": "/no/batch"}.items():
        page.goto(home + path)
        _save(page, name)
    page.goto(home + "/applications")
    page.get_by_role("link", name="Halden & Frey").click()
    _save(page, "application")
    page.get_by_role("link", name="What it says").click()
    _save(page, "read")
    page.get_by_role("button", name="Yes, it’s a no").click()
    _save(page, "sting")
    page.get_by_role("button", name="Hard", exact=False).click()
    six = page.url.split("/take-a-moment")[0]
    for name in ("take-a-moment", "likely-not-you", "dont-burn-bridges", "keep-going"):
        page.goto(f"{six}/{name}")
        _save(page, name)
    page.goto(six)
    _save(page, "six-steps")


def _save(page: Page, name: str) -> None:
    page.screenshot(path=PICTURES / f"{name}.png")


def _zone_where_it_is_morning() -> str:
    hours = (MORNING - datetime.now(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"


if __name__ == "__main__":
    main()
