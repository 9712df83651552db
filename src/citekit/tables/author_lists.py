"""Words between, before and after the names of an author list; data only."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

__all__ = [
    "AUTHOR_NOUNS",
    "BYLINES",
    "CAREFUL_CONJUNCTIONS",
    "CONJUNCTIONS",
    "ET_AL",
    "MARKS",
    "MORE_WORDS",
    "NUMBER_WORDS",
]

CONJUNCTIONS: Final = (
    *("and", "und", "et", "och", "og", "és", "ve", "and/or", "with", "şi", "și", "и", "і", "та"),
    *("και", "และ", "và", "dan", "och", "sowie"),
)
"""Words that always separate names; "and" and "und" in any case, the others in lower case."""

CAREFUL_CONJUNCTIONS: Final = ("y", "e", "i", "a", "en", "ja", "u", "u.", "oraz", "/")
"""Words that may stand inside a name; see `parsing.author_segments`."""

BYLINES: Final = (
    *("written by", "edited by", "compiled by", "by", "authors", "author", "author(s)", "von"),
    *("autoren", "autor", "autores", "auteurs", "auteur", "autori", "autore", "par", "por"),
    *("contributors", "creators", "creator", "авторы", "автор", "作者", "著者"),
)
"""What stands before a list. Only "by" and its phrases need no colon after them."""

MARKS: Final = frozenset("*∗⁎＊†‡§¶‖#★☆✉✝◊♦△□○●✦✶⋆¹²³⁰⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿ⁺⁻⁎")
"""Characters that point to an affiliation or a footnote."""

ET_AL: Final = (
    # English
    *("and others", "& others", "and other authors", "and colleagues", "& colleagues"),
    *("and co-workers", "and coworkers", "and collaborators", "and co-authors", "and coauthors"),
    *("and associates", "and contributors", "and team", "and more", "among others", "others"),
    # Latin
    *("et alii", "et aliae", "et alia", "et alibi"),
    # German, Dutch, Scandinavian, Finnish
    *("und andere", "und anderen", "und weitere", "und Mitarbeiter", "u. a.", "u. a. m."),
    *("u. Mitarb.", "und Kollegen", "& al.", "and al.", "e. a.", "en anderen", "en andere"),
    *("m. fl.", "m.fl.", "med flere", "med flera", "mfl.", "och andra", "og andre", "o. a."),
    *("ym.", "ja muut"),
    # French, Italian, Spanish, Portuguese, Catalan, Romanian
    *("et autres", "et collab.", "et coll.", "et collaborateurs", "e altri", "ed altri", "e coll."),
    *("e collaboratori", "y otros", "y otras", "y cols.", "y col.", "y colaboradores", "y colab."),
    *("e outros", "e outras", "e cols.", "e col.", "e colaboradores", "i altres", "i col."),
    *("și alții", "şi alţii", "și colab.", "ș.a.", "entre otros", "entre outros"),
    # Polish, Czech, Slovak, Croatian, Serbian, Slovene, Hungarian, Turkish
    *(
        "i in.",
        "i inni",
        "i wsp.",
        "i współpracownicy",
        "a kol.",
        "a kolektiv",
        "a další",
        "a spol.",
    ),
    *(
        "a iní",
        "a ďalší",
        "i sur.",
        "i suradnici",
        "i dr.",
        "i drugi",
        "in drugi",
        "idr.",
        "in sod.",
    ),
    *(
        "és mtsai.",
        "és munkatársai",
        "és mások",
        "és tsai.",
        "et mtsai.",
        "ve ark.",
        "ve diğerleri",
    ),
    *("ve arkadaşları", "vd.", "v.d.", "v.dğr."),
    # Russian, Ukrainian, Bulgarian, Serbian, Greek
    *("и др.", "и другие", "и соавт.", "и соавторы", "и коллеги", "с соавт.", "та ін.", "та інші"),
    *("і ін.", "і др.", "и съавт.", "и други", "и сар.", "и сарадници", "κ.ά.", "κ. ά.", "κ.α."),
    *("και συν.", "και άλλοι", "και συνεργάτες"),
    # Arabic, Persian, Hebrew, Vietnamese, Indonesian, Malay
    *("وآخرون", "وآخرين", "و آخرون", "و همکاران", "و دیگران", "ואחרים", "ועמיתיו", "ושות'"),
    *("và cộng sự", "và cs.", "và những người khác", "dkk.", "dan lain-lain", "dan kawan-kawan"),
    *("dan rakan-rakan", "และคณะ"),
)
"""Ways to say "and others". A full stop may be missing, a space after one too."""

MORE_WORDS: Final = (
    *("more", "others", "other", "additional", "further", "remaining", "co-authors", "coauthors"),
    *("weitere", "weiteren", "andere", "autres", "otros", "más", "outros", "mais", "altri"),
    *("anderen", "andra", "innych", "других"),
)
"""What follows a number of persons who are not named."""

AUTHOR_NOUNS: Final = (
    *("authors", "author", "names", "people", "persons", "contributors", "collaborators"),
    *("autoren", "auteurs", "autores", "autori", "creators", "co-authors", "coauthors"),
)
"""What is counted: "3 of 14 authors"."""

NUMBER_WORDS: Final = MappingProxyType(
    {
        word: number
        for number, word in enumerate(
            "one two three four five six seven eight nine ten eleven twelve".split(), start=1
        )
    }
)
"""Small numbers in words: "and two others"."""
