"""Writers: one file per output format of rich text."""
