"""From a string to plain parts; knows no models."""
