"""The pages of bringing mail in."""

import stat
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from highroad.app import chores
from highroad.app.models import ConsentRow, MessageRow, SourceRow
from tests.app import mailboxes
from tests.app.test_imports import bring_in
from tests.cast import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path: Path) -> Path:
    """The data folder of this test."""
    settings.DATA_FOLDER = tmp_path
    return tmp_path


def test_a_dropped_mailbox_is_looked_through_kept_and_removed_again(client, ana, folder):
    answer = client.post("/import", {"files": dropped(folder)})
    [copy] = folder.glob("incoming/*/all.mbox")
    private = stat.S_IMODE(copy.stat().st_mode), stat.S_IMODE(copy.parent.stat().st_mode)
    chores.read_sources()
    found = client.get(answer.url).content.decode()
    client.post(f"{answer.url}/start")
    chores.read_sources()
    done = client.get(answer.url).content.decode()

    assert private == (0o600, 0o700)
    assert "2 of 4 look like mail about applications." in found
    assert "we have decided to move forward with other" in found
    assert "2 mails about applications." in done
    assert not copy.exists()


def test_several_files_are_one_source_and_what_is_not_mail_is_named(client, ana, folder):
    mails = [SimpleUploadedFile(f"{number}.eml", mail) for number, mail in enumerate(mailboxes.MAILS)]

    client.post("/import", {"files": [*mails, SimpleUploadedFile("cv.pdf", b"%PDF-1.7 \xe2\xe3")]})
    chores.read_sources()

    source = SourceRow.objects.get(owner=ana)
    assert (source.name, source.messages) == ("0.eml and 3 more", 4)
    assert "cv.pdf: This is not a mail file." in client.get("/import").content.decode()


def test_a_zip_among_the_files_is_a_source_of_its_own(client, ana, folder):
    packed = SimpleUploadedFile("takeout.zip", mailboxes.takeout(folder / "takeout.zip").read_bytes())

    answer = client.post("/import", {"files": [packed, SimpleUploadedFile("one.eml", mailboxes.NO)]})

    assert answer.url == "/import"
    assert set(SourceRow.objects.values_list("name", flat=True)) == {"takeout.zip", "one.eml"}


def test_a_name_with_a_way_out_stays_in_its_folder(client, ana, folder):
    client.post("/import", {"files": SimpleUploadedFile("../../../evil.eml", mailboxes.NO)})

    assert [path.name for path in folder.rglob("*.eml")] == ["evil.eml"]
    assert [path.parent.parent.name for path in folder.rglob("*.eml")] == ["incoming"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("/nowhere/at/all", "There is no such file or folder."),
        ("", "There is no file to read yet."),
    ],
)
def test_what_cannot_be_opened_gets_its_sentence(client, ana, typed, sentence):
    answer = client.post("/import", {"path": typed})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not SourceRow.objects.exists()


def test_a_path_on_this_computer_is_read_where_it_is(client, ana, tmp_path):
    path = mailboxes.maildir(tmp_path / "Mail")

    answer = client.post("/import", {"path": f" '{path}' "})
    chores.read_sources()

    assert SourceRow.objects.get(owner=ana).path == str(path)
    assert "2 of 4 look like" in client.get(answer.url).content.decode()


def test_progress_is_asked_for_until_it_is_over(client, ana, tmp_path):
    answer = client.post("/import", {"path": str(mailboxes.mbox(tmp_path / "all.mbox"))})

    running = client.get(f"{answer.url}/progress", headers={"hx-request": "true"})
    page = client.get(answer.url).content.decode()
    chores.read_sources()
    over = client.get(f"{answer.url}/progress", headers={"hx-request": "true"})

    assert "every 1s" in running.content.decode() and "HX-Refresh" not in running
    assert '<noscript><meta http-equiv="refresh"' in page
    assert over["HX-Refresh"] == "true"


def test_not_this_one_forgets_it_and_the_log_says_no(client, ana, folder):
    answer = client.post("/import", {"files": dropped(folder)})

    client.post(f"{answer.url}/let-go")

    assert not SourceRow.objects.exists()
    assert list(folder.glob("incoming/*")) == []
    assert list(ConsentRow.objects.order_by("pk").values_list("given", flat=True)) == [True, False]


def test_stop_and_go_on(client, ana, tmp_path):
    source = SourceRow.objects.create(
        owner=ana, name="all", path=str(mailboxes.mbox(tmp_path / "all.mbox")), state="reading", created_at=NOW
    )

    client.post(f"/import/{source.pk}/stop")
    stopped = client.get(f"/import/{source.pk}").content.decode()
    client.post(f"/import/{source.pk}/go-on")
    chores.read_sources()

    assert "Going on begins right here." in stopped
    assert MessageRow.objects.filter(owner=ana).count() == 2


def test_a_chore_that_breaks_says_so_on_the_page(client, ana, tmp_path, monkeypatch):
    answer = client.post("/import", {"path": str(mailboxes.mbox(tmp_path / "all.mbox"))})
    monkeypatch.setattr(chores, "read_on", lambda *_, **__: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        chores.read_sources()

    assert "Something broke on our side while this was read." in client.get(answer.url).content.decode()


def test_a_missed_mail_is_searched_for_and_added(client, ana, tmp_path):
    source = bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))

    found = client.post(f"/import/{source.pk}/missed", {"words": "pier"})
    [mail] = found.context["search"].found
    added = client.post(f"/import/{source.pk}/missed/add", {"start": mail.start, "digest": mail.digest})

    assert "Three is fine, see you at the pier." in found.content.decode()
    assert added.url == f"/read/{MessageRow.objects.get(added_by_user=True).event_id}"


def test_a_mail_that_is_no_longer_there_is_not_added(client, ana, tmp_path):
    source = bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))

    answer = client.post(f"/import/{source.pk}/missed/add", {"start": "x", "digest": "y"})

    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("method", "page"),
    [
        ("get", ""),
        ("get", "/progress"),
        ("get", "/missed"),
        ("post", "/start"),
        ("post", "/stop"),
        ("post", "/go-on"),
        ("post", "/let-go"),
        ("post", "/missed"),
        ("post", "/missed/add"),
        ("post", "/missed/bring"),
        ("post", "/missed/done"),
    ],
)
def test_bos_sources_are_not_there_for_ana(client, bo, tmp_path, method, page):
    source = bring_in(bo, mailboxes.mbox(tmp_path / "all.mbox"))

    answer = getattr(client, method)(f"/import/{source.pk}{page}")

    assert answer.status_code == 404
    assert SourceRow.objects.get(pk=source.pk).state == "done"


def test_bos_sources_are_on_no_list_of_anas(client, bo, tmp_path):
    bring_in(bo, mailboxes.mbox(tmp_path / "bos-own.mbox"))

    assert "bos-own" not in client.get("/import").content.decode()


def test_the_pages_ask_the_same_few_questions_whatever_they_show(client, ana, tmp_path):
    one = bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))
    few = [questions(client, page) for page in ("/import", f"/import/{one.pk}")]
    for number in range(5):
        bring_in(ana, mailboxes.mbox(tmp_path / f"{number}.mbox", (mailboxes.NO.replace(b"no@", b"%d@" % number),)))

    many = [questions(client, page) for page in ("/import", f"/import/{one.pk}")]

    assert many == few
    assert max(many) <= 8


def questions(client, page: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(page)
    return len(asked)


def dropped(folder: Path) -> SimpleUploadedFile:
    return SimpleUploadedFile("all.mbox", mailboxes.mbox(folder / "all.mbox").read_bytes())
