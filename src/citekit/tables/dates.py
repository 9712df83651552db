"""Words that dates are written with: English, German, French, Spanish, Italian, Portuguese, Dutch.

Every key is *folded*: lower case, without accents, spaces and punctuation ("v. Chr." is
``vchr``), so that one entry stands for all spellings. A word that means the same in several
languages stands once. `citekit.text.fold` makes the keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = [
    "AFTER_CHRIST",
    "BEFORE_CHRIST",
    "CIRCA_WORDS",
    "FILLERS",
    "IN_PRESS",
    "LEAD_WORDS",
    "MONTHS",
    "MONTH_NAMES",
    "NO_DATE_WORDS",
    "OPEN_WORDS",
    "RANGE_WORDS",
    "SEASONS",
    "SEASON_NAMES",
    "STATUS_WORDS",
]

MONTH_NAMES: tuple[tuple[int, str], ...] = (
    (1, "january jan januar janner jaenner janvier janv enero ene gennaio gen genn"),
    (1, "janeiro januari"),
    (2, "february feb febr februar feber fevrier fevr fev febrero febbraio febbr fevereiro"),
    (2, "februari"),
    (3, "march mar marz maerz mrz mars marzo marco maart mrt"),
    (4, "april apr avril avr abril abr aprile"),
    (5, "may mai mayo maggio mag magg maio mei"),
    (6, "june jun juni juin junio giugno giu junho"),
    (7, "july jul juli juillet juil juill julio luglio lug julho"),
    (8, "august aug aout agosto ago agto augustus"),
    (9, "september sep sept septembre septiembre setiembre settembre sett setembro set"),
    (10, "october oct oktober okt octobre octubre ottobre ott outubro out"),
    (11, "november nov novembre noviembre novembro"),
    (12, "december dec dezember dez decembre diciembre dic dicembre dezembro"),
)
"""Month numbers with their names and abbreviations, as people write them."""

SEASON_NAMES: tuple[tuple[int, str], ...] = (
    (1, "spring fruhling fruehling fruhjahr fruehjahr printemps primavera lente voorjaar"),
    (2, "summer sommer ete verano estate verao zomer"),
    (3, "autumn fall herbst automne otono autunno outono herfst najaar"),
    (4, "winter hiver invierno inverno"),
)
"""CSL season numbers (1 spring, 2 summer, 3 autumn, 4 winter) with their names."""


def _numbers_by_name(rows: tuple[tuple[int, str], ...]) -> Mapping[str, int]:
    return MappingProxyType({name: number for number, names in rows for name in names.split()})


MONTHS = _numbers_by_name(MONTH_NAMES)
"""Folded month name or abbreviation → month number, 1 to 12."""

SEASONS = _numbers_by_name(SEASON_NAMES)
"""Folded season name → CSL season number, 1 to 4."""

STATUS_WORDS: frozenset[str] = frozenset(
    """
    inpress forthcoming toappear toappearin tobepublished submitted
    submittedforpublication underreview inreview inpreparation manuscriptinpreparation
    manuscriptsubmittedforpublication advanceonlinepublication advanceaccess earlyaccess
    earlyview onlinefirst onlineaheadofprint epubaheadofprint aheadofprint aop accepted
    acceptedforpublication articleinpress
    imdruck imerscheinen inkurze inkurzeerscheinend eingereicht invorbereitung angenommen
    souspresse aparaitre soumis enpreparation accepte
    enprensa deproximaaparicion proximamente enviado enpreparacion aceptado
    instampa incorsodistampa incorsodipubblicazione inpreparazione
    noprelo submetido empreparacao aceito
    indruk terperse teverschijnen ingediend invoorbereiding
    """.split()
)
"""What stands in place of a date when a work is not out yet (CSL variable ``status``)."""

NO_DATE_WORDS: frozenset[str] = frozenset(
    """
    nd nodate undated dateunknown unknowndate noyear ny
    oj ohnejahr od ohnedatum ojahr
    sd sansdate
    sf sinfecha sa sineanno
    senzadata semdata
    zd zj zonderdatum zonderjaar
    """.split()
)
"""What says that a work has no date: n.d., o. J., s. d., s. f., z. j. …"""

CIRCA_WORDS: frozenset[str] = frozenset(
    """
    c ca cca circa cir about approx approximately around probably possibly perhaps
    zirka um etwa gegen ungefahr ungefaehr wohl
    vers environ env
    hacia cerca aproximadamente aprox alrededor
    verso
    omstreeks rond ongeveer
    """.split()
)
"""What stands before a date that is approximate or not certain."""

LEAD_WORDS: frozenset[str] = frozenset(
    """
    published publication date dated issued released posted printed online first available
    accepted received submitted revised updated modified created accessed retrieved viewed
    cited copyright last on epub version since
    from the in at
    veroffentlicht veroeffentlicht publiziert erschienen online abgerufen zugegriffen stand
    aufgerufen datum am im den vom
    publie publiee paru parue consulte consultee mis en ligne le en date du depuis
    publicado publicada consultado consultada recuperado acceso acesso acessado fecha data el em
    pubblicato pubblicata consultato consultata ultimo il nel
    gepubliceerd geraadpleegd verschenen op
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
    fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miercoles jueves viernes sabado domingo
    lunedi martedi mercoledi giovedi venerdi
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    """.split()
)
"""What may stand before a date and says nothing about when: "Published on", "Accessed", days."""

FILLERS: frozenset[str] = frozenset("of the de del di do dos da den der le la el il".split())
"""What may stand between the parts of a date: "27 *de* febrero *de* 2023"."""

RANGE_WORDS: tuple[str, ...] = tuple(
    "to until till through thru bis jusqu'au au à al a hasta fino até tot t/m".split()
)
"""What may stand between the two ends of a range (not folded; matched as whole words)."""

OPEN_WORDS: frozenset[str] = frozenset(
    """
    present today now ongoing date current heute dato laufend aujourdhui presente actualidad hoy
    oggi hoje atualidade heden
    """.split()
)
"""What stands in place of the end of a range that has not ended."""

BEFORE_CHRIST: tuple[str, ...] = (
    "b c e",
    "b c",
    "v chr",
    "v u z",
    "av j c",
    "a c",
    "a e c",
)
"""Marks of years before Christ, letters only; between them may stand points and spaces."""

AFTER_CHRIST: tuple[str, ...] = ("a d", "c e", "n chr", "u z", "ap j c", "d c")
"""Marks of years after Christ, letters only."""

IN_PRESS = frozenset(
    """
    inpress forthcoming toappear tobepublished accepted acceptedforpublication articleinpress
    imdruck imerscheinen souspresse aparaitre enprensa instampa noprelo indruk
    """.split()
)
"""Statuses that APA words as "in press" (section 8.15), folded: letters alone, without accents."""
