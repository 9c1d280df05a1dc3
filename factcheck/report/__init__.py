"""Results and findings in, text in one of the registered formats out.

To add a format (SARIF, JUnit, …): write `report/<name>.py` with a class that has `name` and
`findings`, and add it to `formats.py`; the command line takes its names from there.
"""

from __future__ import annotations
