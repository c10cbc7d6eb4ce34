"""The ground every test stands on: its own data folder and time zone, no network, no keyring, the same dice."""

import atexit
import os
import shutil
import tempfile
import time
from pathlib import Path

import django
import pytest
from hypothesis import settings

BROWSER_TESTS = Path(__file__).parent / "browser"
FOLDER = tempfile.mkdtemp(prefix="highroad-tests-")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

for name in [name for name in os.environ if name.startswith("HIGHROAD_")]:
    del os.environ[name]
os.environ["HIGHROAD_DATA_DIR"] = FOLDER  # before Django's settings are read, so that no test can reach real data
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # nor the keyring of who runs them
os.environ["TZ"] = "Europe/Berlin"
time.tzset()

# Programs that tests start find every module compiled by the first of them: that is more than half of their time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
if "PYTHONPYCACHEPREFIX" not in os.environ:
    os.environ["PYTHONPYCACHEPREFIX"] = tempfile.mkdtemp(prefix="highroad-compiled-")
    atexit.register(shutil.rmtree, os.environ["PYTHONPYCACHEPREFIX"], ignore_errors=True)

# The variable is taken back, or the workers that pytest starts would read settings before they have their own folder.
os.environ["DJANGO_SETTINGS_MODULE"] = "highroad.app.settings"
django.setup()
del os.environ["DJANGO_SETTINGS_MODULE"]

pytest_plugins = ["tests.servers.boards"]  # the server of boards, for tests of the edge and of the pages

settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.load_profile("ci")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in tests/browser; where there is no browser it is skipped, and counted."""
    in_a_browser = [item for item in items if BROWSER_TESTS in item.path.parents]
    for item in in_a_browser:
        item.add_marker(pytest.mark.browser)
        if not shutil.which("chromium"):
            item.add_marker(pytest.mark.skip(reason="Debian's chromium is not installed"))
