"""`python -m training.fit_tone`: fits how sentences to employers sound, and ships the opinion."""

from collections.abc import Sequence
from dataclasses import replace

from highroad.words.hot_words import LANGUAGES, hits, in_words
from highroad.words.opinion import pack
from highroad.words.overtones import HOT, REASONS, sounds
from training.sentences import STEP, Sentence, fingerprint, fitted, judged_apart, read, told
from training.written import ROOT

SHIPPED = ROOT / "src/highroad/words/content/tone.bin"
LABELS = (HOT, *REASONS)
PULL = 3.0  # inverse regularisation
CODE = tuple(
    f"src/highroad/words/{name}"
    for name in (
        "overtones.py",
        "hot_words.py",
        "shades.py",
        "content/shades.toml",
        "content/tone_en.toml",
        "content/tone_de.toml",
    )
)


def main() -> None:
    """Writes the opinion, and says how well it tells sentences it has not seen."""
    sentences = written()
    opinion = fitted(sentences, LABELS, written=tone_fingerprint(), pull=PULL)
    SHIPPED.write_bytes(pack(opinion, step=STEP))
    print(f"tone: {len(sentences)} sentences, {len(opinion.rows)} features, {SHIPPED.stat().st_size / 1e6:.2f} MB")
    print(*told(sentences, LABELS[:1], judged_apart(sentences, LABELS[:1], pull=PULL)), sep="\n")


def written() -> list[Sentence]:
    """What was written, as the tone check hears it."""
    return [one for language in LANGUAGES for one in _in(language)]


def tone_fingerprint() -> str:
    """Changes with the sentences, the lists and the shades."""
    return fingerprint("tone", *CODE)


def _in(language: str) -> list[Sentence]:
    some = read("tone", lambda text: _heard(text, language))
    return [_summed(one) for one in some if one.language == language]


def _heard(text: str, language: str) -> Sequence[str]:
    tokens = tuple(token for sentence in in_words(text, language) for token in sentence)
    return sounds([token.word for token in tokens], tuple(hits(tokens, language)), language=language).names


def _summed(sentence: Sentence) -> Sentence:
    """Any reason makes it hot."""
    return replace(sentence, labels=sentence.labels | ({HOT} if sentence.labels else frozenset()))


if __name__ == "__main__":
    main()
