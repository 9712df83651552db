"""Citation keys: the pattern, its parts, transliteration, and what happens when keys collide.

The package is a verb, too: `citekit.keys(works)` is `citekit.keys.generator.keys`.
"""

from citekit.exports import callable_package

callable_package(__name__, "citekit.keys.generator", "keys")
