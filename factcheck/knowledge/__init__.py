"""YAML files in, a validated knowledge base out.

`loader.read_entries` reads; `files.files_of`, `fingerprint` and `stamp` say whether what was read
has changed; `checks.check_entries` asks for more than readability. Import from those modules:
an answer from a compiled cache needs only `files`.
"""
