"""citekit turns what is known about a work into citations that are right."""
