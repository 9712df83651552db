"""A style as typed values: checked XML, its elements, what citekit adds, its locales."""
