"""The record as a whole: copied, put back, taken along, upgraded and wiped, as files in a real folder."""

import json
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from highroad.app.actions.backup import BackupTooNew, NotABackup, restore
from highroad.app.actions.bring_back import NotAnExport, bring_back
from highroad.app.models import OwnerRow
from highroad.app.queries.exports import PRIVATE, STORED, as_json
from tests.app.everything import everything
from tests.app.mails import bring, haldenfrey
from tests.app.terminal import answer, fill, run
from tests.cast import NOW

DERIVED = {
    "highroad_applicationrow": "application_id, employer, role, furthest_stage, outcome, confirmed, applied_on",
    "highroad_eventrow": "event_id, kind, at, evidence, by_user, is_no, confirmed, sure, event",
    "highroad_personrow": "person_id, name, email, part, last_contact_at, thanked_at",
    "highroad_linkrow": "event_id, key",
    "highroad_search": "employer, role, people, mail",
}
WORDS = (b"Haldenfrey", b"haldenfrey", b"Unfortunately", b"private words", b"private thought", b"Noor")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("record") / "data")


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    """A folder with something in every table, for this test alone."""
    return shutil.copytree(filled, tmp_path / "data")


def whole(folder: Path) -> dict[str, list[Any]]:
    """Every row of what is stored, and what was worked out from it without its row numbers."""
    tables = {table._meta.db_table: "*" for table in (STORED | PRIVATE).values()} | DERIVED
    with closing(sqlite3.connect(folder / "highroad.sqlite3")) as record:
        return {
            name: sorted(record.execute(f"SELECT {columns} FROM {name}"), key=repr) for name, columns in tables.items()
        }


def changed(folder: Path, sql: str) -> None:
    with closing(sqlite3.connect(folder / "highroad.sqlite3")) as record:
        record.execute(sql)
        record.commit()


def test_every_file_is_its_owners_alone(folder):
    run(folder, "backup")
    run(folder, "export", folder.parent / "all.json")

    modes = {
        found: stat.S_IMODE(found.stat().st_mode) for found in [folder, *folder.rglob("*"), folder.parent / "all.json"]
    }

    assert {mode for found, mode in modes.items() if found.is_dir()} == {0o700}
    assert {mode for found, mode in modes.items() if found.is_file()} == {0o600}


def test_a_restore_gives_the_record_that_was_copied(folder):
    before = whole(folder)
    copy = Path(answer(folder, "backup", folder.parent / "copy.sqlite3", "--json")["backup"])
    changed(folder, "DELETE FROM highroad_correctionrow")
    run(folder, "rebuild")
    between = whole(folder)

    restored = answer(folder, "restore", copy, "--json")

    assert between != before
    assert whole(folder) == before
    assert Path(restored["before"]).exists()


def test_a_rebuild_gives_the_same_record(folder):
    before = whole(folder)

    answer(folder, "rebuild", "--json")

    assert whole(folder) == before


def test_an_export_brought_back_is_the_same_record(folder, tmp_path):
    export = tmp_path / "all.json"
    run(folder, "export", "--with-private", export)

    answer(tmp_path / "new", "restore", export, "--json")
    again = answer(tmp_path / "new", "export", "--with-private")

    taken = json.loads(export.read_text())
    asked = again["tables"]["consents"].pop()
    assert (asked["gate"], asked["given"]) == ("private_in_export", True)
    assert again == taken
    assert again["tables"]["writings"][0]["text"] == "private words"
    assert len(again["applications"]) == 3


def test_private_writing_stays_out_of_an_export_that_does_not_ask(folder):
    text = run(folder, "export").stdout

    assert "private words" not in text and "private thought" not in text
    assert {"writings", "thoughts"}.isdisjoint(json.loads(text)["tables"])


def test_an_export_is_not_mixed_with_a_record(folder, tmp_path):
    run(folder, "export", tmp_path / "all.json")
    before = whole(folder)

    done = run(folder, "restore", tmp_path / "all.json")

    assert (done.returncode, "There is a record here already" in done.stderr) == (1, True)
    assert whole(folder) == before


def newer(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as record:
        record.execute(
            "INSERT INTO django_migrations(app, name, applied) VALUES ('highroad', '0999_later', '2030-01-01')"
        )
        record.commit()


def of_something_else(copy: Path) -> None:
    copy.unlink()
    with closing(sqlite3.connect(copy)) as other:
        other.execute("CREATE TABLE notes(text)")
        other.commit()


DAMAGE = {
    "cut short": lambda copy: copy.write_bytes(copy.read_bytes()[:5000]),
    "overwritten": lambda copy: copy.write_bytes(copy.read_bytes()[:4096] + b"\xff" * 200_000),
    "text": lambda copy: copy.write_text("not a database at all"),
    "empty": lambda copy: copy.write_bytes(b""),
    "of another program": of_something_else,
    "gone": lambda copy: copy.unlink(),
    "newer": newer,
}


@pytest.mark.django_db
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_or_newer_backup_is_refused_and_nothing_is_touched(ana, filled, tmp_path, settings, damage):
    settings.DATA_FOLDER = tmp_path / "data"
    bring(ana, *haldenfrey())
    before = as_json(ana, now=NOW, with_private=True)
    copy = Path(shutil.copy(filled / "highroad.sqlite3", tmp_path / "copy.sqlite3"))
    damage(copy)

    with pytest.raises((NotABackup, BackupTooNew), match=r"Nothing was changed\.$"):
        restore(copy, now=NOW)

    assert as_json(ana, now=NOW, with_private=True) == before
    assert not (tmp_path / "data").exists()


def without(*names: str):
    return lambda export: {name: part for name, part in export.items() if name not in names}


def twice(export: dict[str, Any]) -> dict[str, Any]:
    export["tables"]["messages"] *= 2
    return export


BROKEN = {
    "cut short": lambda text: text[: len(text) // 2],
    "a list": lambda _: "[]",
    "of another version": lambda text: text.replace('"high_road_export": 1', '"high_road_export": 99'),
    "without its tables": lambda text: json.dumps(without("tables")(json.loads(text))),
    "with a column nobody knows": lambda text: text.replace('"subject":', '"subjects":'),
    "with a mail of another shape": lambda text: text.replace('"sent_at":', '"sent":'),
    "with a row twice": lambda text: json.dumps(twice(json.loads(text))),
    "nested without end": lambda _: "[" * 100_000,
}


@pytest.mark.django_db
@pytest.mark.parametrize("harm", BROKEN.values(), ids=BROKEN)
def test_a_broken_export_is_refused_and_the_record_stays_empty(ana, bo, tmp_path, harm):
    everything(bo)
    export = tmp_path / "all.json"
    export.write_text(harm(json.dumps(as_json(bo, now=NOW, with_private=True))))
    OwnerRow.objects.filter(pk=bo.pk).delete()
    empty = as_json(ana, now=NOW, with_private=True)

    with pytest.raises(NotAnExport, match=r"all\.json is not a High Road export\. Nothing was changed\."):
        bring_back(ana, export)

    assert as_json(ana, now=NOW, with_private=True) == empty


def test_wiping_leaves_no_byte(folder):
    run(folder, "backup")
    (folder / "passing" / "left.eml").write_bytes(WORDS[0])

    done = run(folder, "wipe", typed="wipe\n")

    assert done.returncode == 0
    left = b"".join(found.read_bytes() for found in folder.rglob("*") if found.is_file())
    assert [word for word in WORDS if word in left] == []
    assert not list((folder / "backups").glob("*"))
    assert answer(folder, "apps", "list", "--json") == []


def test_nothing_is_wiped_without_the_word(folder):
    before = whole(folder)

    done = run(folder, "wipe", typed="yes\n")

    assert (done.returncode, "Nothing was deleted." in done.stderr) == (1, True)
    assert whole(folder) == before


def test_an_upgrade_makes_a_copy_first(folder):
    changed(folder, "DROP TABLE highroad_search")
    changed(folder, "DELETE FROM django_migrations WHERE name = '0002_search'")

    run(folder, "rebuild")

    [copy] = folder.glob("backups/highroad-before-upgrade-*.sqlite3")
    with closing(sqlite3.connect(copy)) as record:
        assert record.execute("SELECT count(*) FROM highroad_messagerow").fetchone()[0] > 0
    assert len(whole(folder)["highroad_applicationrow"]) == len(whole(folder)["highroad_search"]) == 3


def test_a_record_of_a_newer_version_is_left_alone(folder):
    changed(folder, "INSERT INTO django_migrations(app, name, applied) VALUES ('highroad', '0999_later', '2030-01-01')")

    done = run(folder, "apps", "list")

    assert done.returncode == 1
    assert done.stderr == "A newer High Road wrote this record. Update High Road, and everything is there again.\n"
