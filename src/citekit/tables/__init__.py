"""Data only: what the rules of naming, titling and typing need to look up."""
