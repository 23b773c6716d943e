"""Our own table of events, as `dragoman events --csv` prints it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.export.cells import event_cells, page_cells
from dragoman.export.selection import Told
from dragoman.export.tables import Row, Table, columns

COLUMNS = columns("""
id | STR | of the event
type | STR | PLOVER type of the act itself
modes | STR | PLOVER modes, parted by "; "
contexts | STR | PLOVER contexts, parted by "; "
quad | INT | 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict
score | FLOAT | PLOVER's scale, -10 to +10
strict | STR | type under PLOVER's own conventions; empty: not coded there
cameo | STR | CAMEO code
goldstein | FLOAT | Goldstein scale of the CAMEO code
actors | STR | names, parted by "; "
actor_codes | STR | ISO-3 codes and PLOVER sector of each, run together
recipients | STR | likewise
recipient_codes | STR | likewise
reciprocal | STR | yes: done with one another, all parties are actors
status | STR | actual, planned, hypothetical, threatened, negated, denied, alleged, cancelled, historical
background | STR | yes: told as background
claimed_by | STR | whose word it is, if not the reporter's
date | STR | TIMEX value, as precise as the text
place | STR | name
dead | INT | as the article counts them
injured | INT | likewise
detained | INT | likewise
size | INT | likewise
confidence | FLOAT | 0 to 1
why | STR | the rule or model that decided
trigger | STR | the word that tells the act
evidence | STR | the words it rests on, parted by "; "
mentions | INT | how often the article tells it
start | INT | of the trigger: code points from the start of the text
end | INT | of the trigger, exclusive
article_contexts | STR | PLOVER contexts of the article
article | STR | id
headline | STR | of the article
outlet | STR | of the article
published | STR | of the article, ISO 8601
url | STR | of the article
""")


def _rows(told: Told) -> Iterator[Row]:
    yield {**event_cells(told.readout, told.event), **page_cells(told.readout)}


TABLE = Table(COLUMNS, _rows)
LOSSES = ("Of the spans only the trigger's is given as numbers; all spans are in jsonl.",)
