"""An author list as text → its names, and what the source left out."""

from citekit.exports import lazily

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from citekit.parsing.author_lists.read import AuthorListParts, parse_author_list

__all__ = [
    "AuthorListParts",
    "parse_author_list",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "read": "AuthorListParts parse_author_list",
        },
    )
