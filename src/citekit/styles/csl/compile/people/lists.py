"""A list of names to text: et-al abbreviation, delimiters, "and" (CSL 1.0.2, "Name", "Et-al")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from attrs import evolve, frozen

from citekit.speed.records import shared_repr
from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.decoration import compile_decoration
from citekit.styles.csl.compile.origins import Origin
from citekit.styles.csl.compile.people.format import NameStyle, compile_name_style
from citekit.styles.csl.compile.scope import NO_SCOPE, SUBSEQUENT, NameChoice, NamesTrace, Scope
from citekit.styles.csl.compile.textcase import is_dotted
from citekit.styles.csl.item.variables import Item, ItemName, NameList
from citekit.styles.csl.marked.marks import HARD, MARKS, strip_marks
from citekit.styles.csl.marked.punctuation import add, join
from citekit.styles.csl.style.elements import EtAl, Name, NameOptions
from citekit.text.scripts import starts_east_asian

__all__ = ["ListStyle", "compile_list_style"]


@frozen(eq=False)
@shared_repr
class ListStyle:
    """How one list of names is put together."""

    names: NameStyle
    delimiter: str
    and_: str
    et_al: Callable[[Scope], str]
    min_first: tuple[int, int]
    use_first: tuple[int, int]
    """For a first and for a subsequent cite."""
    use_last: bool
    precedes_last: str
    precedes_et_al: str
    sort_order: str
    counts: bool
    decorate: Callable[[str, Scope], str] | None
    """Formatting and affixes on cs:name: those of each name, and of a list with "et al."."""
    decorate_literal: Callable[[str, Scope], str] | None
    """The same for organizations: affixes belong to the names of people, as in citeproc-js."""
    for_sorting: bool
    parts_last: bool
    """Whether the prefix of cs:name begins with a space: as in citeproc-js it does not merge with
    that of the last delimiter."""
    scope: Scope = NO_SCOPE
    """A scope of the language by whose letters case is changed."""
    other: ListStyle | None = None
    """What shows the lists of items whose capital of i has a dot where the style's has none, or the
    other way round; None where no case is changed."""

    def shown(self, names: NameList, scope: Scope) -> int:
        """Give how many names are shown before "et al.", all where the list is not shortened."""
        count = len(names.names)
        subsequent = 1 if scope.position & SUBSEQUENT else 0
        limit = self.min_first[subsequent]
        first = self.use_first[subsequent]
        if first < count and limit and names.size >= limit:
            count = max(first, 0)
        return min(count, names.gap) if names.gap else count

    def render_by_language(self, variable: str, names: NameList, scope: Scope, place: int) -> str:
        """Give the list as text, with the letters of the item's language."""
        language, other = scope.item.language, self.other
        if other and language and is_dotted(language) is is_dotted(other.scope.item.language):
            return other.render(variable, names, scope, place)
        return self.render(variable, names, scope, place)

    def render(self, variable: str, names: NameList, scope: Scope, place: int) -> str:
        """Give the list as text; what was shown is left in the scope's trace.

        The text is remembered with the list, unless disambiguation or a substitute for the author
        has a say in it, or the trace is asked for.
        """
        shown = self.shown(names, scope)
        if scope.trace is None and scope.name_choices is None and scope.author_substitute is None:
            text = names.as_text.get((self, shown))
            if text is None:
                text = self._work_out(variable, names, shown, scope, place)
                if len(names.as_text) >= _MOST_REMEMBERED:
                    names.as_text.clear()
                names.as_text[self, shown] = text
            return text
        return self._work_out(variable, names, shown, scope, place)

    def _work_out(
        self, variable: str, names: NameList, shown: int, scope: Scope, place: int
    ) -> str:
        choice: NameChoice | None = None
        if scope.name_choices is not None:
            choice = scope.name_choices.get(place)
            if choice is not None and choice.shown > shown:
                shown = min(choice.shown, names.gap or len(names.names))
        with_last = self.use_last and shown > 0 and _leaves_out(names, shown)
        texts = self.texts(names.names, shown, choice, with_last=with_last)
        scope.left -= len(texts)  # see `budget`
        instead = scope.author_substitute if place == 0 else None
        if instead is not None and not instead.whole:
            texts = [instead.text] * min(instead.count, len(texts)) + texts[instead.count :]
        text = self.assemble(names, texts, shown, scope)
        if instead is not None and instead.whole:
            text = instead.text
        if scope.trace is not None:
            scope.trace.append(
                NamesTrace(place, variable, names.names, shown, tuple(texts), text, self.names)
            )
        return text

    def texts(
        self,
        names: Sequence[ItemName],
        shown: int,
        choice: NameChoice | None = None,
        *,
        with_last: bool = False,
    ) -> list[str]:
        """Give the names shown, and (*with_last*) the last one where names are left out."""
        picked = [*names[:shown], names[-1]] if with_last else names[:shown]
        levels = choice.levels if choice is not None else ()
        show = self.names.show
        inverted = self.sort_order == "all"
        if levels:
            last = levels[len(names) - 1] if with_last and len(levels) == len(names) else 0
            each_level = [*levels[:shown], *([0] * (shown - len(levels))), last]
            texts = [
                show(name, inverted, level) for name, level in zip(picked, each_level, strict=False)
            ]
        elif self.names.simple is not None:
            simple = self.names.simple[0]
            texts = [
                simple(name, inverted) if name.is_simple else show(name, inverted, 0)
                for name in picked
            ]
        else:
            texts = [show(name, inverted, 0) for name in picked]
        if self.sort_order == "first" and picked:
            texts[0] = show(picked[0], True, levels[0] if levels else 0)
        if self.decorate is None:
            return texts
        return [self._decorated(name, text) for name, text in zip(picked, texts, strict=True)]

    def _decorated(self, name: ItemName, text: str) -> str:
        decorate = self.decorate_literal if name.literal else self.decorate
        return decorate(text, self.scope) if decorate is not None and text else text

    def assemble(self, names: NameList, texts: list[str], shown: int, scope: Scope) -> str:
        """Join the names shown, with "and" or "et al." at the end."""
        total = len(names.names)
        if not texts:
            return ""
        # Fewer names than there are: by the style's choice, or because the source's list stopped
        # early (`complete`). Both end in "et al."; only a last name that is known follows "…".
        if len(texts) < total or not names.complete:
            if shown < len(texts):
                return add(self._delimited(texts[:-1]) + "\u2026 ", texts[-1])
            return self._with_et_al(names, texts, scope)
        if len(texts) == 1:
            return texts[0]
        if not self.and_:
            # Names that bring a space as prefix: without "and" the last one keeps it beside the
            # delimiter's own, as in citeproc-js.
            if self.parts_last:
                return add(self._delimited(texts[:-1]) + HARD, texts[-1])
            return join(texts, self.delimiter)
        # "And" may be a sign in scripts without spaces (和): it stands tight between the names, and
        # takes no delimiter before it unless the style insists.
        is_tight = not _is_word(self.and_.lstrip(_BEFORE_WORD)) and self.precedes_last != "always"
        if not is_tight and self._delimits(self.precedes_last, names.names, len(texts) - 1):
            and_ = self.and_.lstrip() if self.delimiter[-1:] == " " else self.and_
            return add(add(self._delimited(texts[:-1]), and_), texts[-1])
        return add(add(join(texts[:-1], self.delimiter), self.and_), texts[-1])

    def _delimited(self, texts: list[str]) -> str:
        """Join names, with the delimiter, which may be empty, behind the last one, too."""
        text = join(texts, self.delimiter)
        return add(text, self.delimiter) if self.delimiter else text

    def _delimits(self, rule: str, names: Sequence[ItemName], before: int) -> bool:
        """Say whether the delimiter stands before the last name, or before "et al."."""
        if rule == "always":
            return True
        if rule == "never":
            return False
        if rule == "after-inverted-name":
            last = names[before - 1]
            inverts = last.is_western and not last.literal
            return inverts and (
                self.sort_order == "all" or (self.sort_order == "first" and before == 1)
            )
        return before > 1

    def _with_et_al(self, names: NameList, texts: list[str], scope: Scope) -> str:
        text = join(texts, self.delimiter)
        term = "" if self.for_sorting else self.et_al(scope)
        if not term:
            return text
        if self._delimits(self.precedes_et_al, names.names, len(texts)):
            text = add(self._delimited(texts), term)
        else:
            text = (
                f"{text}{term}"
                if starts_east_asian(term.lstrip(MARKS))
                else add(add(text, " "), term)
            )
        return text if self.decorate is None else self.decorate(text, scope)


def compile_list_style(
    name: Name, et_al: EtAl | None, options: NameOptions, context: Context
) -> ListStyle:
    """Work out how a list of names is put together, from options that are fully inherited."""
    key = (name, et_al, options, context.key, context.area)

    def make() -> ListStyle:
        style = _compile(name, et_al, options, context)
        if not _changes_case(name):
            return style
        language = "en" if is_dotted(context.program.locale.code) else "tr"
        scope = Scope(Item(id="", type="", values={}, language=language))
        return evolve(style, other=_compile(name, et_al, options, context, scope))

    return context.program.shared(key, make)


def _changes_case(name: Name) -> bool:
    decorations = (name.decoration, *(part.decoration for part in name.parts))
    return any(each.text_case is not None for each in decorations)


def _compile(
    name: Name,
    et_al: EtAl | None,
    options: NameOptions,
    context: Context,
    scope: Scope = NO_SCOPE,
) -> ListStyle:
    """Say how lists of names are shown; a sort key has its own et-al, and turns all names round."""
    locale = context.program.locale
    key = context.key
    first = (options.et_al_min or 0) if options.et_al_use_first is not None else 0
    use = options.et_al_use_first if options.et_al_use_first is not None else 1
    later = options.et_al_subsequent_min or first
    later_use = options.et_al_subsequent_use_first
    later_use = use if later_use is None else later_use
    use_last = bool(options.et_al_use_last)
    order = options.name_as_sort_order or ""
    if key is not None:
        order = "all"
        first = later = first if key.names_min is None else key.names_min
        use = later_use = use if key.names_use_first is None else key.names_use_first
        use_last = use_last if key.names_use_last is None else key.names_use_last
    if use_last:
        use, later_use = _before_last(use, first), _before_last(later_use, later)
    element = et_al or EtAl()
    program = context.program
    term = program.marked(
        locale.term(element.term),
        context,
        Origin(element="et-al", line=element.line, term=element.term),
    )
    delimiter = program.marked(
        ", " if options.delimiter is None else options.delimiter,
        context,
        Origin(element="name", line=name.line, kind="delimiter"),
    )
    decorate = compile_decoration(element.decoration, context, fixed=True)

    def et_al_text(scope: Scope) -> str:
        return decorate(term, scope) if decorate is not None and term else term

    return ListStyle(
        names=compile_name_style(name, options, context, scope),
        delimiter=delimiter,
        and_=program.marked(
            "" if key is not None else _and(options, context),
            context,
            Origin(element="name", line=name.line, term="and", kind="delimiter"),
        ),
        et_al=et_al_text,
        min_first=(first, later),
        use_first=(use, later_use),
        use_last=use_last,
        precedes_last=options.delimiter_precedes_last or "contextual",
        precedes_et_al=options.delimiter_precedes_et_al or "contextual",
        sort_order=order,
        counts=options.form == "count",
        decorate=compile_decoration(name.decoration, context),
        decorate_literal=compile_decoration(name.decoration.without_affixes(), context),
        for_sorting=key is not None,
        parts_last=strip_marks(name.decoration.prefix)[:1] == " ",
        scope=scope,
    )


def _before_last(use_first: int, minimum: int) -> int:
    """Give how many names stand before "… last"; two at least are left out for it ("Name").

    "The value of et-al-use-first must be at least 2 less than the value of et-al-min": where it is
    not, fewer names are shown, as citeproc-js does.
    """
    return min(use_first, max(minimum - 2, 1)) if minimum else use_first


_MOST_REMEMBERED: Final = 16
"""A list is shown in few ways, whatever the document; works that meet all styles keep no more."""
_BEFORE_WORD: Final = f"{MARKS} \t\n\r\v\f"


def _leaves_out(names: NameList, shown: int) -> bool:
    """Say whether there are names between those shown and a last one that is known."""
    if names.complete:
        return shown + 1 < len(names.names)
    return bool(names.gap) and shown < len(names.names)


def _and(options: NameOptions, context: Context) -> str:
    if options.and_ == "text":
        return _spaced(context.program.locale.term("and"))
    if options.and_ == "symbol":
        return _spaced(context.program.locale.ampersand)
    return ""


def _spaced(term: str) -> str:
    """Put spaces around a term that is a word or "&"; a dash or a Han character needs none."""
    return f" {term} " if _is_word(term) and not term[-1].isspace() else term


def _is_word(term: str) -> bool:
    return (term[:1].isalnum() or term[:1] == "&") and not starts_east_asian(term)
