"""Puts the shipped knowledge base, `facts/` in a checkout, into the package as `factcheck/facts`.

Everything else about the package is in pyproject.toml. An editable install needs no copy: the
package then finds `facts/` beside itself.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

FACTS = Path("facts")  # relative: setuptools runs in the directory of this file
SUFFIXES = {".yaml", ".yml", ".md"}


def fact_files() -> list[Path]:
    """The files of the knowledge base, sorted."""
    return sorted(path for path in FACTS.rglob("*") if path.suffix in SUFFIXES)


class BuildWithFacts(build_py):
    """Builds the package and copies the knowledge base into it."""

    def run(self) -> None:
        """Builds from nothing, so that no file of an earlier build gets in."""
        if self.editable_mode:
            super().run()
            return
        package = Path(self.build_lib) / "factcheck"
        shutil.rmtree(package, ignore_errors=True)
        super().run()
        for path in fact_files():
            target = package / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)

    def get_source_files(self) -> list[str]:
        """What a source distribution must hold to build the package."""
        return [*super().get_source_files(), *map(str, fact_files())]


setup(cmdclass={"build_py": BuildWithFacts})
