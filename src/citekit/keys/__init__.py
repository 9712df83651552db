"""Citation keys: the pattern, its parts, transliteration, and what happens when keys collide."""
