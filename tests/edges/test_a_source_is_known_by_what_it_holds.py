"""Whatever a user points at: its mail, or one sentence that says why there is none."""

import os
import stat
import zipfile
from pathlib import Path

import pytest

from highroad.edges import trouble
from highroad.edges.sources import Kind, open_source
from tests.edges.boxes import mail, mbox, subjects

MAILS = [mail(number) for number in range(12)]
ZIPPED = zipfile.ZIP_DEFLATED


def written(path: Path, raw: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", ZIPPED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return path


@pytest.fixture(params=list(Kind))
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Kind, Path, list[bytes]]:
    """A source of each kind and the mails in it."""
    folder = tmp_path / "mail"
    if request.param is Kind.MAIL:
        return Kind.MAIL, written(folder / "one.eml", MAILS[0]), MAILS[:1]
    if request.param is Kind.MBOX:
        return Kind.MBOX, written(folder / "Inbox", mbox(MAILS)), MAILS
    if request.param is Kind.ZIP:
        members = {"Takeout/Mail/All.mbox": mbox(MAILS[:6]), "Takeout/Mail/z.eml": MAILS[6], "Takeout/a.html": b"<p>"}
        return Kind.ZIP, zipped(tmp_path / "takeout.zip", members), MAILS[:7]
    names = ["cur/1:2,S", "cur/2:2,", "new/3", ".Sent/cur/4:2,S", ".Jobs.Old/new/5"]
    if request.param is Kind.MAILDIR:
        for name, raw in zip(names, MAILS, strict=False):
            written(folder / name, raw)
        written(folder / "tmp/6", MAILS[6])
        written(folder / "dovecot-uidlist", b"3 V1 N1\n")
        return Kind.MAILDIR, folder, MAILS[:5]
    written(folder / "a/1.eml", MAILS[0])
    written(folder / "b/Mail/Inbox", mbox(MAILS[1:5]))
    written(folder / "c/cur/5", MAILS[5])
    written(folder / "d.mbox", mbox(MAILS[6:8]))
    written(folder / "notes.md", b"title: a\ndate: b\n\n")
    return Kind.FOLDER, folder, MAILS[:8]


def test_every_mail_of_a_source_is_found(place: tuple[Kind, Path, list[bytes]]):
    kind, path, mails = place

    source = open_source(path)
    found = list(source.messages())

    assert source.kind is kind
    assert sorted(subjects(mail.raw for mail in found)) == sorted(subjects(mails))
    assert found[-1].position == source.size


def test_reading_goes_on_after_any_mail(place: tuple[Kind, Path, list[bytes]]):
    source = open_source(place[1])
    found = list(source.messages())

    for number, mail_found in enumerate(found):
        assert list(source.messages(start=mail_found.position)) == found[number + 1 :]


def test_a_maildir_names_its_folders(tmp_path: Path):
    for name in ("cur/1", ".Sent/cur/2", ".Jobs.Old/new/3"):
        written(tmp_path / name, MAILS[0])

    assert {mail.folder for mail in open_source(tmp_path).messages()} == {"INBOX", "Sent", "Jobs.Old"}


def test_a_takeout_names_its_mboxes(tmp_path: Path):
    path = zipped(tmp_path / "t.zip", {"Takeout/Mail/Sent.mbox": mbox(MAILS[:1])})

    [found] = open_source(path).messages()

    assert (found.folder, found.where) == ("Sent", "Takeout/Mail/Sent.mbox")


def test_an_unpacked_takeout_is_read_like_the_zip(tmp_path: Path):
    written(tmp_path / "Takeout/Mail/All mail.mbox", mbox(MAILS))
    written(tmp_path / "Takeout/archive_browser.html", b"<html>")

    assert [mail.raw for mail in open_source(tmp_path).messages()] == MAILS


def test_apple_mail_keeps_its_box_in_a_folder(tmp_path: Path):
    written(tmp_path / "Sent.mbox/mbox", mbox(MAILS[:2]))
    written(tmp_path / "Sent.mbox/table_of_contents", b"\x00\x01")

    assert [mail.folder for mail in open_source(tmp_path / "Sent.mbox").messages()] == ["Sent", "Sent"]


def test_apple_mail_writes_the_length_above_and_a_list_below(tmp_path: Path):
    raw = str(len(MAILS[0])).encode() + b"       \n" + MAILS[0] + b'<?xml version="1.0"?><plist></plist>'

    [found] = open_source(written(tmp_path / "1.emlx", raw)).messages()

    assert found.raw == MAILS[0]


@pytest.mark.parametrize("name", ["one.eml", "one.txt"])
def test_an_empty_mail_counts_as_a_mail(tmp_path: Path, name: str):
    assert [mail.raw for mail in open_source(written(tmp_path / name, b"")).messages()] == [b""]


def test_an_empty_mail_in_a_folder_counts_too(tmp_path: Path):
    written(tmp_path / "1.eml", b"")
    written(tmp_path / "2.eml", MAILS[0])

    assert [mail.raw for mail in open_source(tmp_path).messages()] == [b"", MAILS[0]]


def test_a_mail_that_went_away_counts_as_unreadable(tmp_path: Path):
    written(tmp_path / "1.eml", MAILS[0])
    gone = written(tmp_path / "2.eml", MAILS[1])
    source = open_source(tmp_path)
    gone.unlink()

    assert [mail.raw for mail in source.messages()] == [MAILS[0], b""]


def test_links_in_a_folder_are_not_followed(tmp_path: Path):
    secret = written(tmp_path / "elsewhere/1.eml", MAILS[1])
    written(tmp_path / "mail/1.eml", MAILS[0])
    (tmp_path / "mail/2.eml").symlink_to(secret)
    (tmp_path / "mail/more").symlink_to(secret.parent)

    assert [mail.raw for mail in open_source(tmp_path / "mail").messages()] == [MAILS[0]]


def test_a_name_no_alphabet_has_is_shown_all_the_same(tmp_path: Path):
    written(tmp_path / os.fsdecode(b"caf\xe9.eml"), MAILS[0])

    [found] = open_source(tmp_path).messages()

    assert found.where.encode().endswith(b".eml")


@pytest.mark.parametrize(
    ("name", "raw", "refusal"),
    [
        ("nothing.mbox", b"", trouble.EmptyFile),
        ("nothing", b"", trouble.EmptyFile),
        ("offer.pdf", b"%PDF-1.7", trouble.NotMail),
        ("notes.md", b"title: a\ndate: b\n\ntext", trouble.NotMail),
        ("mail.msg", b"\xd0\xcf\x11\xe0\xa1\xb1", trouble.OutlookFile),
        ("mail.pst", b"!BDN", trouble.OutlookFile),
        ("takeout.tgz", b"\x1f\x8b\x08", trouble.PackedFile),
        ("broken.zip", b"PK\x03\x04 and no end", trouble.DamagedZip),
    ],
)
def test_what_is_no_mail_is_refused_in_one_sentence(
    tmp_path: Path, name: str, raw: bytes, refusal: type[trouble.SourceTrouble]
):
    with pytest.raises(refusal) as refused:
        open_source(written(tmp_path / name, raw))

    assert str(refused.value) == refusal.__doc__


def test_what_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(trouble.NotThere):
        open_source(tmp_path / "nowhere")


def test_a_pipe_is_no_mail_and_nobody_waits_for_it(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(trouble.NotMail):
        open_source(tmp_path / "pipe")


def test_a_folder_without_mail_says_so(tmp_path: Path):
    written(tmp_path / "a.txt", b"a shopping list")

    with pytest.raises(trouble.NoMailInFolder):
        open_source(tmp_path)


@pytest.mark.parametrize("members", [{}, {"a.pdf": b"%PDF"}, {"word/document.xml": b"<x/>", "README": b"hi"}])
def test_a_zip_without_mail_says_so(tmp_path: Path, members: dict[str, bytes]):
    with pytest.raises(trouble.NoMailInZip, match="no mail in it"):
        open_source(zipped(tmp_path / "a.zip", members))


@pytest.mark.parametrize(
    "name", ["../../evil.eml", "/etc/evil.eml", "a/../../evil.eml", "C:\\evil.eml", "..\\evil.eml"]
)
def test_a_zip_that_leads_out_of_itself_is_left_closed(tmp_path: Path, name: str):
    with pytest.raises(trouble.UnsafeZip):
        open_source(zipped(tmp_path / "a.zip", {"good.eml": MAILS[0], name: MAILS[1]}))


def test_a_zip_with_a_link_is_left_closed(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        link = zipfile.ZipInfo("link.eml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")

    with pytest.raises(trouble.UnsafeZip):
        open_source(tmp_path / "a.zip")


def test_a_bomb_is_left_closed(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", ZIPPED) as archive, archive.open("a.mbox", "w") as member:
        for _ in range(110):
            member.write(b"\x00" * 1_000_000)

    with pytest.raises(trouble.UnsafeZip):
        open_source(tmp_path / "a.zip")


def test_a_zip_whose_members_overlap_is_left_closed(tmp_path: Path):
    path = zipped(tmp_path / "a.zip", {"a.eml": os.urandom(4_000)})
    with zipfile.ZipFile(path, "a") as archive:
        [first] = archive.infolist()
        again = zipfile.ZipInfo("b.eml")
        again.header_offset, again.CRC, again.compress_type = first.header_offset, first.CRC, first.compress_type
        again.compress_size, again.file_size = first.compress_size, first.file_size
        archive.filelist.append(again)
        archive._didModify = True

    with pytest.raises(trouble.UnsafeZip):
        open_source(path)


def test_a_zip_with_a_password_is_refused(tmp_path: Path):
    path = zipped(tmp_path / "a.zip", {"a.eml": MAILS[0]})
    raw = bytearray(path.read_bytes())
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(head) + flags] |= 1
    path.write_bytes(raw)

    with pytest.raises(trouble.LockedZip):
        open_source(path)


def test_a_damaged_zip_gives_what_it_can_and_says_so(tmp_path: Path):
    members = {"a.eml": MAILS[0], "b.mbox": mbox([mail(n, os.urandom(4_000).hex()) for n in range(20)])}
    path = zipped(tmp_path / "a.zip", members)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2 : len(raw) // 2 + 200] = bytes(200)
    path.write_bytes(raw)
    found = []

    with pytest.raises(trouble.DamagedZip):
        found.extend(mail.raw for mail in open_source(path).messages())

    assert found == [] or found[0] == MAILS[0]


def test_every_refusal_has_its_sentence():
    refusals = trouble.SourceTrouble.__subclasses__()

    assert len({str(refusal()) for refusal in refusals}) == len(refusals) >= 10
    assert all(str(refusal()).endswith(".") and "!" not in str(refusal()) for refusal in refusals)
