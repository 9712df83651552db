"""Citation styles: from works to rich text.

The package is a verb, too: `citekit.styles("words")` is `citekit.api.inspection.styles`.
"""

from citekit.exports import callable_package

callable_package(__name__, "citekit.api.inspection", "styles")
