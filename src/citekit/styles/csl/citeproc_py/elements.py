"""The elements of citeproc-py, with what citekit needs done differently.

citeproc-py makes each XML element an object that renders itself. A parser can be told which
class an element gets; here some get a class of citekit's own. Only what would be wrong, unsafe
or not deterministic is changed:

* formatting and quotation marks become `marks`, so that nothing is ever parsed out of text;
* changes of case are those of `compile.textcase` and leave shielded text alone;
* a list of names that its source cut short ends in "et al." (`names_shown`);
* a localised date no longer keeps the attributes of the style's last date, so that an entry does
  not depend on the one before;
* ranges of dates with unequal precision do not vanish;
* what stood in for a name is not printed again, macros included (CSL 1.0.2, "Substitute");
* what it cannot decide raises `UndecidableError`, which the engine turns into an `OptionError`.

Known limits that remain: a suffix after a comma in running order ("King, Jr.") loses the comma,
`cs:group` does not always see that all its variables are empty, and a term without the form asked
for comes from another language before it comes in another form.
"""

# mypy: disable-error-code="misc, no-untyped-call"
# citeproc-py has no annotations, and nearly every line here calls it; what can be inferred of its
# types is wrong as often as right, so its modules count as Any, and their classes as bases of Any.

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from attrs import frozen
from citeproc import model as _model
from citeproc.source import VariableError
from citeproc.string import MixedString, String, join
from lxml import etree

from citekit.errors import StyleError, shorten
from citekit.parsing.numbers import is_numeric
from citekit.styles.csl.compile.budget import limit
from citekit.styles.csl.compile.people.initials import initialize
from citekit.styles.csl.compile.scope import Scope
from citekit.styles.csl.compile.textcase import change_case
from citekit.styles.csl.item.variables import Item
from citekit.styles.csl.marked.marks import CLOSE, FORMAT_MARKS, QUOTE, QUOTE_CLOSE
from citekit.styles.csl.style.xml import CSL_NAMESPACE
from citekit.text.nodes import Format

__all__ = [
    "QUOTED",
    "SPLIT",
    "Limit",
    "MarkFormatter",
    "Names",
    "UndecidableError",
    "element_parser",
]

model: Final[Any] = _model
_CASES: Final = frozenset(
    ("lowercase", "uppercase", "capitalize-first", "capitalize-all", "sentence", "title")
)
QUOTED: Final = "\ufdee"
"""Stands after quotation marks that the style has set; what follows may have to move inside."""
SPLIT: Final = "\ufdef"
"""Stands after the first field of an entry where the style sets it apart."""
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_INITIAL = re.compile(r"[^\W\d_]\.?")
_SHIELDED = re.compile("([\ufde5\ufde6\ufde7][^\ufde0\ufde8]*[\ufde0\ufde8])")
"""Math, verbatim text and the URL of a link, in marked text."""


class UndecidableError(Exception):
    """The style asks for something that citeproc-py cannot decide."""


def _format(format_: Format) -> Callable[[Any], Any]:
    mark = FORMAT_MARKS[format_]
    return lambda text: String(f"{mark}{text}{CLOSE}") if text else text


class MarkFormatter:
    """What citeproc-py calls a formatter: it puts text between marks and escapes nothing."""

    Italic = staticmethod(_format(Format.ITALIC))
    Oblique = staticmethod(_format(Format.OBLIQUE))
    Bold = staticmethod(_format(Format.BOLD))
    Light = staticmethod(_format(Format.LIGHT))
    Underline = staticmethod(_format(Format.UNDERLINE))
    Superscript = staticmethod(_format(Format.SUPERSCRIPT))
    Subscript = staticmethod(_format(Format.SUBSCRIPT))
    SmallCaps = staticmethod(_format(Format.SMALL_CAPS))

    @staticmethod
    def preformat(text: str) -> str:
        """Give *text* as it is: text is data until a writer writes it."""
        return text


@frozen
class Names:
    """Names of one role as citeproc-py gets them, and what citekit knows beyond them."""

    known: int
    """How many names the source lists before it stops."""
    last: bool
    """Whether the name after those is known to be the very last."""


class _Cased:
    """Changes of case by the rules of CSL, on marked text."""

    def case(self: Any, text: Any, language: str | None = None) -> Any:
        case = self.get("text-case")
        if not text or case not in _CASES or (case == "title" and not _is_english(self, language)):
            return text
        return String(change_case(str(text), case))

    def strip_periods(self: Any, text: Any) -> Any:
        if self.get("strip-periods", "false").lower() != "true":
            return text
        pieces = _SHIELDED.split(str(text))
        pieces[::2] = [piece.replace(".", "") for piece in pieces[::2]]
        return String("".join(pieces))


def _is_english(element: Any, language: str | None) -> bool:
    """Whether titles are in title case: the item is English, or says nothing and the style is."""
    found = language or element.get_root().get("default-locale", "en")
    return str(found)[:2].lower() == "en"


def _macro(element: Any, name: str) -> Any:
    """Find a macro by its name, whatever signs that name has; an XPath would stumble over some."""
    return element.get_root().macro_index[name]


def _use(element: Any, context: Any) -> None:
    """Note that a variable is rendered; one that a `cs:substitute` used up counts as empty."""
    layout = (element if context is None else context).get_layout()
    variable = element.get("variable")
    if variable in layout.repressed.get("used", ()):
        raise VariableError
    if layout.track is not None:
        layout.track.append(variable)


class Limit:
    """What one rendering may yet do; see `compile.budget`, whose limit this engine keeps, too."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.work = items[0].id if len(items) == 1 else None
        self.left = sum(limit(Scope(item)) for item in items)

    def spend(self, element: Any, text: Any) -> None:
        """Count an element that was rendered, and what it gave."""
        self.left -= 1 + (len(str(text)) >> 6 if text else 0)
        if self.left < 0:
            while element is not None and element.tag != f"{{{CSL_NAMESPACE}}}macro":
                element = element.getparent()
            name = "the layout" if element is None else f"macro {shorten(element.get('name'))}"
            raise StyleError(f"the style does too much for one work, in {name}", work=self.work)


class _Counted:
    """Counts what is rendered: the elements that have no others in them, and each branch."""

    def render(self: Any, *args: Any, **kwargs: Any) -> Any:
        above: Any = super()  # an element of citeproc-py, which this is mixed into
        text = above.render(*args, **kwargs)
        limit = self.get_root().limit
        if limit is not None:  # in a locale file, which is ours, there is none
            limit.spend(self, text)
        return text


class _Substitute(model.Substitute):
    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        """Render the first child that prints, and suppress all variables that it rendered."""
        layout = (self if context is None else context).get_layout()
        outer = layout.track
        for child in self:
            used: list[str] = []
            layout.track = used
            options = dict(kwargs)
            if isinstance(child, model.Names) and child.find(f"{{{CSL_NAMESPACE}}}name") is None:
                options["names_context"] = self.getparent()
            try:
                text = child.render(item, context=context, **options)
            except VariableError:
                continue
            finally:
                layout.track = outer
            if text:
                layout.repressed.setdefault("used", []).extend(used)
                return text
        return None


class _Localized:
    """Ordinals in the language asked for, also where the style's first cs:locale names none."""

    def get_term(
        self: Any,
        name: str,
        form: str | None = None,
        fallback_locale: bool = True,
        zero_padded: bool = False,
    ) -> Any:
        for locale in self.get_root().locales:
            language = locale.get(_LANG, "").partition("-")[0].lower()
            if fallback_locale or language in ("", self.get_root().language):
                try:
                    return locale.get_term(name, form, zero_padded=zero_padded)
                except IndexError:
                    continue
        return None


class _Layout(model.Layout):
    def render_children(self, item: Any, delimiter: str = "", **kwargs: Any) -> Any:
        """Render an entry; where the style sets its first field apart, say where that ends."""
        if self.getparent().get("second-field-align") is None or len(self) < 2:
            return super().render_children(item, delimiter=delimiter, **kwargs)
        first, *rest = self
        rendered = [self._render_one(child, item) for child in rest]
        return String(f"{self._render_one(first, item)}{SPLIT}{join(filter(None, rendered), '')}")

    def _render_one(self, child: Any, item: Any) -> Any:
        try:
            return child.render(item) or ""
        except VariableError:
            return ""


class _Text(_Counted, _Cased, model.Text):
    def get_macro(self, name: str) -> Any:
        return _macro(self, name)

    def _variable(self, item: Any, context: Any) -> Any:
        _use(self, context)
        text = super()._variable(item, context)
        if text is None or isinstance(text, (String, MixedString)):
            return text
        if isinstance(text, (str, int)):
            return String(str(text))
        raise VariableError

    def quote(self, string: Any) -> Any:
        if self.get("quotes", "false").lower() != "true":
            return string
        return String(f"{QUOTE}{string}{QUOTE_CLOSE}{QUOTED}")


class _Key(model.Key):
    def get_macro(self, name: str) -> Any:
        return _macro(self, name)


class _Number(_Counted, _Localized, _Cased, model.Number):
    def process(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        _use(self, context)
        return super().process(item, context=context, **kwargs)


class _Label(_Counted, _Cased, model.Label):
    def process(self, item: Any, variable: Any = None, plural: Any = None, **kwargs: Any) -> Any:
        """Give the label's term, but only if there is something to label ("Label")."""
        own = self.get("variable")
        if variable is None and not (
            item.has_locator if own == "locator" else own in item.reference
        ):
            return None
        return super().process(item, variable, plural, **kwargs)


class _NamePart(_Cased, model.Name_Part):
    def format_part(self, given: Any, family: Any) -> Any:
        """Format one part, unless it is not there."""
        part = given if self.get("name") == "given" else family
        found = super().format_part(given, family) if part else (given, family)
        return tuple(None if each is None else str(each) for each in found)


class _DatePart(_Cased, model.Date_Part):
    def render(self, *args: Any, **kwargs: Any) -> Any:
        """Render a part and then forget the attributes that the style's date lent to it."""
        with _unchanged(self):
            try:
                return super().render(*args, **kwargs)
            except AssertionError:  # a season cannot be numeric
                return None


@contextmanager
def _unchanged(element: Any) -> Iterator[None]:
    before = dict(element.attrib)
    try:
        yield
    finally:
        element.attrib.clear()
        element.attrib.update(before)


class _Date(_Counted, _Localized, _Cased, model.Date):
    def process(
        self,
        item: Any,
        variable: Any = None,
        show_parts: Any = None,
        context: Any = None,
        **kwargs: Any,
    ) -> Any:
        name = variable or self.get("variable", "")
        if not isinstance(item.reference.get(name), dict):
            raise VariableError
        if self.get("variable"):
            _use(self, context)
        return super().process(item, variable, show_parts, context, **kwargs)

    def wrap(self, string: Any) -> Any:
        """Format a date inside its affixes; citeproc-py leaves the formatting out."""
        if not string:
            return string
        return super().wrap(self.format(self.case(string)))

    def render_single_date(self, date: Any, show_parts: Any = None, context: Any = None) -> Any:
        """Join the parts with the delimiter of the format that they stand in ("Date")."""
        parts = self.parts(date, show_parts, context if context is not self else None)
        return self.join(parts) if parts else None

    def render_date_range(
        self, date_range: Any, show_parts: Any = None, context: Any = None
    ) -> Any:
        """Render a range: what both dates share once, before or after it ("Date Ranges")."""
        begin, end = date_range["begin"], date_range.get("end")
        if end is None:
            return _with_dash(self.render_single_date(begin, show_parts, context), "")
        shown = show_parts or ["year", "month", "day"]
        parts = [each.get("name") or "" for each in self.iterchildren()]
        names = [name for name in parts if name in shown]
        differ = _differing(begin, end)
        places = [i for i, name in enumerate(names) if name in differ]
        if not places:
            return self.render_single_date(begin, shown, context)
        low, high = places[0], places[-1] + 1
        first, last = (self._parts_of(date, names[low:high], context) for date in (begin, end))
        if not first or not last:  # one date is less precise: show both whole
            low, high = 0, len(names)
            first, last = (self.render_single_date(date, shown, context) for date in (begin, end))
        before = self._parts_of(begin, names[:low], context)
        after = self._parts_of(end, names[high:], context)
        found = [before, _with_dash(first, last), after]
        return self.join([each for each in found if each])

    def _parts_of(self, date: Any, names: list[str], context: Any) -> Any:
        return self.render_single_date(date, names, context) if names else None


def _with_dash(first: Any, last: Any) -> Any:
    return String(str(first).rstrip(" ,") + "\u2013" + str(last or "")) if first else last


def _differing(begin: Any, end: Any) -> frozenset[str]:
    """Say which parts differ: the largest that does, and all below it."""
    if begin.get("year") != end.get("year"):
        return frozenset(("year", "month", "day"))
    if any(begin.get(part) != end.get(part) for part in ("month", "season")):
        return frozenset(("month", "day"))
    return frozenset(("day",)) if begin.get("day") != end.get("day") else frozenset()


class _Names(_Counted, model.Names):
    def process(self, item: Any, names_context: Any = None, context: Any = None, **kw: Any) -> Any:
        _use(self, context)
        return super().process(item, names_context=names_context, context=context, **kw)


class _Name(model.Name):
    def process(
        self, item: Any, variable: str, context: Any = None, sort_options: Any = None, **kw: Any
    ) -> Any:
        cut = item.reference.get(("cut", variable))
        if cut is not None:
            sort_options = {**(sort_options or {}), **self._cut_options(cut, context, sort_options)}
        long = item.reference.get(("long", variable))
        if long is None or self.get_option("form", context, sort_options) != "long":
            return super().process(item, variable, context=context, sort_options=sort_options, **kw)
        names, item.reference[variable] = item.reference[variable], long
        try:
            return super().process(item, variable, context=context, sort_options=sort_options, **kw)
        finally:
            item.reference[variable] = names

    def initialize(self, given: str, mark: str, context: Any) -> str:
        """Make initials, or only mark those that are there (initialize="false")."""
        if self._inherited("initialize", context) == "false":
            parts = given.split(" ")
            return " ".join(
                part[0] + mark.rstrip() if _INITIAL.fullmatch(part) else part for part in parts
            )
        hyphen = self.get_root().get("initialize-with-hyphen", "true") == "true"
        return initialize(given, mark, hyphen)

    def _inherited(self, name: str, context: Any) -> str | None:
        start = self if context is None else context
        parent = start.get_layout().getparent()
        found = self.get(name) or parent.get(name) or self.get_root().get(name)
        return None if found is None else str(found)

    def _cut_options(self, cut: Names, context: Any, sort_options: Any) -> dict[str, str]:
        """Make et-al apply after what the source lists, or earlier if the style says so."""
        least = self.get_option("et-al-min", context, sort_options)
        first = self.get_option("et-al-use-first", context, sort_options)
        use_last = cut.last and self.get_option("et-al-use-last", context, sort_options)
        shortened = 0 < least <= cut.known + 1
        shown = min(first, cut.known) if shortened else cut.known
        return {
            "et-al-min": str(shown + 2) if use_last else "1",
            "et-al-use-first": str(shown),
            "et-al-use-last": "true" if use_last else "false",
        }


class _If(model.If):
    def render(self, item: Any, context: Any = None, delimiter: str = "", **kwargs: Any) -> Any:
        """Fail where the style asks whether disambiguation is needed: it is never tried here."""
        match, alone = self.get("match", "all"), not set(self.keys()) - {"match", "disambiguate"}
        if self.get("disambiguate") == "true" and (match == "all" or (match == "any" and alone)):
            raise model.ConditionFailed
        self.get_root().limit.spend(self, None)
        return super().render(item, context=context, delimiter=delimiter, **kwargs)

    def _is_numeric(self, item: Any) -> list[bool]:
        values = [item.reference.get(each.replace("-", "_")) for each in self._names("is-numeric")]
        return [value is not None and is_numeric(str(value)) for value in values]

    def _locator(self, item: Any) -> list[bool]:
        return [item.has_locator and item.locator.label == name for name in self._names("locator")]

    def _names(self, attribute: str) -> list[str]:
        return [each.replace("sub verbo", "sub-verbo") for each in self.get(attribute, "").split()]

    def _position(self, item: Any, context: Any) -> list[bool]:
        layout = (self if context is None else context).get_layout()
        cites = getattr(layout.getparent(), "cites", None)
        if not isinstance(cites, list):  # in the bibliography
            return [False]
        if "near-note" in self._names("position") and item.key in {cite.key for cite in cites}:
            raise UndecidableError("the position near-note")
        found: list[bool] = super()._position(item, context)
        return found


class _ElseIf(_If, model.Else_If):
    pass


_OWN: Final[tuple[tuple[str, type], ...]] = (
    ("date", _Date),
    ("date-part", _DatePart),
    ("else-if", _ElseIf),
    ("if", _If),
    ("key", _Key),
    ("label", _Label),
    ("layout", _Layout),
    ("name", _Name),
    ("name-part", _NamePart),
    ("names", _Names),
    ("number", _Number),
    ("substitute", _Substitute),
    ("text", _Text),
)


def element_parser() -> etree.XMLParser:
    """Make a hardened parser whose elements are citeproc-py's, or citekit's where it has one."""
    lookup = etree.ElementNamespaceClassLookup()
    base = model.CitationStylesElement
    theirs = {each.__name__.replace("_", "-").lower(): each for each in base.__subclasses__()}
    namespace = lookup.get_namespace(CSL_NAMESPACE)
    namespace.update({**theirs, **dict(_OWN)})
    namespace[None] = base
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=True,
    )
    parser.set_element_class_lookup(lookup)
    return parser
