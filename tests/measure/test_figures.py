"""The figures the reader is judged by."""

import json
from pathlib import Path

import pytest

from highroad.events.event import Kind
from measure.figures import Rate, confusion, macro_f1, score
from measure.labelled import cases

NO, YES = Kind.REJECTION, Kind.OFFER


def test_precision_and_recall_count_what_was_read_and_what_was_there():
    found = score(NO, [(NO, NO), (NO, NO), (NO, YES), (YES, NO)])

    assert (found.precision.share, found.recall.share) == (2 / 3, 2 / 3)
    assert found.f1 == pytest.approx(2 / 3)


def test_a_kind_never_read_has_no_precision():
    assert score(NO, [(NO, YES)]).precision.share is None


def test_the_mean_is_over_the_kinds_that_occur():
    assert macro_f1([(NO, NO), (YES, NO)]) == pytest.approx((2 / 3 + 0) / 2)


def test_a_bound_is_wider_for_few_than_for_many():
    assert Rate(10, 10).at_least == pytest.approx(0.722, abs=0.001)
    assert Rate(1000, 1000).at_least == pytest.approx(0.996, abs=0.001)


def test_the_confusion_table_names_what_was_read_instead():
    assert confusion([(NO, NO), (NO, YES)])[1] == ["rejection", "1", "1"]


def test_labels_of_others_are_understood_and_unknown_ones_left_out(tmp_path: Path):
    rows = [
        {"label": "application_confirmation", "subject": "Thanks", "body": "We got it.", "from": None, "lang": "en"},
        {"label": None, "subject": "Hm", "body": "?"},
        {"kind": "offer", "employer": "Larkspur", "body": "Yes\u2028yes", "people": [{"name": "Sam", "email": ""}]},
    ]
    file = tmp_path / "labelled.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")

    confirmation, offer = cases([file])

    assert (confirmation.kind, confirmation.expected) == (Kind.CONFIRMATION, {})
    assert (offer.kind, offer.expected, offer.people) == (Kind.OFFER, {"employer": "Larkspur"}, (("Sam", ""),))
