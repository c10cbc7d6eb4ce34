"""Lines of work: suggested by the mail, chosen by the user, one's own dropped in; from the page and the terminal."""

import pytest

from highroad.app.folder import data_folder
from highroad.app.queries.fields import fields
from highroad.app.queries.forecast import outlook
from highroad.app.queries.forecast_pages import shown_now
from tests.app.mails import bring, haldenfrey, mail
from tests.app.noes import MET, confirmed, final_no, light_no, text_of
from tests.app.numbers import numbers_without_source
from tests.app.terminal import answer, run
from tests.applications.test_field import GARDEN
from tests.cast import NOW

pytestmark = pytest.mark.django_db
OF_LAW = (
    "Dear Ana,\n\nThank you for your application for the {role} position at {employer}. Your callback will be with our "
    "practice group. The recruiting coordinator will write to you.\n\n{sign}"
)


@pytest.fixture
def dropped_in():
    folder = data_folder() / "fields"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "garden.toml").write_text(GARDEN)
    (folder / "poor.toml").write_text(GARDEN.replace('source = "made up for this test"\n', ""))
    yield folder
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


def test_the_mail_suggests_and_the_user_chooses(client, ana):
    bring(ana, mail(OF_LAW, day=3))
    suggested = text_of(client.get("/settings/field"))

    client.post("/settings/field", {"field": "law"})

    ana.refresh_from_db()
    assert "Your mail sounds like law. Is it?" in suggested
    assert ana.field == "law"
    assert "sounds like" not in text_of(client.get("/settings/field"))


def test_nothing_is_used_before_the_user_says_so(ana):
    bring(ana, mail(OF_LAW, day=3))

    found = fields(ana)

    assert found.suggested.id == "law"
    assert found.used is None and ana.field == ""


def test_a_field_changes_the_forecast_and_adds_its_reasons(client, ana):
    event_id = light_no(ana)
    before = shown_now(ana, now=NOW)

    client.post("/settings/field", {"field": "law"})

    ana.refresh_from_db()
    assert shown_now(ana, now=NOW).horizons[0].interview > before.horizons[0].interview
    assert shown_now(ana, now=NOW).horizons == outlook(ana, today=NOW.date(), field="law_lateral").horizons
    assert "Whether the class was full before your date." in text_of(client.get(f"/no/{event_id}/likely-not-you"))


def test_a_figure_of_a_field_stands_with_its_source(client, ana):
    page = text_of(client.get("/settings/field"))

    assert "49 of 100, seen from 46 to 58" in page
    assert "NALP via Above the Law, 2024 cycle, US" in page
    assert "not your odds" in page


def test_ones_own_is_found_and_a_poor_one_is_refused_with_its_reason(client, ana, dropped_in):
    page = text_of(client.get("/settings/field"))

    assert "Gardens" in page
    assert "poor.toml was not taken." in page
    assert "has no source" in page


@pytest.mark.parametrize(
    ("written", "instead", "says"),
    [
        ("[[base_rate]]", "[base_rate]", "[[base_rate]] is a list of tables"),
        ("[[ladder]]", "[ladder]", "[[ladder]] is a list of tables"),
        ("value = 0.4", f"value = 1{'0' * 5000}", "It is no TOML"),
    ],
)
def test_a_broken_file_breaks_no_page(client, ana, dropped_in, written, instead, says):
    event_id = light_no(ana)
    (dropped_in / "poor.toml").write_text(GARDEN.replace(written, instead))

    settings, step = (client.get(page) for page in ("/settings/field", f"/no/{event_id}/likely-not-you"))

    assert says in text_of(settings)
    assert step.status_code == 200


def test_a_name_that_is_none_is_not_found(client, ana):
    assert client.post("/settings/field", {"field": "../x"}).status_code == 404


def test_the_terminal_lists_uses_and_checks(tmp_path):
    folder = tmp_path / "record"
    used = answer(folder, "field", "use", "law", "--json")
    (folder / "fields").mkdir()
    (folder / "fields" / "garden.toml").write_text(GARDEN)

    listed = answer(folder, "field", "list", "--json")

    assert [one["id"] for one in listed["fields"]] == ["generic", "law", "garden"]
    assert used == {"used": "law"}
    assert listed["used"] == "law"


def test_the_terminal_says_what_is_wrong_with_a_file(tmp_path):
    (tmp_path / "poor.toml").write_text(GARDEN.replace('source = "made up for this test"\n', ""))
    (tmp_path / "broken.toml").write_bytes(b"\xff\xfe[")
    (tmp_path / "single.toml").write_text(GARDEN.replace("[[base_rate]]", "[base_rate]"))
    (tmp_path / "good.toml").write_text(GARDEN)

    good, poor, broken, single = (
        run(tmp_path / "record", "field", "check", tmp_path / f"{name}.toml")
        for name in ("good", "poor", "broken", "single")
    )

    assert (good.returncode, good.stdout) == (0, "garden can be used. Figures, each with its source: 1.\n")
    assert poor.returncode == 1 and "has no source" in poor.stdout
    assert broken.returncode == 1 and "It is no TOML" in broken.stdout
    assert single.returncode == 1 and "two pairs of brackets" in single.stdout


def test_how_the_field_hires_stands_with_its_source_on_step_four_and_among_the_settings(client, ana):
    event_id = light_no(ana)
    before = text_of(client.get(f"/no/{event_id}/likely-not-you"))
    client.post("/settings/field", {"field": "law"})

    pages = [text_of(client.get(page)) for page in (f"/no/{event_id}/likely-not-you", "/settings/field")]

    assert "How hiring goes in" not in before
    for page in pages:
        assert "How hiring goes in law" in page
        assert 'often a lunch. <span class="source">Yale Law and GW Law career offices, 2026-11</span>' in page
        assert numbers_without_source(page) == []


def test_whom_one_asks_in_the_field_stands_on_step_two(client, ana):
    event_id = final_no(ana)
    before = text_of(client.get(f"/no/{event_id}/ask-for-feedback"))
    client.post("/settings/field", {"field": "law"})

    page = text_of(client.get(f"/no/{event_id}/ask-for-feedback"))

    assert "Whom one asks in" not in before
    assert page.index("Recruiting coordinator") < page.index("Associate") < page.index("Hiring partner")
    assert "Judge: chambers are not asked." in page
    assert "Copy the partner on a feedback request." in page
    assert "by custom; nobody has measured it" in page


def test_nobody_is_named_to_ask_where_the_step_is_better_skipped(client, ana):
    event_id = light_no(ana)
    client.post("/settings/field", {"field": "law"})

    assert "Whom one asks in law" not in text_of(client.get(f"/no/{event_id}/ask-for-feedback"))


def test_which_doors_open_again_in_the_field_and_when_stands_on_step_three(client, ana):
    event_id = confirmed(ana, haldenfrey(ago=3), people=MET)
    before = text_of(client.get(f"/no/{event_id}/dont-burn-bridges"))
    client.post("/settings/field", {"field": "law"})

    page = text_of(client.get(f"/no/{event_id}/dont-burn-bridges"))

    chip = '<span class="source">our own suggestion, 2026-11</span>'
    assert "When doors open again in" not in before
    assert page.index("we would let half a year pass") < page.index("When doors open again in law")
    assert f'a half: from <time datetime="2028-05-13">13 May 2028</time> {chip}' in page
    assert f"Late summer and autumn hiring: open now {chip}" in page
    assert f'UK: the next cycle: from <time datetime="2027-09-01">1 September 2027</time> {chip}' in page
    assert 'After a clerkship <span class="source">by custom; nobody has measured it</span>' in page
    assert numbers_without_source(page) == []


def test_no_door_is_shown_where_the_user_thinks_that_the_no_broke_the_law(client, ana):
    event_id = final_no(ana)
    client.post("/settings/field", {"field": "law"})
    client.post(f"/no/{event_id}/dont-burn-bridges/unfair", {"unfair": "yes"})

    assert "When doors open again in" not in text_of(client.get(f"/no/{event_id}/dont-burn-bridges"))


def test_a_field_that_tells_of_no_doors_shows_none(client, ana, dropped_in):
    event_id = final_no(ana)
    client.post("/settings/field", {"field": "garden"})

    assert "When doors open again in" not in text_of(client.get(f"/no/{event_id}/dont-burn-bridges"))


@pytest.mark.parametrize("which", [final_no, light_no])
def test_what_is_counted_in_the_field_stands_with_country_and_grade_beside_chance(client, ana, which):
    event_id = which(ana)
    before = text_of(client.get(f"/no/{event_id}/likely-not-you/chance"))
    client.post("/settings/field", {"field": "law"})

    page = text_of(client.get(f"/no/{event_id}/likely-not-you/chance"))

    counted = page.partition("<summary>What is counted in law</summary>")[2].partition("</details>")[0]
    assert "What is counted in" not in before
    assert "49 of 100, seen from 46 to 58" in counted and "not your odds" in counted
    assert '<span class="source">NALP via Above the Law, 2024 cycle, US, grade B</span>' in counted
    assert "AllAboutLaw" not in counted and "37 of 100" not in counted
    assert numbers_without_source(page, every=True) == []
