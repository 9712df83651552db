"""Citation styles: from works to rich text."""
