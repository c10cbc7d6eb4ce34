"""Field profiles: a figure without where it is from does not load, and every problem is said at once."""

import copy
import math
import tomllib

import pytest

from highroad.applications.field import SHIPPED, FieldRefused, hits, names_of_stages, profile, shipped
from highroad.applications.field_problems import RATE_NEEDS
from highroad.events.event import Stage

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


def test_a_figure_whose_source_nobody_has_read_is_not_shown():
    told = garden()
    told["base_rate"][0]["opened"] = False

    assert profile(told).rates == ()
    assert "training_contracts_per_law_graduate" not in {rate.id for rate in shipped("law").rates}


def test_whether_a_source_was_read_is_a_yes_or_a_no():
    told = garden()
    told["base_rate"][0]["opened"] = "later"

    with pytest.raises(FieldRefused, match="opened"):
        profile(told)


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
        (lambda told: told["ladder"][0].update(called={"trial": "trial day"}), "Ladder 1: called"),
        (lambda told: told["ladder"][0].update(called={"interview": "a long day between all the roses"}), "Ladder 1"),
        (lambda told: told["ladder"][0].update(called=["trial day"]), "Ladder 1"),
        (lambda told: told["reasons"].update(add="all"), "list of words"),
        (lambda told: told.update(base_rate=told["base_rate"][0]), r"\[\[base_rate\]\] is a list of tables"),
        (lambda told: told.update(base_rate=["a"]), r"\[\[base_rate\]\] is a list of tables"),
        (lambda told: told.update(base_rate="x"), r"\[\[base_rate\]\] is a list of tables"),
        (lambda told: told.update(ladder=told["ladder"][0]), r"\[\[ladder\]\] is a list of tables"),
        (lambda told: told.update(ladder=["x"]), r"\[\[ladder\]\] is a list of tables"),
        (lambda told: told["meta"].update(detect=[]), "detect is a table"),
        (lambda told: told["meta"].update(name="gardens, where 95 % get a job"), "meta: name tells a number without"),
        (lambda told: told["meta"].update(hired=0.95), "meta: hired tells a number without"),
        (lambda told: told["ladder"][0].update(share=0.4), r"ladder\[1\]: share tells a number without"),
        (lambda told: told["ladder"][0]["stages"].append("3 of 5 stay"), r"ladder\[1\]: stages tells a number"),
        (lambda told: told["reasons"]["add"].append("In 7 of 10 firms it was the frost."), "reasons: add tells"),
        (lambda told: told["reasons"]["add"].append("In 70 per cent it was the frost."), "reasons: add tells"),
        (
            lambda told: told.update(people={"owner": {"ask_feedback": 0, "note": "1 in 9 answers"}}),
            "people.owner: note",
        ),
        (lambda told: told.update(people={"owner": {"ask_feedback": 0, "note": 9}}), "note in words"),
        (lambda told: told["norms"].update(do_not=["ask twice; 80 % say no"]), "norms: do_not tells"),
        (lambda told: told.update(reopen={"add": [{"what": "again, as 2 of 3 do"}]}), r"reopen.add\[1\]: what tells"),
        (lambda told: told["base_rate"][0].update(range=[-3, math.inf]), "needs a number as value and two as range"),
        (lambda told: told["base_rate"][0].update(value=math.nan), "needs a number as value"),
        (lambda told: told["base_rate"][0].update(range=[0, 10**400]), "needs a number as value"),
        (lambda told: told["base_rate"][0].update(what=["70 %"]), "what and region in words"),
    ],
)
def test_what_is_wrong_is_said(change, says):
    told = garden()
    change(told)

    with pytest.raises(FieldRefused, match=says):
        profile(told)


@pytest.mark.parametrize(
    "text", ["Round 2 in 2026 comes first.", "Whether 3 of them had left.", "Whether all 4 rounds were held in 1 day."]
)
def test_a_number_that_is_no_share_may_stand_in_words(text):
    told = garden()
    told["reasons"]["add"] = [text]

    assert profile(told).reasons == (text,)


def test_a_share_in_words_may_stand_beside_its_source():
    told = garden()
    told["reopen"] = {"add": [{"what": "again, as 2 of 3 do", "source": "made up", "as_of": "2024"}]}

    assert profile(told).reopens[0].what == "again, as 2 of 3 do"


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


@pytest.mark.parametrize(
    ("country", "said", "names"),
    [
        ("US", "", {Stage.SCREEN: "screener", Stage.INTERVIEW: "callback"}),
        ("US", "The partner interview is on Monday.", {Stage.SCREEN: "screener", Stage.INTERVIEW: "callback"}),
        ("GB", "", {Stage.ASSESSMENT: "online test", Stage.FINAL: "partner interview"}),
        ("", "We invite you to a callback.", {Stage.SCREEN: "screener", Stage.INTERVIEW: "callback"}),
        (
            "",
            "The Partner Interview is on Monday.",
            {Stage.ASSESSMENT: "online test", Stage.FINAL: "partner interview"},
        ),
        ("", "We invite you to talk.", {}),
        ("DE", "", {}),
    ],
)
def test_stages_of_law_are_named_as_the_country_or_the_mail_names_them(country, said, names):
    assert names_of_stages(shipped("law"), country=country, said=said) == names


def test_any_work_keeps_the_plain_names():
    assert names_of_stages(shipped("generic"), country="US", said="first talk") == {}
