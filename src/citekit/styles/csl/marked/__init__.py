"""Text with marks: a plain `str` in which noncharacters stand for formatting."""
