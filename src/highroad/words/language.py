"""Which of the seven languages we read a text is written in, told by its small words."""

import re
from collections import Counter

ENOUGH = 1500  # characters; small words settle it long before
_WORD = re.compile(r"[^\W\d_]+")

# The commonest small words of each language. A word that two languages share helps both, so it decides nothing.
_SMALL_WORDS = {
    "en": """the of and to in for you we your our with are be have has this that is was on at as from not will would
        it an by if i am my me were been do did can could should please thank thanks us or any who dear hello hi
        regards but they their there which more about after role position application went other interview invitation update confirmation offer job new
        test next step round received list waiting withdrawn""",
    "de": """der die das und zu in für sie wir ihre ihr ihren ihrer ihnen mit sind ist ein eine einen einem einer nicht
        den dem des auf von im am an als auch es uns unser unsere unserer haben hat wird werden wurde bei aus nach
        dass leider sehr geehrte geehrter frau herr hallo oder wenn über zum zur bitte danke dir dich du dein deine
        ich kann können möchten grüße grüßen freundlichen vielen dank bewerbung stelle noch nur sich keine einladung termin terminbestätigung gespräch zweites absage zusage
        testaufgabe probeaufgabe warteliste bestätigung unterlagen eingangsbestätigung vorstellungsgespräch angebot
        erinnerung nächster schritt rückmeldung stellenangebote fehlende feedback gehalt alle jobs neue""",
    "fr": """le la les de des du et en pour vous nous votre vos notre nos avec est sont une un au aux par sur dans que
        qui ne pas plus avons avez ce cette ces il elle ou mais bonjour madame monsieur merci cordialement être à
        suite votre candidature poste malheureusement je si été nous d'une l""",
    "es": """el la los las de del y en para usted le les su sus nuestro nuestra con es son una un al por que no se lo
        ha han hemos este esta estos pero o si como más muy hola gracias estimado estimada saludos atentamente te tu
        nos puesto candidatura proceso momento tras sido ser""",
    "it": """il lo la i gli le di del della dei delle e in per lei le sua suo nostra nostro con è sono una un al alla
        dal da che non si abbiamo ha questo questa ma o se come più gentile grazie saluti cordiali ci ti tua tuo
        candidatura posizione stato purtroppo nel nella siamo""",
    "pt": """o a os as de do da dos das e em para você lhe seu sua seus nosso nossa com é são uma um ao à no na por que
        não se foi foram este esta mas ou como mais muito olá obrigado obrigada prezado prezada atenciosamente te
        nos vaga candidatura processo momento após ser pelo pela""",
    "nl": """de het een en van in voor u uw je jouw wij we ons onze met is zijn op te dat niet aan om bij als er naar
        hebben heeft wordt worden werd deze dit maar of door geachte beste mevrouw heer hallo dank bedankt groet
        groeten vriendelijke sollicitatie functie helaas ook nog geen wel kunnen ik""",
}
_LANGUAGES_OF: dict[str, tuple[str, ...]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in set(_words.split()):
        _LANGUAGES_OF[_word] = (*_LANGUAGES_OF.get(_word, ()), _language)


def detect(text: str) -> str | None:
    """The ISO 639-1 code of en, de, fr, es, it, pt or nl; None when nothing speaks for one of them."""
    scores: Counter[str] = Counter()
    for word in _WORD.findall(text[:ENOUGH].lower()):
        for language in _LANGUAGES_OF.get(word, ()):
            scores[language] += 1
    ranked = scores.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
