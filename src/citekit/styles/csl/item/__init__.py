"""What CSL sees of a work."""
