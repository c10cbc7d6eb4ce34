"""When the reader changes its version does, so that mail is read again; what changes nothing needs no new one."""

from pathlib import Path

import pytest

from highroad.events.recognise import READER_VERSION
from measure import version
from measure.version import deciding, fingerprint, noted


def test_the_shipped_version_stands_for_the_reader_as_it_is():
    number, mark = noted()

    assert number == READER_VERSION
    assert mark == fingerprint(deciding()), (
        "the reader has changed: run `make reader-version`, or with SAME=1 if it reads all mail as before"
    )


def test_it_covers_the_code_and_content_of_every_room_a_reading_comes_from():
    names = {str(path.relative_to(version.SRC / "highroad")) for path in deciding()}

    assert names >= {
        "events/verdict.py", "events/sent_said.py", "events/readers/rejection.py", "events/details/role.py",
        "events/content/en.toml", "events/content/second_opinion.bin", "events/details/content/names.json",
        "words/clauses.py", "words/content/grammar.toml", "words/content/senses.toml", "mail/body.py", "mail/quotes.py",
    }  # fmt: skip
    assert "events/content/reader.toml" not in names
    assert not any(name.startswith(("app/", "steps/", "words/crisis", "words/tone")) for name in names)


@pytest.mark.parametrize(
    ("text", "is_another"),
    [
        ("# Another comment.\n\nyes = 1\n", False),
        ("yes = 2\n", True),
        ("yes = 1\nno = 1\n", True),
    ],
)
def test_a_changed_line_is_another_reader_and_a_comment_is_not(tmp_path: Path, text: str, is_another: bool):
    path = tmp_path / "words.toml"
    path.write_text("# A comment.\nyes = 1\n", encoding="utf-8")
    before = fingerprint([path])

    path.write_text(text, encoding="utf-8")

    assert (fingerprint([path]) != before) is is_another


@pytest.mark.parametrize(("words", "number"), [([], 8), (["--same"], 7)])
def test_one_command_writes_it_down(tmp_path: Path, monkeypatch, capsys, words: list[str], number: int):
    path = tmp_path / "reader.toml"
    path.write_text("# A caption.\nversion = 7\n", encoding="utf-8")
    monkeypatch.setattr(version, "NOTED", path)
    monkeypatch.setattr(version, "noted", lambda: (7, "gone"))

    version.main(words)

    mark = fingerprint(deciding())
    assert path.read_text(encoding="utf-8") == f'# A caption.\nversion = {number}\nfingerprint = "{mark}"\n'
    assert capsys.readouterr().out == f"The reader is version {number}, {mark}.\n"
