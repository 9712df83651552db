"""`cs:names`: lists of names, single names, their initials and substitutes."""
