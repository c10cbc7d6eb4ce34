"""A full disk, as pages, uploads and reading meet it: a clear sentence, and nothing half done."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.utils import OperationalError

from highroad.app import chores
from highroad.app.actions.imports import add_for_reading, go_on
from highroad.app.actions.uploads import FOLDER, take_in
from highroad.app.disk import FULL, is_full
from highroad.app.models import CorrectionRow, SourceRow
from tests.cast import NOW
from tests.stories.mailbox import write_mailbox

pytestmark = pytest.mark.django_db(transaction=True)
DESIGNER = {"employer": "Tallowby", "role": "Designer", "on": "2026-11-02", "note": "word " * 2_000}


@contextmanager
def no_room() -> Iterator[None]:
    """As SQLite finds it on a full disk: no page more than there are."""
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1000000000")


def test_what_cannot_be_saved_is_said_and_can_be_sent_again(client):
    client.raise_request_exception = False

    with no_room():
        answers = [client.post("/applications/new", DESIGNER | {"employer": f"Tallowby {n}"}) for n in range(20)]
    kept = CorrectionRow.objects.count()
    again = client.post("/applications/new", DESIGNER)

    refused = [answer for answer in answers if answer.status_code == 507]
    assert refused and "The disk of this computer is full" in refused[0].content.decode()
    assert kept == len(answers) - len(refused)
    assert again.status_code == 302


def test_a_source_says_that_there_is_no_room_and_goes_on_later(ana, tmp_path):
    source = add_for_reading(ana, write_mailbox(tmp_path / "all.mbox", 200, seed=1), since=None, now=NOW)

    with no_room(), pytest.raises(OperationalError):
        chores.read_sources()
    source.refresh_from_db()
    said, so_far = (source.state, source.trouble), source.messages
    go_on(ana, source.pk)
    chores.read_sources()
    source.refresh_from_db()

    assert said == (SourceRow.State.FAILED, FULL)
    assert so_far < source.messages == 200
    assert source.state == SourceRow.State.DONE


def test_the_page_of_a_source_being_read_says_that_it_waits(client, ana, monkeypatch):
    source = SourceRow.objects.create(owner=ana, name="all.mbox", state=SourceRow.State.READING, created_at=NOW)

    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=4096))
    page = client.get(f"/import/{source.pk}/progress").content.decode()

    assert "The disk of this computer is full, so reading waits." in page


def test_half_an_upload_is_not_left_behind(settings):
    class Cut(SimpleUploadedFile):
        def chunks(self, _: int | None = None) -> Iterator[bytes]:
            yield b"From: a@b.example"
            raise OSError(errno.ENOSPC, "no room")

    with pytest.raises(OSError, match="no room") as refused:
        take_in([SimpleUploadedFile("one.eml", b"From: a"), Cut("two.eml", b"")])

    assert is_full(refused.value)
    assert not any((settings.DATA_FOLDER / FOLDER).iterdir())


def test_another_error_is_not_called_a_full_disk():
    assert not is_full(OperationalError("database is locked"))
    assert not is_full(FileNotFoundError(errno.ENOENT, "not there"))
    assert not is_full(None)
