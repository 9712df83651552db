"""The author in the running text, for citations that show no name: "Touvron et al. [1]".

CSL has narrative cites only in the words of its processors, and its numeric styles say nothing of
names in citations. What they do say is who stands for the author where there is none: the
cs:substitute of their bibliography ("Substitute"). The rest is the custom of running text, unless
options on cs:citation say otherwise: family names (`form="short"`), "and" before the last one, and
three names or more as "First et al.".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.people.lists import ListStyle, compile_list_style
from citekit.styles.csl.compile.people.names import compile_names
from citekit.styles.csl.compile.scope import Render, Scope
from citekit.styles.csl.item.variables import NameList
from citekit.styles.csl.style.elements import Element, Name, NameOptions, Names, Style, Text, walk

__all__ = ["compile_in_sentence"]

_TITLE: Final = Text(source="variable", value="title", form="short")
_AUTHOR: Final = Names(variable_names=("author",))


@frozen(eq=False)
class _InSentence:
    """What finds out who is named, and how names are shown in a sentence."""

    find: Render
    style: ListStyle

    def render(self, scope: Scope) -> str:
        """Give the names in their short form, or what stands for them, such as the title."""
        scope.trace = []
        self.find(scope)
        if not scope.trace:
            return ""
        first = scope.trace[0]
        names = scope.values.get(first.variable)
        if not isinstance(names, NameList):
            return first.text
        return self.style.render(first.variable, names, scope, 0)


def compile_in_sentence(context: Context) -> Render:
    """Render the author, else what the style puts in the author's place, else the title.

    Args:
        context: The context of the citation's layout.
    """
    style = context.program.style
    found = next(_author_names(style), _AUTHOR)
    wanted = evolve(
        found,
        name=Name(options=NameOptions(form="long")),  # "count" leaves no names behind
        substitute=(*found.substitute, _TITLE),
        has_children=True,
    )
    options = _options(style.citation.name_options)
    return _InSentence(
        find=compile_names(wanted, context),
        style=compile_list_style(Name(), found.et_al, options, context),
    ).render


def _author_names(style: Style) -> Iterator[Names]:
    """Give each cs:names with the author, as the bibliography's layout calls them."""
    part = style.bibliography or style.citation
    seen: set[str] = set()
    open_: list[Iterator[Element]] = [walk(part.layout.elements)]
    while open_:
        element = next(open_[-1], None)
        if element is None:
            open_.pop()
        elif isinstance(element, Names):
            if "author" in element.variable_names:
                yield element
        elif (macro := element.calls()) and macro not in seen:
            seen.add(macro)
            open_.append(walk(style.macros[macro].elements))


def _options(said: NameOptions) -> NameOptions:
    """Give the name options of running text, from what cs:citation says.

    What cs:style and cs:bibliography say is meant for the bibliography, the one place where such
    a style shows names; there is no `and` in most of them.
    """
    shortens = said.et_al_min is not None and said.et_al_use_first is not None
    return evolve(
        said,
        form="short",
        and_=said.and_ or "text",
        et_al_min=said.et_al_min if shortens else 3,
        et_al_use_first=said.et_al_use_first if shortens else 1,
    )
