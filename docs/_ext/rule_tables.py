"""Write the rules of a field on its page, from the code; show attrs classes without their long signatures."""

from __future__ import annotations

import inspect
from typing import Any, ClassVar

import attrs
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from articlekit.attribution.rules.claim_rule import ClaimRule
from articlekit.attribution.rules.engine import CUE_RULES, SENTENCE_RULES
from articlekit.parsers.field_rules import Rule
from articlekit.parsers.fields import TABLES

TABLE_OF_FIELD = {table.field: table for table in TABLES}

CHOICES = {
    "first": "The first candidate wins; the others are kept as rejected candidates.",
    "rule": "The first rule that yields a candidate wins, with all its candidates.",
    "all": "Every candidate of every rule is kept.",
    "steps": "The rules set no field. They clean the text one after the other, each what the rules before it left.",
}

CLAIMS = (
    "The rules up to claim.according_to run for each reporting verb of a sentence, and the first that fires wins; the rules after it run once"
    " per sentence. If claims are nested, the outermost is kept. Four rule names have no entry here: claim.answer, claim.block_quote (a line"
    " that signs a block quote), claim.introduced (a sentence that only names the next speaker) and claim.labelled (found by the model"
    " alone)."
)


class RuleTable(SphinxDirective):
    """``rule-table:: FIELD`` lists the rules of a field in order; the field ``claims`` lists those of attribution."""

    required_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Return a paragraph on how the rules compete, and a section for each rule."""
        field = self.arguments[0]
        if field == "claims":
            return [nodes.paragraph(text=CLAIMS), *(self._rule(rule) for rule in (*CUE_RULES, *SENTENCE_RULES))]
        table = TABLE_OF_FIELD.get(field)
        if table is None:
            raise self.error(f"no rules set the field {field!r}")
        return [nodes.paragraph(text=CHOICES[table.choose]), *(self._rule(rule) for rule in table.rules)]

    def _rule(self, rule: Rule[Any] | ClaimRule) -> nodes.section:
        section = nodes.section(ids=[nodes.make_id(f"rule-{rule.name}")])
        section += nodes.title("", "", nodes.literal(text=rule.name))
        section += self.parse_text_to_nodes(inspect.getdoc(rule.apply) or "")
        for label, report in (("Fires on", rule.example), ("Does not fire on", rule.near_miss)):
            if not report:  # rules that read the caller's arguments have no samples
                continue
            section += nodes.paragraph("", "", nodes.emphasis(text=label))
            # An address in angle brackets is Markdown.
            language = "html" if report.startswith("<") and not report.startswith("<http") else "text"
            section += nodes.literal_block(report, report, language=language)
        return section


def drop_signature(_app: Sphinx, what: str, _name: str, obj: object, *_rest: object) -> tuple[str, None] | None:
    """Drop the signature of an attrs class: the fields below it say the same."""
    return ("", None) if what == "class" and isinstance(obj, type) and attrs.has(obj) else None


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive and the signature filter."""
    app.add_directive("rule-table", RuleTable)
    app.connect("autodoc-process-signature", drop_signature)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
