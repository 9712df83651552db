"""The verbs that users type, by what they do; `citekit` shows them all under their own names."""
