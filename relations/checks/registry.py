"""Every check, in the order in which pages show them."""

from .base import Check
from .councils import Ordinals, Outside, Plans
from .founding import Founding
from .growth import Growth
from .magnitudes import Magnitudes
from .mirrors import Mirrors
from .offices import Offices
from .sums import Sums
from .targets import Targets
from .telling import Counts, SeveralSources
from .translations import Translations

CHECKS: tuple[Check, ...] = (
    SeveralSources(),
    Translations(),
    Counts(),
    Sums(),
    Growth(),
    Mirrors(),
    Magnitudes(),
    Targets(),
    Ordinals(),
    Plans(),
    Outside(),
    Offices(),
    Founding(),
)
BY_NAME = {check.name: check for check in CHECKS}
