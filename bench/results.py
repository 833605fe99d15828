"""What a run found, as it is kept."""

from dataclasses import asdict, dataclass, field
from typing import Any

from .figures import Judged, Summary, summary
from .load import Round


@dataclass
class Results:
    """Rounds by target, why others have none, goals, and what else was measured."""

    size: int
    rounds: dict[str, list[Round]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    goals: list[Judged] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def summaries(self) -> dict[str, Summary]:
        return {name: summary(each) for name, each in self.rounds.items()}

    def as_json(self) -> dict[str, Any]:
        """Plain values, each target with all its rounds."""
        targets = {
            name: asdict(found) | {"rounds": [asdict(each) for each in self.rounds[name]]}
            for name, found in self.summaries.items()
        }
        goals = [goal.as_json() for goal in self.goals]
        return {"size": self.size, "targets": targets, "refused": self.refused, "goals": goals, **self.more}
