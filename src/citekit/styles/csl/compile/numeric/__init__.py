"""Numbers, ranges, ordinals and locators."""
