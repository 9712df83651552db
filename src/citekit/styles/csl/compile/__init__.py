"""From elements to closures: each module compiles one section of the specification."""
