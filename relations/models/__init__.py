"""The nouns of the record, one file each."""

from .agreements import Agreement, AgreementForm, EntryMethod
from .changes import Change, RecordTouch, RecordVersion
from .councils import MEETING_ORDER, Council, CouncilKind, CouncilMeeting, MeetingStatus
from .countries import Country, Place, Relationship
from .figures import Breakdown, Figure, Indicator, Qualifier, Reporter
from .findings import CheckRun, FindingAnswer, KeptFinding, KeptFindingRecord
from .milestones import Milestone
from .names import FormerName
from .people import Institution, InstitutionKind, Office, Participation, Person, Role, Tenure
from .records import Area, Consensus, EditorialStatus, Kind, Record
from .revisions import LoadedRow, Revision
from .search import SearchChange, SearchDocument, SearchWord
from .sources import Citation, Inference, Source, SourceKind, SourceText
from .tallies import Cell, PairNumber
from .visits import Visit, VisitKind, VisitStatus

__all__ = [
    "MEETING_ORDER",
    "Agreement",
    "AgreementForm",
    "Area",
    "Breakdown",
    "Cell",
    "Change",
    "CheckRun",
    "Citation",
    "Consensus",
    "Council",
    "CouncilKind",
    "CouncilMeeting",
    "Country",
    "EditorialStatus",
    "EntryMethod",
    "Figure",
    "FindingAnswer",
    "FormerName",
    "Indicator",
    "Inference",
    "Institution",
    "InstitutionKind",
    "KeptFinding",
    "KeptFindingRecord",
    "Kind",
    "LoadedRow",
    "MeetingStatus",
    "Milestone",
    "Office",
    "PairNumber",
    "Participation",
    "Person",
    "Place",
    "Qualifier",
    "Record",
    "RecordTouch",
    "RecordVersion",
    "Relationship",
    "Reporter",
    "Revision",
    "Role",
    "SearchChange",
    "SearchDocument",
    "SearchWord",
    "Source",
    "SourceKind",
    "SourceText",
    "Tenure",
    "Visit",
    "VisitKind",
    "VisitStatus",
]
