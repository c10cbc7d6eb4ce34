"""Labelled mail of anybody's is measured by itself, mistakes and all; what cannot be used is said in one sentence."""

import json
import subprocess
from pathlib import Path

import pytest

from highroad.events.recognise import read
from measure import baselines
from measure.baselines import by_phrases, our_letters
from measure.labelled import cases
from measure.reader import main, show_all
from training.whole import written_whole

ROOT = Path(__file__).parents[2]
NO = "Dear Ana, unfortunately we have decided not to move forward with your application for the Data Analyst role."
MAILS = [
    {"id": "one", "from": "sam@haldenfrey.example", "subject": "Your application", "body": NO, "label": "rejection"},
    {"id": "two", "from": "sam@haldenfrey.example", "subject": "Your application", "body": NO, "kind": "interview"},
    {"id": "three", "subject": "A thought", "body": "I will never find work.", "labels": ["fortune_telling"]},
]


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_every_table_and_each_mistake_with_its_sentence_is_printed(tmp_path, capsys):
    labelled = cases([written(tmp_path / "mails.jsonl", *map(json.dumps, MAILS))])

    show_all([(case, read(case.message)) for case in labelled], {"phrases": by_phrases}, seconds=1, mistakes=True)

    told = capsys.readouterr().out
    titles = [line[3:] for line in told.splitlines() if line.startswith("## ")]
    assert titles[0] == "2 messages, 2 a second"
    assert {"Readers", "Kinds", "What it is, and what was read", "Certainty and truth", "Details"} <= {*titles}
    mistakes = told.partition("## Mistakes")[2].splitlines()
    assert [line.split()[:3] for line in mistakes[2:]] == [["two", "interview", "rejection"]]
    assert NO[:160] in mistakes[2]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("nope", "this is no JSON object."),
        ("[1]", "this is no JSON object."),
        ('{"kind": "weird", "body": "x"}', 'no kind is called "weird"; there are rejection, '),
        ('{"kind": 7, "body": "x"}', '"kind" is neither text nor null.'),
        ('{"kind": "offer", "body": ["x"]}', '"body" is neither text nor null.'),
        ('{"kind": "offer", "body": "x", "people": "Sam"}', '"people" is no list of objects.'),
    ],
)
def test_a_line_that_cannot_be_used_is_named_with_its_file(tmp_path, line, sentence):
    good = json.dumps(MAILS[0])
    path = written(tmp_path / "mails.jsonl", good, "", line)

    with pytest.raises(SystemExit) as stopped:
        main([str(path)])

    assert str(stopped.value).startswith(f"{path}, line 3: {sentence}")


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [(None, "cannot be read: No such file or directory."), (b"\xff", "cannot be read: it is no text in UTF-8.")],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, raw, sentence):
    path = tmp_path / "mails.jsonl"
    if raw is not None:
        path.write_bytes(raw)

    with pytest.raises(SystemExit) as stopped:
        main([str(path)])

    assert str(stopped.value) == f"{path} {sentence}"


def test_make_measure_reads_the_mail_kept_aside_by_itself_and_shows_no_mistakes():
    told = subprocess.run(
        ["make", "-n", "measure", "DATA=mine.jsonl"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    reads = [line for line in told.stdout.splitlines() if "measure.reader" in line]
    assert len(reads) == 1 and "measure/kept_aside/" in reads[0]
    assert "mine.jsonl" not in reads[0] and "--mistakes" not in reads[0]
    assert "mine.jsonl" in told.stdout


def test_word_counts_are_fitted_on_the_letters_our_own_model_is_fitted_on():
    pytest.importorskip("sklearn")

    fitted_on = {letter.text for letter in our_letters()}

    assert len(fitted_on) > 16_000
    assert fitted_on.issuperset(letter.text for letter in written_whole("nl"))


def test_where_scikit_learn_is_missing_a_sentence_says_so(monkeypatch, capsys):
    monkeypatch.setattr(baselines, "find_spec", lambda _: None)

    show_all([], {}, seconds=1, mistakes=False)

    assert "TF-IDF is left out: scikit-learn is not installed" in capsys.readouterr().out
    assert len(baselines.baselines()) == 2
