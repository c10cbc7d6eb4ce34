"""Bringing mail in: what is kept, what is only counted, and that nothing is lost or doubled on the way."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from highroad.app.actions import sources_kept
from highroad.app.actions.imports import add_for_reading, add_path, go_on, look_again, start, stop
from highroad.app.actions.sources import NotDue, due, read_on
from highroad.app.actions.uploads import remove_left_over
from highroad.app.models import (
    ApplicationRow,
    ConsentRow,
    EventRow,
    LinkRow,
    MessageRow,
    OwnerRow,
    PersonRow,
    SeenRow,
    SourceRow,
)
from highroad.app.previews import examples
from highroad.app.queries.imports import newer_reader, troubled
from highroad.edges import looks
from highroad.edges.trouble import NoMailInZip, NotMail, SourceTrouble, UnsafeZip
from highroad.events.sift import Sifted, sift
from tests.app import mailboxes
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def test_mail_about_applications_is_kept_and_all_of_it_is_accounted_for(ana, tmp_path):
    source = bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))

    assert (source.state, source.messages, source.about_applications) == ("done", 4, 2)
    assert ApplicationRow.objects.get(owner=ana).employer == "Haldenfrey"
    assert EventRow.objects.get(owner=ana, is_no=True).confirmed is False


def test_no_word_of_other_mail_is_in_the_database(ana, tmp_path):
    bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))

    content = whole_database()
    assert b"decided to move forward" in content
    assert not [word for word in mailboxes.UNRELATED_WORDS if word in content]


@pytest.mark.parametrize("again", [mailboxes.eml_folder, mailboxes.mbox, mailboxes.maildir, mailboxes.takeout])
def test_the_same_mail_out_of_another_mailbox_adds_nothing(ana, tmp_path, again: Callable[[Path], Path]):
    bring_in(ana, mailboxes.mbox(tmp_path / "first.mbox"))
    before = dump(ana)

    source = bring_in(ana, again(tmp_path / "again.zip"))

    assert dump(ana) == before
    assert (source.messages, source.about_applications) == (4, 0)


@pytest.mark.parametrize("kind", [mailboxes.eml_folder, mailboxes.maildir, mailboxes.takeout])
def test_every_kind_of_mailbox_makes_the_same_record(ana, bo, tmp_path, kind: Callable[[Path], Path]):
    bring_in(ana, mailboxes.mbox(tmp_path / "ana.mbox"))

    bring_in(bo, kind(tmp_path / "bo"))

    assert dump(bo) == dump(ana)


def test_importing_again_knows_every_mail(ana, tmp_path):
    path = mailboxes.mbox(tmp_path / "all.mbox")
    bring_in(ana, path)
    before = dump(ana)

    source = bring_in(ana, path)

    assert (source.messages, source.already_known) == (4, 4)
    assert dump(ana) == before
    assert SourceRow.objects.filter(owner=ana).count() == 1


def test_a_look_through_keeps_nothing(ana, tmp_path):
    [number] = add_path(ana, str(mailboxes.mbox(tmp_path / "all.mbox")), now=NOW).sources

    read_to_the_end(ana, number)

    source = SourceRow.objects.get(pk=number)
    assert (source.state, source.messages, source.about_applications) == ("ready", 4, 2)
    assert [example.sender for example in examples(number)] == ["Sam Reyes", "Sam Reyes"]
    assert not MessageRow.objects.exists() and not SeenRow.objects.exists()
    assert b"Reyes" not in whole_database()


def test_starting_after_a_look_through_keeps_it(ana, tmp_path):
    [number] = add_path(ana, str(mailboxes.mbox(tmp_path / "all.mbox")), now=NOW).sources
    read_to_the_end(ana, number)

    start(ana, number)
    read_to_the_end(ana, number)

    assert MessageRow.objects.filter(owner=ana).count() == 2
    assert examples(number) == ()


def test_reading_a_source_needs_a_yes_and_the_log_has_it(ana, tmp_path):
    path = mailboxes.mbox(tmp_path / "all.mbox")

    add_path(ana, str(path), now=NOW)

    consent = ConsentRow.objects.get(owner=ana)
    assert (consent.gate, consent.given, consent.about) == ("read_source", True, str(path))


def test_a_stopped_import_goes_on_to_the_same_end(ana, bo, tmp_path):
    path = mailboxes.mbox(tmp_path / "many.mbox", many())
    bring_in(bo, path)
    number = add_for_reading(ana, path, since=None, now=NOW).pk
    reading = read_on(ana, number, clock=clock())
    next(reading)

    stop(ana, number)
    list(reading)
    stopped = SourceRow.objects.get(pk=number)
    go_on(ana, number)
    done = read_to_the_end(ana, number)

    assert stopped.state == "stopped" and 0 < stopped.position < stopped.size
    assert dump(ana) == dump(bo)
    assert (done.messages, done.already_known) == (len(many()), 0)


def test_two_readers_never_read_one_source_at_once(ana, tmp_path):
    number = add_for_reading(ana, mailboxes.mbox(tmp_path / "many.mbox", many()), since=None, now=NOW).pk
    first = read_on(ana, number, clock=clock())
    next(first)

    with pytest.raises(NotDue):
        next(read_on(ana, number, clock=clock()))

    assert due(now=NOW) == []


def test_a_reader_that_lost_its_turn_writes_nothing_more(ana, bo, tmp_path):
    path = mailboxes.mbox(tmp_path / "many.mbox", many())
    bring_in(bo, path)
    number = add_for_reading(ana, path, since=None, now=NOW).pk
    asleep = read_on(ana, number, clock=clock())
    next(asleep)

    awake = read_on(ana, number, clock=clock(NOW + timedelta(minutes=5)))
    next(awake)
    woken = list(asleep)
    done = list(awake)[-1]

    assert woken == []
    assert (done.state, done.messages) == ("done", len(many()))
    assert dump(ana) == dump(bo)


def test_a_source_left_half_read_is_due_once_its_lease_is_over(ana, tmp_path):
    number = add_for_reading(ana, mailboxes.mbox(tmp_path / "many.mbox", many()), since=None, now=NOW).pk
    next(read_on(ana, number, clock=clock()))

    later = due(now=NOW + timedelta(minutes=5))

    assert [source.pk for source in later] == [number]


def test_a_source_that_grew_since_it_was_stopped_is_read_from_its_top(ana, bo, tmp_path):
    path = mailboxes.mbox(tmp_path / "many.mbox", many())
    number = add_for_reading(ana, path, since=None, now=NOW).pk
    reading = read_on(ana, number, clock=clock())
    next(reading)
    stop(ana, number)
    list(reading)

    mailboxes.mbox(path, (mailboxes.SHORT, *many()))
    go_on(ana, number)
    done = read_to_the_end(ana, number)

    bring_in(bo, path)
    assert done.messages == len(many()) + 1
    assert dump(ana) == dump(bo)


def test_mail_from_before_a_day_is_passed_by_and_can_still_be_read_later(ana, tmp_path):
    path = mailboxes.mbox(tmp_path / "all.mbox")

    late = bring_in(ana, path, since=date(2026, 11, 15))
    whole = bring_in(ana, path)

    assert (late.messages, late.about_applications, late.already_known) == (4, 1, 0)
    assert (whole.messages, whole.about_applications, whole.already_known) == (4, 1, 1)


def test_an_empty_mail_is_counted_kept_as_a_note_and_shown(ana, tmp_path):
    folder = mailboxes.eml_folder(tmp_path / "mail")
    for name in ("empty.eml", "blank.eml"):
        (folder / name).write_bytes(b" \r\n" if name == "blank.eml" else b"")

    source = bring_in(ana, folder)

    assert (source.messages, source.unreadable) == (6, 2)
    assert {mail.name for mail in troubled(ana, source.pk)} == {"empty.eml", "blank.eml"}
    assert bring_in(ana, folder).already_known == 6


def test_a_mail_that_breaks_the_reader_stops_no_other_and_a_newer_reader_tries_again(ana, tmp_path, monkeypatch):
    path = mailboxes.mbox(tmp_path / "all.mbox")
    monkeypatch.setattr(looks, "sift", breaks_on(b"<no@haldenfrey.example>"))
    broken = bring_in(ana, path)
    [noted] = troubled(ana, broken.pk)
    monkeypatch.undo()
    read_by_an_earlier_reader(ana)

    mended = bring_in(ana, path)

    assert (broken.messages, broken.about_applications, broken.unreadable) == (4, 1, 1)
    assert noted.sentences == (str(looks.ReaderBroke.__doc__),)
    assert mended.about_applications == 2
    assert troubled(ana, mended.pk) == []


@pytest.mark.parametrize(
    ("name", "content", "trouble"),
    [
        ("notes.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", NotMail),
        ("gone.mbox", None, SourceTrouble),
        ("empty.mbox", b"", SourceTrouble),
    ],
)
def test_what_is_not_mail_is_refused_with_a_sentence(ana, tmp_path, name, content, trouble):
    if content is not None:
        (tmp_path / name).write_bytes(content)

    with pytest.raises(trouble, match=r"^[A-Z].+\.$"):
        add_path(ana, str(tmp_path / name), now=NOW)

    assert not SourceRow.objects.exists()


@pytest.mark.parametrize(("name", "trouble"), [("photos/sea.jpg", NoMailInZip), ("../../evil.mbox", UnsafeZip)])
def test_a_zip_without_mail_or_with_a_way_out_is_refused(ana, tmp_path, name, trouble):
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr(name, b"From x Mon Nov  2 09:10:00 2026\n" + mailboxes.NO)

    with pytest.raises(trouble):
        add_path(ana, str(tmp_path / "bad.zip"), now=NOW)


def test_a_source_that_is_gone_says_so_and_can_be_tried_again(ana, tmp_path):
    path = mailboxes.mbox(tmp_path / "all.mbox")
    number = add_for_reading(ana, path, since=None, now=NOW).pk
    path.rename(tmp_path / "elsewhere.mbox")
    failed = read_to_the_end(ana, number)

    (tmp_path / "elsewhere.mbox").rename(path)
    go_on(ana, number)
    done = read_to_the_end(ana, number)

    assert (failed.state, failed.trouble) == ("failed", "There is no such file or folder.")
    assert (done.state, done.about_applications) == ("done", 2)


def test_a_newer_reader_offers_to_look_again_and_reads_stored_mail_better(ana, tmp_path):
    bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))
    whole = dump(ana)
    read_by_an_earlier_reader(ana)

    offered = newer_reader(ana)
    look_again(ana, now=NOW)
    for source in due(now=NOW):
        read_to_the_end(ana, source.pk)

    assert offered
    assert not newer_reader(ana)
    assert dump(ana) == whole


def test_mail_whose_file_is_gone_is_read_again_from_the_record(ana, tmp_path):
    path = mailboxes.mbox(tmp_path / "all.mbox")
    bring_in(ana, path)
    whole = dump(ana)
    read_by_an_earlier_reader(ana)
    path.unlink()

    look_again(ana, now=NOW)
    [source] = due(now=NOW)
    read_to_the_end(ana, source.pk)

    assert not newer_reader(ana)
    assert dump(ana) == whole


def test_a_stored_mail_that_breaks_a_newer_reader_keeps_its_reading(ana, tmp_path, monkeypatch):
    bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))
    read_by_an_earlier_reader(ana)
    (tmp_path / "all.mbox").unlink()
    before = MessageRow.objects.order_by("pk").values_list("reading", flat=True)[0]
    monkeypatch.setattr(sources_kept, "read_again", lambda *_, **__: 1 / 0)

    done = read_to_the_end(ana, look_again(ana, now=NOW).pk)

    assert done.state == "done"
    assert MessageRow.objects.order_by("pk").values_list("reading", flat=True)[0] == before
    assert not newer_reader(ana)


def test_bos_import_leaves_ana_as_she_was(ana, bo, tmp_path):
    bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))
    before = dump(ana)

    bring_in(bo, mailboxes.mbox(tmp_path / "bo.mbox", (mailboxes.NO,)))

    assert dump(ana) == before
    assert MessageRow.objects.filter(owner=bo).count() == 1


def test_copies_that_nothing_needs_are_removed_after_a_day(ana, settings, tmp_path):
    settings.DATA_FOLDER = tmp_path
    needed, left_over = tmp_path / "incoming" / "a", tmp_path / "incoming" / "b"
    for folder in (needed, left_over):
        mailboxes.eml_folder(folder.parent / folder.name) if folder.parent.exists() else folder.mkdir(parents=True)
    SourceRow.objects.create(owner=ana, name="a", path=str(needed), uploaded=True, state="stopped", created_at=NOW)

    remove_left_over(now=datetime.fromtimestamp(left_over.stat().st_mtime, NOW.tzinfo) + timedelta(days=2))

    assert needed.exists()
    assert not left_over.exists()


def bring_in(owner: OwnerRow, path: Path, *, since: date | None = None) -> SourceRow:
    """Read a whole source, as the command line does."""
    return read_to_the_end(owner, add_for_reading(owner, path, since=since, now=NOW).pk)


def read_to_the_end(owner: OwnerRow, number: int) -> SourceRow:
    return list(read_on(owner, number, clock=clock()))[-1]


def clock(begin: datetime = NOW) -> Callable[[], datetime]:
    """A clock that moves one millisecond at each look."""
    moments = (begin + timedelta(milliseconds=number) for number in range(1_000_000))
    return lambda: next(moments)


def many() -> tuple[bytes, ...]:
    """Enough applications for several batches, in one thread each, and a dinner after each."""
    return tuple(
        mail.replace(b"@haldenfrey", b"@firm%d" % number).replace(b"Haldenfrey", b"Firm%d" % number)
        for number in range(45)
        for mail in (mailboxes.CONFIRMATION, mailboxes.NO, mailboxes.DINNER.replace(b"<dinner", b"<%d" % number))
    )


def breaks_on(words: bytes) -> Callable[..., Sifted]:
    """A reader that cannot cope with one mail."""

    def reader(raw: bytes, **how: Any) -> Sifted:
        if words in raw.split(b"\nIn-Reply-To")[0]:
            raise RecursionError(raw)
        return sift(raw, **how)

    return reader


def read_by_an_earlier_reader(owner: OwnerRow) -> None:
    """As if a reader that understood nothing had been here."""
    SeenRow.objects.filter(owner=owner).update(reader_version=0)
    SourceRow.objects.filter(owner=owner).update(reader_version=0)
    for row in MessageRow.objects.filter(owner=owner, unreadable=False):
        row.reading |= {"kind": "update", "employer": None}
        row.reader_version = 0
        row.save()


def dump(owner: OwnerRow) -> list[tuple[object, ...]]:
    """Everything that is known of an owner, without numbers and times of the database."""
    return sorted(
        (table.__name__, *(str(value) for value in row))
        for table, columns in DUMPED.items()
        for row in table.objects.filter(owner=owner).values_list(*columns)
    )


DUMPED = {
    MessageRow: ("key", "event_id", "outgoing", "sender", "subject", "sent_at", "reading", "unreadable"),
    ApplicationRow: ("application_id", "employer", "role", "furthest_stage", "outcome", "applied_on", "last_event_on"),
    EventRow: ("event_id", "application__application_id", "kind", "at", "evidence", "is_no", "sure"),
    PersonRow: ("name", "email", "part", "application__application_id", "last_contact_at"),
    LinkRow: ("event_id", "key"),
}


def whole_database() -> bytes:
    """The bytes of the database, as a file would hold them."""
    connection.ensure_connection()
    return connection.connection.serialize()


def test_of_a_mailbox_that_grew_only_the_new_mail_is_looked_at(ana, tmp_path):
    path = mailboxes.mbox(tmp_path / "all.mbox")
    first = bring_in(ana, path)

    path.write_bytes(path.read_bytes() + mailboxes.mbox(tmp_path / "more.mbox").read_bytes())
    grown = bring_in(ana, path)
    again = bring_in(ana, path)

    assert (grown.messages, grown.already_known) == (2 * first.messages, 2 * first.messages)
    assert (again.messages, again.already_known, again.position) == (grown.messages, grown.messages, grown.size)


def test_a_mail_changed_in_its_midst_is_read_again(ana, tmp_path):
    path = mailboxes.mbox(tmp_path / "all.mbox")
    first = bring_in(ana, path)

    path.write_bytes(path.read_bytes().replace(b"Dear", b"DEAR", 1))
    changed = bring_in(ana, path)

    assert changed.already_known == first.messages - 1
