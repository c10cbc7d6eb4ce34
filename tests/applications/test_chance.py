"""Chance among equals, beside the published figures, a formula for two, and simulated finalists."""

from math import asin, pi

import numpy as np
import pytest

from highroad.applications.chance import agreement, passes_elsewhere, same_choice


@pytest.mark.parametrize(
    ("finalists", "unstructured", "structured", "separate", "panel"),
    [
        (2, 0.56, 0.64, 0.64, 0.76),
        (3, 0.40, 0.50, 0.51, 0.66),
        (5, 0.27, 0.37, 0.38, 0.56),
        (8, 0.19, 0.29, 0.30, 0.49),
    ],
)
def test_how_often_the_same_finalist_is_chosen(
    finalists: int, unstructured: float, structured: float, separate: float, panel: float
):
    found = [same_choice(finalists, value) for value in (0.19, 0.42, 0.44, 0.74)]

    assert found == pytest.approx([unstructured, structured, separate, panel], abs=0.0075)


@pytest.mark.parametrize("value", [0.1, 0.44, 0.74, 0.95])
def test_for_two_finalists_there_is_a_formula(value: float):
    assert same_choice(2, value) == pytest.approx(1 / 2 + asin(value) / pi, abs=1e-3)


@pytest.mark.parametrize("finalists", [1, 2, 5, 20])
def test_without_agreement_it_is_a_draw_and_with_full_agreement_it_is_sure(finalists: int):
    assert same_choice(finalists, 0) == pytest.approx(1 / finalists, abs=1e-3)
    assert same_choice(finalists, 1) == 1


@pytest.mark.parametrize("finalists", [3, 5, 8])
def test_simulated_interviewers_agree_as_often(finalists: int):
    dice = np.random.default_rng(5)
    shared, *apart = dice.standard_normal((3, 100_000, finalists))
    first, second = (0.44**0.5 * shared + 0.56**0.5 * own for own in apart)

    agreed = np.mean(first.argmax(axis=1) == second.argmax(axis=1))

    assert same_choice(finalists, 0.44) == pytest.approx(agreed, abs=0.006)


def test_who_failed_may_pass_elsewhere_and_who_passed_may_fail():
    assert passes_elsewhere(0.44, pass_rate=0.3, passed=False) == pytest.approx(0.22, abs=0.005)
    assert passes_elsewhere(0.44, pass_rate=0.3, passed=True) == pytest.approx(1 - 0.51, abs=0.005)


def test_every_published_figure_has_its_source():
    for figure in agreement().values():
        assert {"value", "source", "year", "country", "grade", "opened", "url", "caveat"} <= figure.keys()
    assert agreement()["separate"]["value"] == 0.44
    assert not agreement()["structured"]["opened"]
