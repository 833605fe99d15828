"""“Did you mean”: for a word that stands nowhere, the nearest one that does. The same answer on either database."""

from collections.abc import Callable

from relations.nodes import reading
from relations.planned import planned

from .matching import engine
from .question import Question, read_question

LIKE = 0.3  # pg_trgm's own threshold


def suggestion(question: Question, has_answers: Callable[[Question], bool]) -> str:
    """The question with its unknown words put right, if that has answers; empty if there is nothing to put right."""
    text = question.text
    for clause in question.clauses:
        if len(clause.folded) >= 4 and clause.folded.isalpha() and not has_answers(read_question(clause.text)):
            text = text.replace(clause.text, nearest(clause.folded) or clause.text, 1)
    if text == question.text or not has_answers(read_question(text)):
        return ""
    return text


def nearest(folded: str) -> str:
    """The known word that takes fewest slips to become this one; of equals the most like it."""
    if not folded.isascii():
        return ""
    ours = engine()
    with planned(reading.connection()) as cursor:
        cursor.execute(ours.NEAR, [ours.near_words(folded)])
        words = dict(cursor.fetchall())
    near = [
        (slips(folded, word), -likeness(folded, word), word)
        for word in words
        if abs(len(word) - len(folded)) <= 2 and word != folded and likeness(folded, word) >= LIKE
    ]
    best = min((each for each in near if each[0] <= (1 if len(folded) < 6 else 2)), default=None)
    return words[best[2]] if best else ""


def likeness(one: str, other: str) -> float:
    """Shared threes of letters among all of both, as pg_trgm counts them."""
    first, second = _threes(one), _threes(other)
    return len(first & second) / len(first | second)


def _threes(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def slips(one: str, other: str) -> int:
    """Letters to change, add, drop or exchange with the next one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, char in enumerate(one, 1):
        older, before, row = before, row, [at]
        for to, wanted in enumerate(other, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (char != wanted))
            if at > 1 and to > 1 and char == other[to - 2] and one[at - 2] == wanted:
                cost = min(cost, older[to - 2] + 1)
            row.append(cost)
    return row[-1]
