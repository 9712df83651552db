"""Where styles come from: the installed ones, and how one is found and loaded."""
