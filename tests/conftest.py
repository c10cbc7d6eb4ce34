"""The ground every test stands on: its own data folder, its own time zone, no network, the same dice every time."""

import atexit
import os
import shutil
import tempfile
import time

import django
from hypothesis import settings

FOLDER = tempfile.mkdtemp(prefix="highroad-tests-")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

os.environ["HIGHROAD_DATA_DIR"] = FOLDER  # before Django's settings are read, so that no test can reach real data
os.environ["TZ"] = "Europe/Berlin"
time.tzset()

# The variable is taken back, or the workers that pytest starts would read settings before they have their own folder.
os.environ["DJANGO_SETTINGS_MODULE"] = "highroad.app.settings"
django.setup()
del os.environ["DJANGO_SETTINGS_MODULE"]

settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.load_profile("ci")
