"""CSL styles: loading, the compiled engine, and citeproc-py as an engine."""
