"""The searches that are compared, and which of a site's files are their own."""

from dataclasses import dataclass
from pathlib import Path

_DRIVERS = Path(__file__).parent / "drivers"


@dataclass(frozen=True, slots=True)
class Tool:
    """A search: the page that has it, the script that drives it, where its own files begin."""

    name: str
    driver: str
    page: str
    files: tuple[str, ...]
    has_facets: bool = False

    def owns(self, path: str) -> bool:
        """Whether a path below the root is fetched for the search alone."""
        return path.startswith(self.files)

    def script(self) -> str:
        """What runs in a page before its own scripts."""
        both = ("shared", self.driver)
        texts = [(_DRIVERS / f"{name}.js").read_text(encoding="utf-8") for name in both]
        return "".join(f"(() => {{\n{text}}})();\n" for text in texts)


HEADER = Tool("ours, the box in the header", "header", "", ("buscar/",))
EXPLORER = Tool(
    "ours, the page of facets", "explorer", "registro/", ("buscar/", "recursos/explorador"), True
)
MATERIAL = Tool(
    "Material's own search",
    "material",
    "",
    ("search/", "assets/javascripts/lunr/", "assets/javascripts/workers/"),
)
PAGEFIND = Tool("Pagefind", "pagefind", "", ("pagefind/",), True)
