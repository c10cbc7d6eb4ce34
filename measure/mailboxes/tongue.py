"""Days, salutations and the lines above a quotation in the four languages."""

from datetime import datetime

_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(),
}
_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
}
_DAY = {"en": "{w} {d} {m}", "de": "{w}, {d}. {m}", "fr": "{w} {d} {m}", "nl": "{w} {d} {m}"}
_DATE = {"en": "{d} {m}", "de": "{d}. {m}", "fr": "{d} {m}", "nl": "{d} {m}"}
_WROTE = {
    "en": "On {w} {d} {m} {y} at {t}, {who} wrote:",
    "de": "Am {d}. {m} {y} um {t} schrieb {who}:",
    "fr": "Le {w} {d} {m} {y} à {t}, {who} a écrit :",
    "nl": "Op {w} {d} {m} {y} om {t} schreef {who}:",
}
_BLOCK = {
    "en": ("-----Original Message-----", "From", "Sent", "To", "Subject"),
    "de": ("-----Ursprüngliche Nachricht-----", "Von", "Gesendet", "An", "Betreff"),
    "fr": ("-----Message d'origine-----", "De", "Envoyé", "À", "Objet"),
    "nl": ("-----Oorspronkelijk bericht-----", "Van", "Verzonden", "Aan", "Onderwerp"),
}
_FORWARD = {
    "en": "---------- Forwarded message ---------",
    "de": "---------- Weitergeleitete Nachricht ---------",
    "fr": "---------- Message transféré ---------",
    "nl": "---------- Doorgestuurd bericht ---------",
}
_REPLY = {"en": "Re", "de": "AW", "fr": "RE", "nl": "RE"}
_FORMAL = {"en": ("Ms", "Mr"), "de": ("Frau", "Herr"), "fr": ("Mme", "M."), "nl": ("mevrouw", "meneer")}
_DEAR = {
    "en": ("Dear Ms", "Dear Mr"),
    "de": ("Sehr geehrte Frau", "Sehr geehrter Herr"),
    "fr": ("Chère Madame", "Cher Monsieur"),
    "nl": ("Geachte mevrouw", "Geachte heer"),
}
_TEAM = {
    "en": ("{} Careers", "{} Recruitment", "{}"),
    "de": ("{} Karriere", "Personalabteilung {}", "{}"),
    "fr": ("{} Recrutement", "Service RH {}", "{}"),
    "nl": ("Werken bij {}", "{} Recruitment", "{}"),
}
_NOBODY = {
    "en": ("Recruiting Team", "Talent Acquisition", "Notifications", ""),
    "de": ("Bewerbermanagement", "Recruiting", "Ihre Bewerbung", ""),
    "fr": ("Équipe recrutement", "Ressources humaines", "Votre candidature", ""),
    "nl": ("Recruitment", "Sollicitaties", "HR-team", ""),
}


def day(moment: datetime, lang: str) -> str:
    """A day with its weekday, as one writes it in a letter."""
    return _fill(_DAY[lang], moment, lang)


def date(moment: datetime, lang: str) -> str:
    """A day without its weekday."""
    return _fill(_DATE[lang], moment, lang)


def clock(moment: datetime, lang: str) -> str:
    """The time of day."""
    return f"{moment.hour}h{moment.minute:02d}" if lang == "fr" else f"{moment.hour}:{moment.minute:02d}"


def wrote(moment: datetime, who: str, lang: str) -> str:
    """The line above a quotation."""
    return _fill(_WROTE[lang], moment, lang, who)


def block(sender: str, moment: datetime, to: str, subject: str, lang: str) -> str:
    """The little head that some programs set above the mail they answer."""
    rule, *words = _BLOCK[lang]
    return "\n".join([rule, *_head(words, sender, moment, to, subject, lang)])


def forward(sender: str, moment: datetime, to: str, subject: str, lang: str) -> str:
    """The little head above a mail that is passed on."""
    return "\n".join([_FORWARD[lang], *_head(_BLOCK[lang][1:], sender, moment, to, subject, lang)])


def reply_mark(lang: str) -> str:
    """What is set before the subject of an answer."""
    return _REPLY[lang]


def formal(last: str, woman: bool, lang: str) -> str:
    """A person spoken of formally."""
    return f"{_FORMAL[lang][0 if woman else 1]} {last}"


def dear(last: str, woman: bool, lang: str) -> str:
    """A person spoken to formally."""
    return f"{_DEAR[lang][0 if woman else 1]} {last}"


def teams(lang: str) -> tuple[str, ...]:
    """How an employer's system signs with the employer's name."""
    return _TEAM[lang]


def nobodies(lang: str) -> tuple[str, ...]:
    """How a system signs without it."""
    return _NOBODY[lang]


def _head(words: list[str] | tuple[str, ...], *parts: object) -> list[str]:
    sender, moment, to, subject, lang = parts
    assert isinstance(moment, datetime) and isinstance(lang, str)
    when = f"{day(moment, lang)} {clock(moment, lang)}"
    return [f"{word}: {value}" for word, value in zip(words, (sender, when, to, subject), strict=True)]


def _fill(pattern: str, moment: datetime, lang: str, who: str = "") -> str:
    return pattern.format(
        w=_WEEKDAYS[lang][moment.weekday()],
        d=moment.day,
        m=_MONTHS[lang][moment.month - 1],
        y=moment.year,
        t=clock(moment, lang),
        who=who,
    )
