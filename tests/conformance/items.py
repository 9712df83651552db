"""CSL-JSON data of a fixture as items."""

from __future__ import annotations

import re
from typing import Any

from citekit.styles.csl.compile.numbers import NUMBER_VARIABLES as NUMBERS
from citekit.styles.csl.fields import mark_text
from citekit.styles.csl.item import DateValue, Item, ItemName, NameList
from citekit.styles.csl.marks import clean
from citekit.styles.csl.particles import split_family, split_given, split_suffix

NAMES = frozenset(
    """author chair collection-editor compiler composer container-author contributor curator
    director editor editor-translator editorial-director executive-producer guest host
    illustrator interviewer narrator organizer original-author performer producer recipient
    reviewed-author script-writer series-creator translator""".split()
)
DATES = frozenset("accessed available-date event-date issued original-date submitted".split())
_ALIASES = {
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
    "event-title": "event",
}


def item_of(data: dict[str, Any]) -> Item:
    values: dict[str, Any] = {}
    data = {**notes_of(str(data.get("note") or "")), **data}
    for name, value in data.items():
        if name in ("id", "type"):
            continue
        name = _ALIASES.get(name, name)
        if name in NAMES:
            values[name] = NameList(tuple(name_of(each) for each in value))
        elif name in DATES:
            values[name] = date_of(value)
        elif isinstance(value, (str, int, float)):
            text = str(value)
            values[name] = clean(text) if name in NUMBERS else mark_text(text)
    if "page" in values and "page-first" not in values:
        values["page-first"] = re.split(r"[-\u2013,&]", values["page"])[0].strip()
    if "event" in values:
        values.setdefault("event-title", values["event"])
    return Item(
        id=str(data.get("id", "")),
        type=data.get("type", "document"),
        values=values,
        language=str(data.get("language", "")),
    )


_NOTE = re.compile(r"^(?:\{:)?([a-z-]+|[A-Z]+):\s*(.+?)\}?$", re.M)


def notes_of(note: str) -> dict[str, Any]:
    """Variables that a note holds as lines of `name: value`."""
    found: dict[str, Any] = {}
    for name, value in _NOTE.findall(note):
        if name in NAMES:
            family, _, given = value.partition("||")
            found.setdefault(name, []).append({"family": family.strip(), "given": given.strip()})
        elif name in DATES:
            found[name] = {"date-parts": [part.split("-") for part in value.split("/")]}
        else:
            found[name] = value
    return found


def name_of(data: dict[str, Any]) -> ItemName:
    def text(key: str) -> str:
        return mark_text(str(data.get(key) or ""))

    if data.get("literal"):
        return ItemName(literal=text("literal"))
    if data.get("isInstitution"):
        return ItemName(literal=text("family"))
    family = str(data.get("family") or "")
    if len(family) > 2 and family.startswith('"') and family.endswith('"'):
        data = {**data, "family": family[1:-1]}
        return ItemName(family=text("family"), given=text("given"))
    values = {
        key.replace("-", "_"): text(key)
        for key in ("family", "given", "non-dropping-particle", "dropping-particle", "suffix")
    }
    if not (values["non_dropping_particle"] or values["dropping_particle"]):
        _parse_particles(values)
    comma = values.pop("comma_suffix", "")
    return ItemName(
        **values,
        comma_suffix=bool(data.get("comma-suffix") or comma),
        static_ordering=bool(data.get("static-ordering")),
    )


def _parse_particles(values: dict[str, str]) -> None:
    if not values["suffix"]:
        given, suffix, comma = split_suffix(values["given"])
        values.update(given=given, suffix=suffix, comma_suffix="yes" if comma else "")
    particle, values["family"] = split_family(values["family"])
    values["non_dropping_particle"] = particle
    values["given"], values["dropping_particle"] = split_given(values["given"])


def date_of(data: Any) -> DateValue:
    if not isinstance(data, dict):
        data = {"raw": str(data)}
    circa = bool(data.get("circa"))
    if data.get("literal") and not data.get("date-parts"):
        return DateValue(literal=mark_text(data["literal"]), circa=circa)
    parts = data.get("date-parts")
    if not parts:
        if data.get("raw"):
            return raw_date(str(data["raw"]), circa)
        if data.get("season") or data.get("year"):
            parts = [[data.get("year", 0)]]
        else:
            return DateValue()
    numbers = [[_number(each) for each in row] for row in parts]
    numbers = [[*row, 0, 0, 0][:3] for row in numbers]
    season = _number(data.get("season") or 0)
    if season and not numbers[0][1]:
        numbers[0][1] = season + 12
    if not any(numbers[0]):
        return DateValue()
    start, *rest = (tuple(row) for row in numbers)
    return DateValue(start=start, end=rest[0] if rest else None, is_range=bool(rest), circa=circa)


def _number(value: Any) -> int:
    found = re.match(r"\s*(-?\d+)", str(value))
    return int(found.group(1)) if found else 0


def raw_date(text: str, circa: bool) -> DateValue:
    found = re.fullmatch(r"\s*(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?\s*", text)
    if found:
        return DateValue(start=tuple(int(p or 0) for p in found.groups()), circa=circa)
    return DateValue(literal=text, circa=circa)
