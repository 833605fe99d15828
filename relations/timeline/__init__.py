"""The timeline's questions: filters as an address has them, the records that they leave, and how many. No HTTP."""

from .asked import read_filters
from .filters import Filters, Query

__all__ = ["Filters", "Query", "read_filters"]
