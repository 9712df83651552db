"""Immutable models of works, authors, venues and citations."""
