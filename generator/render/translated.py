"""Texts that templates mark as messages → the words of one language, while templates are compiled.

`_("…")`, `contados(n, "…", "…")` and `{% trans %}` cost nothing when pages are made: the compiled
template of each language holds its words.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import nodes
from jinja2.ext import InternationalizationExtension
from jinja2.visitor import NodeTransformer

from generator.language import Language

_VARIABLE = re.compile(r"%\((\w+)\)s")


class Trans(InternationalizationExtension):
    """`{% trans %}`, whose message is looked up now and not when a page is made."""

    def _make_node(
        self,
        singular: str,
        plural: str | None,
        context: str | None,  # noqa: ARG002 - jinja2's signature
        variables: dict[str, nodes.Expr],
        plural_expr: nodes.Expr | None,
        vars_referenced: bool,  # noqa: ARG002
        num_called_num: bool,  # noqa: ARG002
    ) -> Any:
        language: Language = self.environment.language  # type: ignore[attr-defined]
        one, many = _forms(language, singular, plural)
        if plural_expr is None:
            return _output(one, variables)
        is_one = nodes.Compare(plural_expr, [nodes.Operand("eq", nodes.Const(1))])
        return nodes.If(is_one, [_output(one, variables)], [], [_output(many, variables)])


def _forms(language: Language, one: str, many: str | None) -> tuple[str, str]:
    """The message as templates write it: `%(name)s` is a variable, `%%` a sign."""
    if many is not None:
        return language.forms(one, many)
    text = one if _VARIABLE.search(one) else one.replace("%%", "%")
    said = language.said(text)
    return (said, said) if text is one else (said.replace("%", "%%"), "")


def _output(message: str, variables: Mapping[str, nodes.Expr]) -> nodes.Output:
    """Text as it stands, with the variables escaped as any other."""
    return nodes.Output(list(_pieces(message, variables)))


def _pieces(message: str, variables: Mapping[str, nodes.Expr]) -> Iterator[nodes.Expr]:
    for at, piece in enumerate(_VARIABLE.split(message)):
        if at % 2:
            yield variables[piece]
        elif piece:
            yield nodes.TemplateData(piece.replace("%%", "%"))


class Translator(NodeTransformer):
    """Replaces the messages of expressions by their words."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - jinja2 names it
        """A message, or its two forms; any other call as it is."""
        self.generic_visit(node)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name == "_":
            return nodes.Const(self._language.said(node.args[0].as_const()), lineno=node.lineno)
        if name == "contados" and all(isinstance(one, nodes.Const) for one in node.args[1:]):
            one, many = (each.as_const() for each in node.args[1:])
            node.args[1:] = [nodes.Const(each) for each in self._language.forms(one, many)]
        return node
