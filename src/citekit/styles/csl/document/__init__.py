"""A whole document, stage by stage: sorting, positions, disambiguation, citations, bibliography."""
