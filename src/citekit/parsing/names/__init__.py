"""One name as text → its parts."""

from citekit.exports import lazily

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from citekit.parsing.names.parts import NameForm, NameParts
    from citekit.parsing.names.read import FORMS, parse_name

__all__ = [
    "FORMS",
    "NameForm",
    "NameParts",
    "parse_name",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "parts": "NameForm NameParts",
            "read": "FORMS parse_name",
        },
    )
