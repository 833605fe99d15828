"""Figures: trade, exports, imports, targets, investment and contracting, with whatever is counted or ranked."""

import re

from relations.reading.document import Document, within
from relations.reading.found import FoundAmount, Span
from relations.reading.patterns import patterns

from .counts import counts
from .figure import Figure, once
from .flows import flow
from .periods import NOW, period, period_before
from .shares import ranks, shares
from .targets import is_target, target_period
from .topics import BUILT, Topic, no_figure, topic_of, topics

REFERS = patterns("figures", "refers")
REACHES = re.compile(r"\b(?:astik|asti|asmistir|ulasti|ulastik|ulasmistir|cikti|yakaladik|yukseldi)\b")


def find_figures(document: Document) -> list[Figure]:
    """Every figure that the sentences state, each once; tables are read apart."""
    found: list[Figure] = []
    carried: Topic | None = None
    for sentence in document.sentences:
        amounts = within(document.amounts, sentence)
        spoken = topics(document, sentence)
        if amounts:
            found += _money(document, sentence, amounts, spoken, carried)
            found += counts(document, sentence, amounts)
            found += shares(document, sentence, amounts)
        found += ranks(document, sentence, amounts)
        carried = _carry(document, sentence, spoken, carried)
    return once(found)


def _carry(document: Document, sentence: Span, spoken: list[Topic], carried: Topic | None) -> Topic | None:
    """The topic that the next sentence may refer to: the last of this paragraph."""
    if spoken:
        trade = [topic for topic in spoken if topic.kind == "trade_total"]
        return (trade or spoken)[-1]
    near = carried and sentence.end - carried.span.end < 400
    return carried if near else None


def _money(
    document: Document, sentence: Span, amounts: list[FoundAmount], spoken: list[Topic], carried: Topic | None
) -> list[Figure]:
    """Amounts of money by their topics."""
    money = [amount for amount in amounts if is_money(document, amount, sentence)]
    found = []
    refers = REFERS[document.language].search(document.words(sentence)) or REACHES.search(document.words(sentence))
    for amount in money:
        if _converted(document, amount, money):
            continue
        topic = topic_of(document, amount, money, spoken, sentence)
        if (
            not topic
            and refers
            and carried
            and carried.kind == "trade_total"
            and sentence.start - carried.span.end < 400
        ):
            topic = carried
        built = _contracted(document, sentence, amount, spoken, topic)
        if built or (topic and not no_figure(document, amount, topic, sentence)):
            found.append(_figure(document, sentence, amount, money, built or topic or spoken[0]))
    return found


def _converted(document: Document, amount: FoundAmount, money: list[FoundAmount]) -> bool:
    """Whether an amount only gives the one before it in another currency: “$5 billion (TL 136.55 billion)”."""
    index = money.index(amount)
    if not index or money[index - 1].quantity.unit == amount.quantity.unit:
        return False
    return bool(
        re.fullmatch(
            r" ?\((?:about |around |tl |try |eur |usd )*",
            document.folded[money[index - 1].span.end : amount.span.start],
        )
    )


def is_money(document: Document, amount: FoundAmount, sentence: Span) -> bool:
    """Whether an amount is money; “30 milyara” is where the text has just spoken of dollars."""
    if amount.kind == "money":
        return True
    if amount.kind != "count" or amount.noun or amount.quantity.value < 10_000_000:
        return False
    near = Span(max(0, sentence.start - 300), sentence.end)
    return any(one.kind == "money" for one in within(document.amounts, near))


def _contracted(
    document: Document, sentence: Span, amount: FoundAmount, spoken: list[Topic], topic: Topic | None
) -> Topic | None:
    """The contracting topic, where a sentence on contractors gives the worth of their projects."""
    if topic and topic.kind not in ("contracting", "investment_stock"):
        return None
    contracting = [one for one in spoken if one.kind == "contracting"]
    around = document.folded[max(sentence.start, amount.span.start - 120) : min(sentence.end, amount.span.end + 80)]
    return contracting[0] if contracting and BUILT[document.language].search(around) else None


def _figure(document: Document, sentence: Span, amount: FoundAmount, money: list[FoundAmount], topic: Topic) -> Figure:
    kind = topic.kind
    target = is_target(document, amount, sentence)
    if target and kind in ("trade_total", "export", "import", "investment_stock"):
        kind = "target"
    anchor = topic.span if topic.span.start >= sentence.start else amount.span
    origin, destination = flow(document, topic.kind, sentence, anchor)
    unit = amount.quantity.unit if amount.kind == "money" else _currency(document, sentence)
    date = target_period(document, amount, sentence) if target else period(document, amount, money, sentence)
    now = NOW.search(document.folded[sentence.start : amount.span.start])
    if not date and not target and not now and kind in ("export", "import", "trade_total"):
        date = period_before(document, sentence)
    return Figure(
        kind,
        date.edtf if date else None,
        origin,
        destination,
        amount.quantity.value,
        unit,
        "planned" if kind == "target" else amount.quantity.qualifier,
        amount.span,
        topic.kind,
    )


def _currency(document: Document, sentence: Span) -> str:
    near = [
        one for one in within(document.amounts, Span(max(0, sentence.start - 300), sentence.end)) if one.kind == "money"
    ]
    return near[-1].quantity.unit if near else "USD"
