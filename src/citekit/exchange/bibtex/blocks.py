"""A `.bib` file cut into entries: bibtexparser does the cutting, this module the rest.

What bibtexparser leaves open is settled here, as BibTeX and biber do it: macros hold from their
definition on; of a field that is given twice the first counts; an entry whose key has been used
is kept and reported; `crossref` and `xdata` fill what an entry lacks. A block that cannot be read
is data, with its text and line.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from attrs import evolve, frozen

from citekit.errors import Diagnostic, ReadError, in_line
from citekit.exchange.base import FailedRecord
from citekit.exchange.bibtex.values import MONTH_MACROS, Budget, expand_value
from citekit.tables.bibtex import NOT_INHERITED, RENAMED_ON_INHERITING

__all__ = ["RawEntry", "RawFile", "read_blocks"]

_MAX_ANCESTORS = 20
_PARTS_OF_A_WHOLE = ("inproceedings", "conference", "incollection", "inbook", "inreference")


@frozen(kw_only=True)
class RawEntry:
    """An entry with its fields as text, macros expanded, before any of it is understood."""

    type: str
    key: str
    fields: Mapping[str, str]
    """By lower-case name, in the order of the file."""
    line: int
    text: str
    index: int
    notes: tuple[Diagnostic, ...] = ()


@frozen(kw_only=True)
class RawFile:
    """What a file holds."""

    entries: tuple[RawEntry, ...]
    failed: tuple[FailedRecord, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_blocks(text: str) -> RawFile:
    """Cut *text* into entries.

    Raises:
        ReadError: There is text, but nothing in it that BibTeX could read.
    """
    reader = _Reader(text)
    reader.run()
    if not reader.seen and text.strip():
        raise ReadError(
            "there is no BibTeX entry in this text",
            value=text.strip()[:60],
            hint="an entry begins with @article{key, or the like",
        )
    found = _Inheritance(reader.entries, reader.budget).resolve()
    failed = reader.failed + [each for each in found if isinstance(each, FailedRecord)]
    entries = [each for each in found if isinstance(each, RawEntry) and each.type != "xdata"]
    return RawFile(
        entries=tuple(entries),
        failed=tuple(sorted(failed, key=lambda record: record.line or 0)),
        diagnostics=tuple(reader.notes),
    )


class _Reader:
    """Walks the blocks of one file in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.budget = Budget(len(text))
        self.macros: dict[str, str] = dict(MONTH_MACROS)
        self.entries: list[RawEntry] = []
        self.failed: list[FailedRecord] = []
        self.notes: list[Diagnostic] = []
        self.seen = False

    def run(self) -> None:
        for index, block in enumerate(_blocks(self.text)):
            try:
                self._block(index, block)
            except ReadError as error:
                self._fail(index, block, error)

    def _block(self, index: int, block: Any) -> None:
        from bibtexparser import model

        notes: list[Diagnostic] = []
        if isinstance(block, (model.DuplicateBlockKeyBlock, model.DuplicateFieldKeyBlock)):
            block = block.ignore_error_block
        if isinstance(block, model.ImplicitComment):
            return
        self.seen = True
        if isinstance(block, model.ParsingFailedBlock):
            reason = getattr(block.error, "abort_reason", None) or str(block.error)
            raise ReadError(f"not a complete entry: {in_line(' '.join(str(reason).split()))}")
        if isinstance(block, model.String):
            value, undefined = expand_value(block.value, self.macros, self.budget)
            self.macros[block.key.lower()] = value
            self.notes += [_undefined_macro(name, block.key) for name in undefined]
        elif isinstance(block, model.Entry):
            self.entries.append(self._entry(index, block, notes))

    def _fail(self, index: int, block: Any, error: ReadError) -> None:
        line = (block.start_line or 0) + 1
        self.failed.append(FailedRecord(text=block.raw or "", error=error, line=line, index=index))

    def _entry(self, index: int, block: Any, notes: list[Diagnostic]) -> RawEntry:
        fields: dict[str, str] = {}
        key = block.key.strip()
        for each in block.fields:
            name = each.key.strip().lower()
            value, undefined = expand_value(each.value, self.macros, self.budget)
            notes += [_undefined_macro(macro, name) for macro in undefined]
            if name in fields:
                notes.append(_repeated_field(name))
            else:
                fields[name] = value.strip()
        return RawEntry(
            type=block.entry_type.lower(),
            key=key,
            fields=fields,
            line=(block.start_line or 0) + 1,
            text=block.raw or "",
            index=index,
            notes=tuple(notes),
        )


def _blocks(text: str) -> Iterator[Any]:
    """Cut with bibtexparser; its log goes nowhere, because all it says comes back as data."""
    from bibtexparser.entrypoint import parse_string

    log = logging.getLogger("bibtexparser")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    yield from parse_string(text, parse_stack=[]).blocks


def _undefined_macro(macro: str, name: str) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="bibtex-undefined-macro",
        message=f"the macro {macro!r} is not defined; its name was taken as text",
        field=name,
        hint="put the value in braces, or define it with @string",
    )


def _repeated_field(name: str) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="bibtex-repeated-field",
        message="the field is given more than once; the first one counts, as in BibTeX",
        field=name,
    )


_Parent: TypeAlias = "tuple[str, str, RawEntry | None]"
"""A key, the field that names it, and the entry that has it."""


class _Inheritance:
    """Fills what entries lack from the entries that `crossref` and `xdata` name."""

    def __init__(self, entries: Iterable[RawEntry], budget: Budget) -> None:
        self.entries = tuple(entries)
        self.budget = budget
        self.by_key: dict[str, RawEntry] = {}
        self.parents: dict[int, tuple[_Parent, ...]] = {}
        self.given: dict[tuple[int, bool], tuple[tuple[str, str], ...]] = {}
        for entry in self.entries:
            self.by_key.setdefault(entry.key.lower(), entry)

    def resolve(self) -> list[RawEntry | FailedRecord]:
        resolved: list[RawEntry | FailedRecord] = []
        for entry in self.entries:
            try:
                resolved.append(self._filled(entry))
            except ReadError as error:
                resolved.append(
                    FailedRecord(text=entry.text, error=error, line=entry.line, index=entry.index)
                )
        return resolved

    def _filled(self, entry: RawEntry) -> RawEntry:
        if not ({"crossref", "xdata"} & entry.fields.keys()):
            return entry
        fields = dict(entry.fields)
        notes = list(entry.notes)
        seen = {entry.key.lower()}
        waiting = deque([(entry.type, self._parents(entry))])
        while waiting and len(seen) <= _MAX_ANCESTORS:
            child_type, parents = waiting.popleft()
            for key, how, parent in parents:
                if len(seen) > _MAX_ANCESTORS:
                    break
                if parent is None:
                    notes.append(_no_parent(key, how))
                elif key.lower() not in seen:
                    seen.add(key.lower())
                    self._take_over(fields, parent, _is_part(child_type, parent.type, how))
                    waiting.append((parent.type, self._parents(parent)))
        if not any(note.code == "bibtex-no-parent" for note in notes):
            fields.pop("crossref", None)
            fields.pop("xdata", None)
        return evolve(entry, fields=fields, notes=tuple(notes))

    def _parents(self, entry: RawEntry) -> tuple[_Parent, ...]:
        """Give the entries that an entry names; it is asked for once for each descendant."""
        found = self.parents.get(entry.index)
        if found is None:
            named = [(key, how, self.by_key.get(key.lower())) for key, how in _named(entry.fields)]
            found = self.parents[entry.index] = tuple(named)
        return found

    def _take_over(self, fields: dict[str, str], parent: RawEntry, is_part: bool) -> None:
        found = self.given.get((parent.index, is_part))
        if found is None:
            found = self.given[parent.index, is_part] = tuple(_given(parent, is_part))
        for target, value in found:
            if target not in fields:
                self.budget.spend(len(value))
                fields[target] = value


def _given(parent: RawEntry, is_part: bool) -> Iterator[tuple[str, str]]:
    """Give the fields that a child of an entry may take over, under the names that they get."""
    renames = RENAMED_ON_INHERITING if is_part else {}
    for name, value in parent.fields.items():
        target = renames.get(name, name)
        # What the whole says of itself under the part's own name goes before.
        stated = target != name and target in parent.fields
        if name not in NOT_INHERITED and not stated:
            yield target, value


def _named(fields: Mapping[str, str]) -> list[tuple[str, str]]:
    named = [(key.strip(), "xdata") for key in fields.get("xdata", "").split(",")]
    named.append((fields.get("crossref", "").strip(), "crossref"))
    return [(key, how) for key, how in named if key]


def _is_part(child_type: str, parent_type: str, how: str) -> bool:
    return how == "crossref" and child_type in _PARTS_OF_A_WHOLE and child_type != parent_type


def _no_parent(key: str, how: str) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="bibtex-no-parent",
        message=f"the entry {key!r}, from which fields are to be taken over, is not in the file",
        field=how,
    )
