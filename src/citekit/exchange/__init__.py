"""Reading and writing of whole records, one module a format."""
