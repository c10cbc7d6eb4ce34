"""The first look lets no mail about applications go, however it is encoded."""

from pathlib import Path

import pytest

from highroad.events.event import NOT_ABOUT
from measure.gate import WAYS, let_go
from measure.labelled import cases

KEPT_ASIDE = sorted((Path(__file__).parents[2] / "measure" / "kept_aside").glob("*.jsonl"))


@pytest.fixture(scope="module")
def about_applications():
    return [case for case in cases(KEPT_ASIDE) if case.kind not in NOT_ABOUT]


@pytest.mark.parametrize("way", WAYS)
def test_no_mail_about_an_application_is_let_go(about_applications, way):
    assert len(about_applications) > 200
    assert [case.name for case in let_go(about_applications, WAYS[way])] == []
