"""Parsed templates → Python that does without what no template here asks of Jinja.

Nothing that templates call wants their context, everything is escaped, and files do not change
while an environment lives: calls are plain calls, macros are functions, imports and what is
included are found once.
"""

from collections.abc import Iterator
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef


class Writer(CodeGenerator):
    """Writes templates that are run by `Pages`."""

    def visit_Call(  # noqa: N802 - jinja2 names it
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """A plain call."""
        self.visit(node.node, frame)
        self.write("(")
        for sign, one in _given(node):
            self.write(sign)
            self.visit(one, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """An attribute, which is never an item: views are objects."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002 - jinja2's
        """A macro as a function of Python; the body just written is called `macro`, as others are.

        `Markup(…)` would first ask whether it is given a text.
        """
        names = [one.name for one in macro_ref.node.args]
        given = [f"{name}=missing" for name in names]
        if macro_ref.accesses_caller:
            names.append("caller")
            given.append("caller=undefined(name='caller')")
        made = f"str.__new__(Markup, macro({', '.join(names)}))"
        self.write(f"(lambda macro: lambda {', '.join(given)}: {made})(macro)")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        """Another template, found once, among the names that are around it."""
        self.writeline("yield from " if frame.buffer is None else f"{frame.buffer}.extend(", node)
        self.write("environment.included(context, ")
        self.visit(node.template, frame)
        self.write(f", {self.dump_local_context(frame)})")
        self.write("" if frame.buffer is None else ")")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.imported(")
        self.visit(node.template, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.written(")
        else:
            super()._output_child_pre(node, frame, finalize)


def _given(node: nodes.Call) -> Iterator[tuple[str, nodes.Node]]:
    """What a call gives, each with the sign before it."""
    yield from (("", one) for one in (*node.args, *node.kwargs))
    if node.dyn_args:
        yield "*", node.dyn_args
    if node.dyn_kwargs:
        yield "**", node.dyn_kwargs
