"""Works to measure with: deterministic, mixed types, and as ambiguous as real libraries are.

Family names are drawn unevenly, so that namesakes, same author and same year, and same first author
come up as often as in a real list of a thousand works.
"""

import random
from typing import Any

COMMON = """Smith Wang Li Zhang Chen Müller Garcia Kim Johnson Liu Yang Brown Nguyen Singh Kumar
Martin Lee Rossi Silva Novák Jensen Andersson Dubois Tanaka Sato Ivanov Kowalski O'Brien
MacDonald Papadopoulos""".split()
STEMS = """Ander Berg Carl Dahl Eriks Fisch Grün Hoff Isak Jans Karl Lind Mort Nord Olof Peter
Quist Rosen Sten Thor Ulr Vester Wald Ystad Zell""".split()
ENDINGS = "son sen mann berg feld ström ova ini eau wicz ley ton ham worth stein".split()
FAMILIES = (*COMMON, *(stem + ending for ending in ENDINGS for stem in STEMS))
PARTICLES = ("", "", "", "", "", "", "", "", "", "van", "de", "von der")
GIVEN = """Anna Bo Carla David Elena Farid Grace Hugo Ines Jean-Luc Karin Luis Maria Nils Olga
Peter Quentin Rosa Sven Tara Uma Victor Wei Xin Yuki Zoe""".split()
WORDS = """adaptive analysis attention bayesian cells climate cognition complexity control data
deep density design diffusion dynamics efficient energy evidence evolution foundation
genomic graph growth history inference kernel language latent learning limits markets
memory methods model molecular network neural noise optimal patterns perception policy
prediction protein quantum random regulation robust scaling signals social spatial
statistical stochastic structure synthesis systems theory transport""".split()
JOURNALS = (
    "Nature|Science|Journal of Applied Methods|Annals of Measured Things|Physical Letters|"
    "The Review of Scales|Cell Reports|Proceedings of the Natural Academy|Psychological Matters"
).split("|")
PLACES = ("Berlin", "Cambridge", "New York", "Paris", "Tokyo")
PUBLISHERS = ("Springer", "Cambridge University Press", "MIT Press", "Elsevier", "Wiley")
TYPES = (
    *("article-journal",) * 11,
    *("paper-conference",) * 4,
    *("book", "book", "chapter", "chapter"),
    *("report", "thesis", "webpage", "article-magazine", "dataset"),
)


def _name(rng: random.Random) -> dict[str, str]:
    family = FAMILIES[min(int(rng.expovariate(1 / 71)), len(FAMILIES) - 1)]
    given = rng.choice(GIVEN) + (
        f" {rng.choice('ABCDEFGHJKLMNPRST')}." if rng.random() < 0.4 else ""
    )
    particle = rng.choice(PARTICLES)
    name = {"family": family, "given": given}
    return {**name, "non-dropping-particle": particle} if particle else name


def _names(rng: random.Random) -> list[dict[str, str]]:
    """About 4.7 authors a work, with a long tail."""
    return [_name(rng) for _ in range(min(1 + int(rng.expovariate(1 / 4.1)), 40))]


def _title(rng: random.Random) -> str:
    words = rng.sample(WORDS, rng.randint(4, 9))
    title = " ".join(words).capitalize()
    return f"{title}: {' '.join(rng.sample(WORDS, 3))}" if rng.random() < 0.3 else title


def _pages(rng: random.Random) -> str:
    first = rng.randint(1, 1800)
    return f"{first}-{first + rng.randint(1, 40)}"


def make_item(index: int, rng: random.Random) -> dict[str, Any]:
    """Make one CSL-JSON item."""
    kind = rng.choice(TYPES)
    date = [rng.randint(1995, 2025), rng.randint(1, 12), rng.randint(1, 28)]
    item: dict[str, Any] = {
        "id": f"item{index}",
        "type": kind,
        "title": _title(rng),
        "author": _names(rng),
        "issued": {"date-parts": [date[: rng.choice((1, 2, 3))]]},
    }
    if kind in ("article-journal", "article-magazine"):
        item |= {
            "container-title": rng.choice(JOURNALS),
            "volume": str(rng.randint(1, 300)),
            "issue": str(rng.randint(1, 12)),
            "page": _pages(rng),
        }
    elif kind in ("paper-conference", "chapter"):
        item |= {
            "container-title": f"{_title(rng)} proceedings",
            "page": _pages(rng),
            "editor": [_name(rng) for _ in range(rng.randint(1, 3))],
        }
    if kind in ("book", "chapter", "report", "thesis", "paper-conference"):
        item |= {"publisher": rng.choice(PUBLISHERS), "publisher-place": rng.choice(PLACES)}
    if kind == "book" and rng.random() < 0.4:
        item["edition"] = str(rng.randint(2, 5))
    if kind in ("webpage", "dataset"):
        item |= {"URL": f"https://example.org/{index}", "accessed": {"date-parts": [[2025, 5, 4]]}}
    elif rng.random() < 0.7:
        item["DOI"] = f"10.1000/{index}"
    return item


def make_items(count: int, seed: int = 7) -> list[dict[str, Any]]:
    """Make *count* CSL-JSON items, always the same ones."""
    rng = random.Random(seed)
    return [make_item(index, rng) for index in range(count)]


def ambiguity(items: list[dict[str, Any]]) -> int:
    """Count the works that share first author and year with another."""
    seen: dict[tuple[str, int], int] = {}
    for item in items:
        key = (item["author"][0]["family"], item["issued"]["date-parts"][0][0])
        seen[key] = seen.get(key, 0) + 1
    return sum(count for count in seen.values() if count > 1)


if __name__ == "__main__":
    works = make_items(1000)
    authors = sum(len(item["author"]) for item in works) / len(works)
    print(
        f"{len(works)} works, {authors:.1f} authors each, "
        f"{ambiguity(works)} share first author and year"
    )
