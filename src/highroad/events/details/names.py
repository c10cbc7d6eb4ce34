"""How two spellings of one employer's name are told to be the same."""

import re
import unicodedata
from functools import lru_cache

from highroad.events.details.tables import word_set

_REMEMBERED = 4096  # mail repeats itself; hostile mail must not fill the memory
_LEGAL = (
    r"(?:GmbH\s?&\s?Co\.?\s?KGaA|GmbH\s?&\s?Co\.?\s?(?:KG|OHG)|AG\s?&\s?Co\.?\s?(?:KGaA|KG)|SE\s?&\s?Co\.?\s?(?:KGaA|KG)|"
    r"UG\s\(haftungsbeschränkt\)|gGmbH|GmbH|mbH|KGaA|AG|SE|KG|OHG|UG|e\.\s?K\.|e\.\s?V\.|eG|PartG(?:\smbB)?|"
    r"Incorporated|Inc\.?|L\.?L\.?C\.?|L\.?L\.?P\.?|LP|Ltd\.?|Limited|[Pp][Ll][Cc]|Corporation|Corp\.?|Co\.|PLLC|P\.?C\.|"
    r"S\.?A\.?S\.?U?|S\.?A\.?R\.?L\.?|S\.?p\.?A\.?|S\.?r\.?l\.?s?|S\.?L\.?U?\.?|S\.?A\.?|Lda\.?|Ltda\.?|"
    r"B\.?V\.?|N\.?V\.?|ASA|AB|AS|A/S|ApS|Oyj?|Pty\.?\sLtd\.?|Pte\.?\sLtd\.?)"
)
_LEGAL_END = re.compile(rf",?\s+{_LEGAL}$")
_NOT_KEY = re.compile(r"[^\w\s]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "æ": "ae"})


def ends_legally(name: str) -> bool:
    """Whether the name ends in a legal form, or a word only firms bear."""
    return bool(_LEGAL_END.search(name)) or name.rsplit(" ", 1)[-1].lower() in word_set("words", "firms")


@lru_cache(maxsize=_REMEMBERED)
def employer_key(name: str) -> str:
    """The same for two spellings of one employer: case, accents, legal form, punctuation and "the" do not count."""
    bare = name.strip()
    while (shorter := _LEGAL_END.sub("", bare)) != bare:
        bare = shorter
    even = plain(bare.replace("&", " and ").replace("+", " and "))
    words = [word for word in even.split() if word not in ("the", "and", "und", "y", "et")]
    return " ".join(words) or plain(name)


@lru_cache(maxsize=_REMEMBERED)
def plain(text: str) -> str:
    """Lower case without accents and punctuation, single blanks."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_UMLAUTS))
    return " ".join(
        _NOT_KEY.sub(" ", "".join(letter for letter in letters if not unicodedata.combining(letter))).split()
    )
