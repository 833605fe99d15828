"""How many of everything a world of so many records has, and which number is what: nothing has to be kept in memory."""

from dataclasses import dataclass

from .chance import shares
from .earth import CODES

OFFICES, MINISTRIES, REPORTERS = 6, 3, 3  # of each country
SHARED = 50  # one record in so many concerns more than two countries


@dataclass(frozen=True)
class Size:
    """A world's numbers; people and places of a country stand together."""

    records: int
    people: list[int]
    places: list[int]

    @classmethod
    def of(cls, records: int, busy: list[float]) -> "Size":
        return cls(records, _running(records // 40, busy), _running(len(CODES) * 2 + records // 400, busy))

    @property
    def sources(self) -> int:
        return 40 + self.records // 60

    @property
    def organisations(self) -> int:
        return 3 + self.records // 8000

    @property
    def companies(self) -> int:
        return self.records // 500

    @property
    def papers(self) -> int:
        """Newspapers that report figures."""
        return 5 + self.records // 2000

    @property
    def shared(self) -> int:
        """Records of more than two countries."""
        return self.records // SHARED


def _running(total: int, busy: list[float]) -> list[int]:
    """Where each country's share starts, and at the end the total."""
    starts = [0]
    for share in shares(total, busy):
        starts.append(starts[-1] + share)
    return starts


def office_pk(country: int, office: int) -> int:
    """The primary key of an office of a country, both counted from 0."""
    return country * OFFICES + office + 1


def ministry_pk(country: int, ministry: int) -> int:
    return country * MINISTRIES + ministry + 1


def reporter_pk(country: int, reporter: int) -> int:
    return country * REPORTERS + reporter + 1
