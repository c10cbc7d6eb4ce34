"""English spelling and grammar by Harper, which runs inside this program and asks nobody."""

from collections.abc import Iterator
from functools import cache
from threading import Lock

from harper import Dialect, Language, Lint, Linter

from highroad.words.slip import Slip, SlipKind

# Harper's families of findings that name a slip; the others are matters of taste
FAMILIES = {
    "Spelling": SlipKind.SPELLING,
    "Typo": SlipKind.SPELLING,
    "BoundaryError": SlipKind.SPELLING,
    "Malapropism": SlipKind.SPELLING,
    "Eggcorn": SlipKind.SPELLING,
    "Repetition": SlipKind.DOUBLED,
    "Agreement": SlipKind.GRAMMAR,
    "Grammar": SlipKind.GRAMMAR,
    "Usage": SlipKind.GRAMMAR,
    "Nonstandard": SlipKind.GRAMMAR,
    "WordChoice": SlipKind.GRAMMAR,
    "Miscellaneous": SlipKind.GRAMMAR,
}
PRINTS = "LookingForwardTo"  # this rule of 0.2.0 prints words of the letter to the terminal; ours finds the same
_one_at_a_time = Lock()  # a linter refuses a second thread


def read_english(text: str) -> Iterator[Slip]:
    """What may be wrong; a spelling counts only when neither British nor American English has it."""
    with _one_at_a_time:
        british = [lint for lint in _lint(Dialect.BRITISH, text) if lint.lint_kind in FAMILIES]
        is_spelling = [lint.lint_kind == "Spelling" for lint in british]
        american = {_place(lint) for lint in _lint(Dialect.AMERICAN, text)} if any(is_spelling) else set()
    for lint, spelling in zip(british, is_spelling, strict=True):
        if not spelling or _place(lint) in american:
            yield Slip(FAMILIES[lint.lint_kind], lint.span.start, lint.problem_text, _instead(lint))


def _place(lint: Lint) -> tuple[int, str]:
    return lint.span.start, lint.lint_kind


def _instead(lint: Lint) -> str:
    return lint.suggestions[0].replacement_text if lint.suggestions else ""


def _lint(dialect: Dialect, text: str) -> list[Lint]:
    return _linter(dialect).lint(text, language=Language.PLAINTEXT)


@cache
def _linter(dialect: Dialect) -> Linter:
    """Built once, for that takes most of a second."""
    linter = Linter(dialect)
    linter.set_lint_config(linter.get_lint_config() | {PRINTS: False})
    return linter
