"""Field profiles: a figure without where it is from does not load, and every problem is said at once."""

import copy
import tomllib

import pytest

from highroad.applications.field import RATE_NEEDS, SHIPPED, FieldRefused, hits, profile, shipped

GARDEN = """
[meta]
id = "garden"
name = "gardens"
detect.keywords = ["nursery", "head gardener"]
detect.min_hits = 1

[[ladder]]
id = "usual"
stages = ["applied", "trial day", "offer"]

[[base_rate]]
id = "trial_to_offer"
value = 0.4
range = [0.3, 0.5]
as_of = "2024"
source = "made up for this test"
caution = "made up"

[norms]
thank_you = { says = "Thanks go out within 24 hours.", within_hours = 24, source = "made up", as_of = "2024" }

[reasons]
add = ["Whether the frost came."]
"""


def garden():
    return copy.deepcopy(tomllib.loads(GARDEN))


@pytest.mark.parametrize("name", SHIPPED)
def test_what_we_ship_can_be_trusted(name):
    assert shipped(name).ladders


def test_law_comes_with_its_figures():
    rates = {rate.id: rate for rate in shipped("law").rates}

    assert rates["callback_to_offer"].value == 0.49
    assert (rates["callback_to_offer"].low, rates["callback_to_offer"].high) == (0.46, 0.58)
    assert all(rate.source and rate.as_of and rate.caution for rate in rates.values())


def test_a_profile_of_ones_own_is_read():
    found = profile(garden())

    assert (found.id, found.rates[0].value, found.reasons) == ("garden", 0.4, ("Whether the frost came.",))


@pytest.mark.parametrize("missing", RATE_NEEDS)
def test_a_figure_without_any_of_the_five_is_refused(missing):
    told = garden()
    del told["base_rate"][0][missing]

    with pytest.raises(FieldRefused, match=missing):
        profile(told)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda told: told.pop("meta"), "meta"),
        (lambda told: told["meta"].update(id="../../etc"), "letters, digits"),
        (lambda told: told["meta"].update(prior="astrology"), "prior"),
        (lambda told: told["base_rate"][0].update(value="a lot"), "number"),
        (lambda told: told["base_rate"][0].update(value=0.9), "between"),
        (lambda told: told["base_rate"][0].update(range=[0.3]), "two numbers"),
        (lambda told: told["base_rate"][0].update(source=" "), "in words"),
        (lambda told: told["base_rate"][0].update(grade="Z"), "unknown grade"),
        (lambda told: told["norms"]["thank_you"].pop("source"), "The norm thank_you needs"),
        (lambda told: told.update(reopen={"add": [{"what": "again", "after_days": 9}]}), "after_days"),
        (lambda told: told.update(secrets={"a": 1}), "no part"),
        (lambda told: told["ladder"][0].update(stages=[]), "Ladder 1"),
        (lambda told: told["reasons"].update(add="all"), "list of words"),
    ],
)
def test_what_is_wrong_is_said(change, says):
    told = garden()
    change(told)

    with pytest.raises(FieldRefused, match=says):
        profile(told)


def test_every_problem_is_said_at_once():
    told = garden()
    del told["base_rate"][0]["source"], told["norms"]["thank_you"]["as_of"]

    with pytest.raises(FieldRefused) as refusal:
        profile(told)

    assert len(refusal.value.problems) == 2


def test_words_of_a_field_are_counted_once_each():
    law = shipped("law")

    assert hits(law, "Our OCI callback. The callback is on Monday, says the recruiting\ncoordinator.") == 3
    assert hits(law, "I work in social media.") == 0


def test_a_profile_tells_how_hiring_goes_and_whom_one_asks_first():
    told = garden()
    told["people"] = {
        "owner": {"ask_feedback": 0, "note": "is not asked"},
        "head_gardener": {"ask_feedback": 2, "address": "first name"},
        "office": {"ask_feedback": 1},
    }
    told["norms"]["do_not"] = ["bring flowers"]

    found = profile(told).customs

    assert [(norm.says, norm.source) for norm in found.norms] == [("Thanks go out within 24 hours.", "made up")]
    assert [one.who for one in found.asked] == ["office", "head_gardener"]
    assert [(one.who, one.note) for one in found.not_asked] == [("owner", "is not asked")]
    assert found.do_not == ("bring flowers",)


@pytest.mark.parametrize("order", [None, "first", -1, True])
def test_someone_without_a_place_among_those_asked_is_refused(order):
    told = garden()
    told["people"] = {"office": {"ask_feedback": order}}

    with pytest.raises(FieldRefused, match="office"):
        profile(told)
