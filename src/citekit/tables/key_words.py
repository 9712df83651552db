"""Words that a citation key passes over, by language, and marks that join or part words.

Compiled by hand: articles, prepositions, conjunctions, auxiliary verbs and question words, which
is what Google Scholar passes over in its keys ("How transferable are features …" gives
`transferable`, "Towards deep learning models …" keeps `towards`).
"""

from types import MappingProxyType
from typing import Final

__all__ = ["ANY_LANGUAGE", "ELISIONS", "JOINERS", "SKIPPED_WORDS"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SKIPPED_WORDS: Final = MappingProxyType(
    {
        "en": _words(
            "a an the and or nor but of on in at to for from by with without into onto upon via"
            " as is are was were be been being am do does did has have had"
            " how what when where which who whom whose why whether"
            " this that these those its it it's if than then"
        ),
        "de": _words(
            "der die das den dem des ein eine einen einem einer eines und oder von vom zu zum zur"
            " im in am an auf aus bei für mit nach über um unter vor wie was warum ist sind"
        ),
        "fr": _words(
            "le la les un une des du de d l au aux et ou à en dans par pour sur avec sans"
            " est sont que qui comment pourquoi"
        ),
        "es": _words(
            "el la los las lo un una unos unas y e o u de del a al en por para con sin sobre"
            " es son que cómo qué"
        ),
        "pt": _words(
            "o a os as um uma uns umas e ou de do da dos das em no na nos nas por para com sem"
            " sobre ao à aos às é são que como"
        ),
        "it": _words(
            "il lo la i gli le l un uno una e ed o di del dello della dei degli delle a al allo"
            " alla ai agli alle da dal dalla in nel nello nella nei nelle su sul sulla per con"
            " che come"
        ),
        "nl": _words("de het een en of van in op aan te voor met uit bij over hoe wat is zijn"),
        "sv": _words("en ett den det de och eller av i på om till för med hur vad är"),
        "da": _words("en et den det de og eller af i på om til for med hvordan hvad er"),
        "no": _words("en ei et den det de og eller av i på om til for med hvordan hva er"),
        "pl": _words("i oraz lub w we z ze na o od do dla po przy jak czy"),
        "ru": _words("и или в во на о об от до для по при с со из к как что"),
        "el": _words("ο η το οι τα του της των και σε στο στη στην στον με για από"),
    }
)
"""For each language (BCP 47 primary subtag) the words that say nothing about a work."""

ANY_LANGUAGE: Final = frozenset(
    SKIPPED_WORDS["en"]
    | _words(
        "der die das den dem des ein eine einer und von zur zum im für über"
        " le la les un une du de et à en dans pour sur"
        " el los las una unos unas y del al por para con"
        " o os um uma do dos das em"
        " il lo gli uno di della dei degli delle per sul sulla"
        " het een van voor"
        " ett och av det i på om og af til"
        " и в на о об для"
        " ο η το οι τα του της των και"
    )
)
"""The words to pass over in a title whose language is not known."""

ELISIONS: Final = frozenset("l d j n s c m t qu dell nell all sull dall un gl degl negl".split())
"""French, Italian and Catalan words that an apostrophe joins to the next: "l'amour"."""

JOINERS: Final = frozenset("'’ʼ-‐‑.,_&+*@#$%")
"""Marks inside a word that part no words: "GPT-4", "U.S.", "1,000", "R&D"."""
