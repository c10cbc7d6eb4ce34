"""Take everything away: the record, its backups, its uploads and its keys."""

import shutil
from datetime import datetime

from django.conf import settings
from django.db import connections

from highroad.app.actions.start import make_ready


def wipe(*, now: datetime) -> None:
    """Delete every file in the data folder and start with an empty record. There is no way back."""
    connections.close_all()
    for found in settings.DATA_FOLDER.iterdir():
        if found.name == "secret.key":  # the open browser window stays let in
            continue
        if found.is_dir() and not found.is_symlink():
            shutil.rmtree(found)
        else:
            found.unlink()
    make_ready(now=now)
