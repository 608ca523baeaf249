"""The rules that take a line for page furniture, one table per kind of signal, in one tuple."""

from nutgraf.seeds.rules.labels import LABEL_RULES, label_of
from nutgraf.seeds.rules.repetition import REPETITION_RULES
from nutgraf.seeds.rules.rule import CLEAN, Rule, Scene, Verdict, judge
from nutgraf.seeds.rules.shapes import SHAPE_RULES

RULES: tuple[Rule, ...] = (*SHAPE_RULES, *REPETITION_RULES, *LABEL_RULES)

__all__ = ["CLEAN", "RULES", "Rule", "Scene", "Verdict", "judge", "label_of"]
