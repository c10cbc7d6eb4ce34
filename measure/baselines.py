"""Simple readers to hold ours against: a list of phrases, word counts, and our second opinion alone."""

import re
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from highroad.events.event import Kind
from highroad.events.model import scores
from highroad.events.prepared import prepare
from highroad.mail.message import Message
from training.clauses import LANGUAGES
from training.letters import Letter, letters
from training.whole import written_whole

Reads = Callable[[list[Message]], list[Kind]]

# What a quick look at job mail suggests, in the order of trust.
PHRASES = {
    Kind.REJECTION: r"unfortunately|regret|not (?:been )?(?:selected|successful)|other candidates"
    r"|not (?:be )?moving forward|leider|absage|malheureusement|lamentablemente|purtroppo|infelizmente|helaas",
    Kind.OFFER: r"pleased to offer|offer letter|congratulations|arbeitsvertrag|job offer",
    Kind.ASSESSMENT: r"assessment|coding (?:test|challenge)|take-home|online-test",
    Kind.INTERVIEW: r"interview|your availability|schedule a call|vorstellungsgespräch|gespräch",
    Kind.WITHDRAWAL: r"withdraw",
    Kind.CONFIRMATION: r"received your application|application (?:was|has been) (?:sent|received|submitted)"
    r"|thank(?:s| you) for (?:applying|your application)|bewerbung (?:erhalten|eingegangen)",
    Kind.ALERT: r"job alert|new jobs|jobs for you|jobagent",
    Kind.OUTREACH: r"came across your profile|your profile|opportunity",
    Kind.UPDATE: r"your application|ihre bewerbung",
}


def by_phrases(messages: list[Message]) -> list[Kind]:
    """The first kind with a phrase in subject or body, else other."""
    return [next(_named(f"{one.subject}\n{one.text}".lower()), Kind.OTHER) for one in messages]


def _named(text: str) -> Iterator[Kind]:
    return (kind for kind, pattern in PHRASES.items() if re.search(pattern, text))


def by_second_opinion(messages: list[Message]) -> list[Kind]:
    """The likeliest kind by the shipped linear model, without any rule."""
    chances = (scores(prepare(message)) for message in messages)
    return [max(one, key=one.__getitem__) for one in chances]


def by_word_counts(messages: list[Message]) -> list[Kind]:
    """TF-IDF of words and pairs with logistic regression, fitted on the letters our own model is fitted on."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 (only here, only if installed)
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline  # noqa: PLC0415

    mails = our_letters()
    regression = LogisticRegression(C=5, max_iter=300, tol=3e-3)
    model = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True), regression)
    model.fit([f"{mail.subject}\n{mail.text}" for mail in mails], [mail.kind for mail in mails])
    return [Kind(kind) for kind in model.predict([f"{one.subject}\n{one.text}" for one in messages])]


def our_letters() -> list[Letter]:
    """Those written whole and those put together from clauses, in every language."""
    from training.fit import EVERY_SIDE, MADE, MADE_ELSEWHERE  # noqa: PLC0415 (needs scikit-learn)

    made = {language: MADE.get(language, MADE_ELSEWHERE) for language in LANGUAGES}
    whole = (letter for language in LANGUAGES for letter in written_whole(language))
    return [
        *whole,
        *(one for language in LANGUAGES for one in letters(made[language], language=language, sides=EVERY_SIDE)),
    ]


def baselines() -> dict[str, Reads]:
    """By name; the one that needs scikit-learn only where it is installed."""
    always: dict[str, Reads] = {"keyword list": by_phrases, "second opinion alone": by_second_opinion}
    return always if left_out() else always | {"TF-IDF, fitted on the same letters": by_word_counts}


def left_out() -> str:
    """A sentence where a reader is missing, and how to get it; else nothing."""
    return (
        "" if find_spec("sklearn") else "TF-IDF is left out: scikit-learn is not installed; `make train` installs it."
    )
