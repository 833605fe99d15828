"""Records as linked data: events, councils, agreements and figures, each as the thing that it is.

Visits, meetings and milestones are Events. Treaties, agreements and protocols are Legislation; what binds nobody (a
declaration, a plan, a contract) is a CreativeWork, and what counts several documents a Collection as well. A figure is
an Observation of a StatisticalVariable, which keeps who counted (measurementMethod) beside the number; a target was
never observed, so it is a bare QuantitativeValue. “Over” and “under” bound a value and do not state it.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from relations.models import AgreementForm, Kind
from relations.pages.addresses import absolute
from relations.pages.words import words
from relations.templatetags.record_tags import quantity

from .dates import coverage, duration, ends, single
from .nodes import Node, country_node, node, place_node, same_as

STATUS = {"postponed": "EventPostponed", "cancelled": "EventCancelled"}
LAW = (AgreementForm.TREATY, AgreementForm.AGREEMENT, AgreementForm.PROTOCOL)
UNIT_CODES = {"percent": "P1"}


def record_node(record: Any) -> Node:
    """The thing that a record is about."""
    url = absolute(record.get_absolute_url())
    title, summary = (words(record, name).text for name in ("title", "summary"))
    common = {"@id": f"{url}#record", "url": url, "name": title, "description": summary, "sameAs": same_as(record)}
    return MADE[record.kind](record) | {key: value for key, value in common.items() if value}


def parties(record: Any) -> list[Node]:
    """The countries of a record: those of its pair, or all that share it."""
    pair = record.relationship
    return [country_node(each) for each in ((pair.first, pair.second) if pair else record.countries.all())]


def people(record: Any) -> list[Node]:
    """Who took part, in the office held then; an office whose holder no source names is left to the page."""
    return [
        node(
            "Person",
            name=words(part.person, "name").text,
            url=absolute(part.person.get_absolute_url()),
            jobTitle=words(part.office, "title").text if part.office else "",
        )
        for part in record.participations.all()
        if part.person
    ]


def event(record: Any) -> Node:
    """What happened, or was to: its status is that of the plan, its dates as precise as the source."""
    start, end = ends(record.date)
    status = getattr(record, "status", "")
    return node(
        "Event",
        startDate=start,
        endDate=end,
        eventStatus=f"https://schema.org/{STATUS.get(status, 'EventScheduled')}" if status else "",
        location=_location(record),
        attendee=people(record),
        **(_during(record) if record.kind == Kind.MEETING else {}),
    )


def _location(record: Any) -> Node | None:
    if record.place:
        return place_node(record.place)
    return country_node(record.destination) if record.kind == Kind.VISIT else None


def _during(meeting: Any) -> dict[str, Node]:
    """The council that met, and the visit during which it did."""
    found: dict[str, Node] = {}
    if meeting.council.is_published:
        found["organizer"] = _reference("GovernmentOrganization", meeting.council)
    if meeting.during_visit and meeting.during_visit.is_published:
        found["superEvent"] = _reference("Event", meeting.during_visit)
    return found


def _reference(type_: str, record: Any) -> Node:
    url = absolute(record.get_absolute_url())
    return node(type_, id_=f"{url}#record", name=words(record, "title").text, url=url)


def council(record: Any) -> Node:
    return node(
        "GovernmentOrganization",
        alternateName=words(record, "abbreviation").text,
        foundingDate=single(record.date),
        areaServed=parties(record),
    )


def agreement(record: Any) -> Node:
    """An instrument: in force from when it entered into force, which does not say that it still is."""
    law = record.form in LAW
    types = ["Legislation" if law else "CreativeWork", *(["Collection"] if record.count > 1 else [])]
    dated = {"legislationDate" if law else "dateCreated": single(record.date)}
    applies = {"legislationDateOfApplicability": single(record.in_force)} if law else {}
    number = {"legislationIdentifier" if law else "identifier": record.untreaty_number}
    return node(
        types if len(types) > 1 else types[0],
        **dated,
        **applies,
        **number,
        **{"legislationType" if law else "genre": record.get_form_display()},
        temporalCoverage=coverage(record.date) if "/" in record.date else "",
        inLanguage=[code.strip() for code in record.languages.split(",") if code.strip()],
        spatialCoverage=parties(record),
        contributor=people(record),
        collectionSize=record.count if record.count > 1 else None,
    )


def figure(record: Any) -> Node:
    """A number with its unit, period, direction and reporter."""
    number = {"over": "minValue", "under": "maxValue"}.get(record.qualifier, "value")
    values = {
        number: _number(record.value),
        "unitText": record.unit,
        "unitCode": UNIT_CODES.get(record.unit, ""),
    }
    if record.is_target:
        return node("QuantitativeValue", **values, disambiguatingDescription=quantity(record))
    return node(
        "Observation",
        **values,
        variableMeasured=node("StatisticalVariable", name=_variable(record)),
        observationAbout=[country_node(each) for each in (record.origin, record.destination) if each],
        observationDate=ends(record.date)[0],
        observationPeriod=duration(record.date),
        measurementMethod=words(record.reporter, "name").text,
        measurementQualifier=record.get_qualifier_display() if record.qualifier == "about" else "",
        disambiguatingDescription=quantity(record),
    )


def _variable(record: Any) -> str:
    part = f" ({record.get_breakdown_display()})" if record.breakdown else ""
    return f"{record.get_indicator_display()}{part}"


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


MADE: dict[str, Callable[[Any], Node]] = {
    "visit": event,
    "meeting": event,
    "milestone": event,
    "council": council,
    "agreement": agreement,
    "figure": figure,
}
