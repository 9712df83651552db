"""The engine "citeproc-py"."""
