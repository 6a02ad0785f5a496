"""Sphinx: the rule tables, written out from the code, and attrs classes without the signature that their fields repeat."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import attrs
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from articlekit.attribution.rules.engine import CUE_RULES, SENTENCE_RULES
from articlekit.attribution.rules.rule import ClaimRule
from articlekit.parsers.fields import TABLES
from articlekit.parsers.rules import Rule, Table

CHOICES = {
    "first": "The first rule that offers a value wins; other values are kept as rejected candidates.",
    "rule": "The first rule that offers anything wins, with all that it offers.",
    "all": "Everything that any rule offers is kept.",
}

CLAIMS = (
    "For each reporting verb of a sentence the first rule that fires wins; those from claim.according_to on are run once for a"
    " sentence. The outermost claim stands. claim.answer, claim.block_quote, claim.introduced and claim.labelled have no entry of their own: a"
    " line that signs a block quote, a sentence that only says who speaks next, and the labeller's own reading."
)


class RuleTables(SphinxDirective):
    """``rule-tables``: a section for each table, in the order in which assembly decides, then that of the claims."""

    def run(self) -> list[nodes.Node]:
        """The sections."""
        return [*(section for table in TABLES for section in self._table(table)), self._claims()]

    def _claims(self) -> nodes.Node:
        section = self._section("rules-claims", nodes.literal(text="claims"))
        section += nodes.paragraph(text=CLAIMS)
        for rule in (*CUE_RULES, *SENTENCE_RULES):
            section += self._rule(rule)
        return section

    def _table(self, table: Table) -> Iterator[nodes.Node]:
        section = self._section(f"rules-{table.field}", nodes.literal(text=table.field))
        section += nodes.paragraph(text=CHOICES[table.choose])
        for rule in table.rules:
            section += self._rule(rule)
        yield section

    def _rule(self, rule: Rule[Any] | ClaimRule) -> nodes.section:
        section = self._section(f"rule-{rule.name}", nodes.literal(text=rule.name))
        section += self._prose(inspect.getdoc(rule.apply) or "")
        for label, report in (("Fires on", rule.example), ("Leaves alone", rule.near_miss)):
            if not report:  # a rule about what the caller gives reads no report
                continue
            section += nodes.paragraph("", "", nodes.emphasis(text=label))
            # An address in angle brackets is Markdown's.
            language = "html" if report.startswith("<") and not report.startswith("<http") else "text"
            section += nodes.literal_block(report, report, language=language)
        return section

    def _prose(self, docstring: str) -> list[nodes.Node]:
        return self.parse_text_to_nodes(docstring)

    def _section(self, label: str, title: nodes.Node) -> nodes.section:
        section = nodes.section(ids=[nodes.make_id(label)])
        section += nodes.title("", "", title)
        return section


def drop_signature(_app: Sphinx, what: str, _name: str, obj: object, *_rest: object) -> tuple[str, None] | None:
    """No signature on an attrs class: its fields stand below, each with what it means."""
    return ("", None) if what == "class" and isinstance(obj, type) and attrs.has(obj) else None


def setup(app: Sphinx) -> dict[str, bool]:
    """Register both with Sphinx."""
    app.add_directive("rule-tables", RuleTables)
    app.connect("autodoc-process-signature", drop_signature)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
