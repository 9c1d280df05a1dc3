"""The values that rooms hand to each other; this package imports no room."""
