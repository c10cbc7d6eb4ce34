"""What a posting asks for beside what a résumé says."""

from highroad.words.content import load_toml
from highroad.words.skills import covered, requirements, skills

POSTING = """About us
We sell bread and love SQL jokes.

Your profile:
- Several years of experience with Python and SQL queries
- Confident use of Power BI
- A degree in a related field
- Fluent German

We offer
Free coffee and Photoshop courses
"""


def test_a_skill_counts_under_any_of_its_words() -> None:
    found = covered(POSTING, "Analyst. Python, T-SQL. Deutschkenntnisse: fließend.")

    assert [one.skill for one in found.covered] == ["Python", "SQL", "German"]
    assert [one.skill for one in found.not_found] == ["Power BI"]


def test_what_a_posting_says_of_itself_is_not_asked_for() -> None:
    found = covered(POSTING, "")

    assert "Photoshop" not in {one.skill for one in found.not_found}


def test_each_skill_comes_with_the_sentence_that_asks_for_it() -> None:
    found = covered(POSTING, "")

    assert found.not_found[0].sentence == "Several years of experience with Python and SQL queries"


def test_a_requirement_that_names_no_skill_is_left_for_the_reader() -> None:
    assert covered(POSTING, "").to_read == ("A degree in a related field",)


def test_german_postings_are_read_too() -> None:
    posting = "Ihr Profil\n- Erfahrung in der Tourenplanung\n- Führerschein C\n- Zuverlässigkeit\n\nWir bieten\nObst"

    found = covered(posting, "Disponentin, plane Touren: Route planning, SAP R/3")

    assert [one.skill for one in found.covered] == ["Route planning"]
    assert [one.skill for one in found.not_found] == ["Lorry licence", "Reliability"]


def test_programs_count_only_as_they_are_written() -> None:
    assert skills("We want you to excel, to use the right word, and R&D experience.") == ()
    assert skills("Excel, Word and R") == ("Excel", "Word", "R")


def test_a_posting_without_headings_is_read_by_its_words() -> None:
    assert requirements("We are a bakery. You have experience with tills. Come by.") == (
        "You have experience with tills.",
    )


def test_nothing_asked_and_nothing_written_give_nothing() -> None:
    assert not covered("", "").says_anything


def test_no_two_skills_share_a_word() -> None:
    groups = load_toml("highroad.words", "content/skills.toml")
    named = [
        word.strip().lower()
        for group in groups.values()
        for skill, others in group.items()
        for word in (skill, *others.split(","))
        if word.strip()
    ]

    assert len(named) == len(set(named))
    assert sum(map(len, groups.values())) >= 400
