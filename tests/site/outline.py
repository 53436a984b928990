"""An HTML page → the parts that tests ask about: links, ids, headings, pictures, tables, text."""

from collections.abc import Iterator
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
UNREAD = frozenset({"script", "style", "template", "noscript"})
"""Elements whose text nobody reads where there is JavaScript."""

LINK_ATTRIBUTES = ("href", "src", "action", "formaction", "poster", "data", "srcset", "cite")


class Element:
    """A start tag with its attributes, the element around it, and what it holds."""

    __slots__ = ("attributes", "content", "parent", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Element | None") -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.content: list[str | Element] = []

    @property
    def children(self) -> Iterator["Element"]:
        """The elements directly in it."""
        return (one for one in self.content if isinstance(one, Element))

    @property
    def raw_text(self) -> str:
        """What stands directly in it, as in a script."""
        return "".join(one for one in self.content if isinstance(one, str))

    @property
    def text(self) -> str:
        """What a reader reads in it, with single spaces."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for one in self.content:
            if isinstance(one, str):
                yield one
            elif one.tag not in UNREAD:
                yield from one._texts()

    @property
    def parents(self) -> Iterator["Element"]:
        """The elements around it, innermost first."""
        around = self.parent
        while around is not None:
            yield around
            around = around.parent

    @property
    def classes(self) -> list[str]:
        """The names in its class attribute."""
        return self.attributes.get("class", "").split()

    def inside(self, tag: str) -> bool:
        """Whether an element `tag` holds it."""
        return any(one.tag == tag for one in self.parents)

    def find(self, tag: str) -> list["Element"]:
        """Every element `tag` in it, in the order of the page."""
        found = []
        for child in self.children:
            found += [child] if child.tag == tag else []
            found += child.find(tag)
        return found


class Outline(HTMLParser):
    """A parsed page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element; unclosed `p` and `li` do not occur in what our templates write."""
        around = self._open[-1] if self._open else None
        element = Element(tag, {k: v or "" for k, v in attrs}, around)
        if around:
            around.content.append(element)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Self-closing shapes of a drawing hold nothing."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element of this name."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        """Text belongs to the element it stands in."""
        if self._open:
            self._open[-1].content.append(data)

    def all(self, tag: str) -> list[Element]:
        """Every element `tag`."""
        return [one for one in self.elements if one.tag == tag]

    def one(self, tag: str) -> Element:
        """The only element `tag`."""
        (found,) = self.all(tag)
        return found

    def with_class(self, name: str) -> list[Element]:
        """Every element of a class."""
        return [one for one in self.elements if name in one.classes]

    @cached_property
    def body(self) -> Element:
        """The page's body."""
        return self.one("body")

    @cached_property
    def ids(self) -> list[str]:
        """Every id, as often as it occurs."""
        return [one.attributes["id"] for one in self.elements if "id" in one.attributes]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a fragment can point at."""
        names = {one.attributes["name"] for one in self.all("a") if "name" in one.attributes}
        return frozenset(names | set(self.ids))

    @cached_property
    def links(self) -> list[tuple[Element, str]]:
        """Every address that the page names, with the element that does."""
        found = []
        for one in self.elements:
            for name in LINK_ATTRIBUTES:
                if name == "srcset":
                    sources = one.attributes.get(name, "").split(",")
                    found += [(one, part.split()[0]) for part in sources if part.strip()]
                elif name in one.attributes and not (name == "data" and one.tag != "object"):
                    found.append((one, one.attributes[name]))
            if one.attributes.get("http-equiv", "").lower() == "refresh":
                found.append((one, one.attributes["content"].partition("url=")[2]))
            if "xlink:href" in one.attributes:
                found.append((one, one.attributes["xlink:href"]))
        return found

    def meta(self, name: str) -> str | None:
        """The content of the `meta` of this name or property; None where there is none."""
        found = [
            one.attributes.get("content", "")
            for one in self.all("meta")
            if name in (one.attributes.get("name"), one.attributes.get("property"))
        ]
        assert len(found) < 2, f"{len(found)} metas {name}"
        return found[0] if found else None

    @cached_property
    def canonical(self) -> str | None:
        """The address that it says is its own."""
        found = [one for one in self.all("link") if one.attributes.get("rel") == "canonical"]
        assert len(found) < 2, "several canonical links"
        return found[0].attributes["href"] if found else None

    @property
    def title(self) -> str:
        """The text of `<title>`."""
        return next(one for one in self.all("title") if not one.inside("svg")).text

    @property
    def is_redirect(self) -> bool:
        """Whether it only leads to another page."""
        return any(one.attributes.get("http-equiv") == "refresh" for one in self.all("meta"))

    @property
    def is_indexable(self) -> bool:
        """Whether search engines may list it."""
        return "noindex" not in (self.meta("robots") or "")

    @property
    def says_example(self) -> bool:
        """Whether it says on top that what it shows is fictional."""
        return bool(self.with_class("apl-ejemplo"))


class Pages:
    """The parsed pages of a site by their file's path in it."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.names = sorted(
            path.relative_to(site).as_posix()
            for path in site.rglob("*.html")
            if not path.name.startswith(".")
        )
        self._parsed: dict[str, Outline] = {}

    def __getitem__(self, name: str) -> Outline:
        if name not in self._parsed:
            self._parsed[name] = Outline((self.site / name).read_text(encoding="utf-8"))
        return self._parsed[name]

    def __contains__(self, name: str) -> bool:
        return (self.site / name).is_file()

    def at(self, address: str) -> Outline:
        """The page at an address of the site (`empresas/x/`)."""
        return self[f"{address}index.html"]

    def below(self, folder: str) -> list[str]:
        """The names of pages one step below an address (`empresas/` → `empresas/x/index.html`)."""
        depth = folder.count("/") + 1
        return [n for n in self.names if n.startswith(folder) and n.count("/") == depth]

    def items(self) -> list[tuple[str, Outline]]:
        """Every page but redirects, with its name."""
        return [(name, self[name]) for name in self.names if not self[name].is_redirect]


def address_of(name: str) -> str:
    """The address that a page's file answers for: `empresas/x/index.html` → `empresas/x/`."""
    return name.removesuffix("index.html")
