"""LaTeX to rich text and back, shared by the BibTeX reader and writer and the latex writer."""
