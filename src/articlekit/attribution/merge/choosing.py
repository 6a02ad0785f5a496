"""Between a rule's words for a role and the labeller's: whose stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from articlekit.attribution.claim_draft import CharRange
from articlekit.attribution.labeller.protocol import Trust
from articlekit.attribution.labeller.tokens import BEGIN_LABEL, INSIDE_LABEL, OUTSIDE, ROLES, Role, Tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Chooser:
    """Holds the labeller's scores against what the rules found."""

    def __init__(self, tokens: Tokens, scores: NDArray[np.float32], trust: Trust) -> None:
        import numpy as np

        chances = np.exp(scores)
        self._tokens, self.trust = tokens, trust
        self._odds: dict[Role, list[float]] = {}
        for role in ROLES:
            chance = np.clip(chances[:, BEGIN_LABEL[role]] + chances[:, INSIDE_LABEL[role]], 1e-4, 1 - 1e-4)
            self._odds[role] = np.log(chance / (1 - chance)).tolist()

    def rule_stands(self, role: Role, ruled: Iterable[CharRange], labelled: Iterable[CharRange]) -> bool:
        """Whether a rule's words stand although the labeller reads others.

        That quoted words belong to the rule's content, or to the name of its source, is for the marks to say, and not for the
        labeller to deny.
        """
        odds, quoted = self._odds[role], self._tokens.quoted
        mine, others = self._words(ruled), self._words(labelled)
        if role == "source" and any(quoted[i] != OUTSIDE for i in mine - others):
            return True
        added = [i for i in mine - others if role != "content" or quoted[i] == OUTSIDE]
        return sum(odds[i] for i in added) - sum(odds[i] for i in others - mine) > -self.trust.override_odds[role]

    def denies(self, role: Role, runs: Iterable[CharRange]) -> bool:
        """Whether the labeller is sure enough that words have no such role."""
        odds = [self._odds[role][i] for i in self._words(runs)]
        return bool(odds) and sum(odds) < self.trust.denial_odds * len(odds)

    def affirms(self, role: Role, runs: Iterable[CharRange]) -> bool:
        """Whether the labeller reads words so too."""
        return sum(self._odds[role][i] for i in self._words(runs)) > 0

    def _words(self, runs: Iterable[CharRange]) -> set[int]:
        return {i for run in runs for i in self._tokens.words_in(run) if self._tokens.text[i][0].isalnum()}
