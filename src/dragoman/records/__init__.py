"""Row 3: the frozen records, their vocabularies, ids and JSON Schema."""

from dragoman.records.actor import Actor, Mention, Office
from dragoman.records.article import Article, Block, Image, Instant, Link
from dragoman.records.base import EvidenceRecord, Record, article_id, record_id
from dragoman.records.chain import ChainLink, SourceChain
from dragoman.records.event import Count, Event, Party, Position
from dragoman.records.judgement import FieldEdit, Judgement
from dragoman.records.problem import Problem
from dragoman.records.quotation import Nonstatement, Quotation, Speaker
from dragoman.records.readout import Readout, spans_in
from dragoman.records.schema import json_schema
from dragoman.records.where_when import Place, TimeRef
from dragoman.text.spans import Span

__all__ = [
    "Actor",
    "Article",
    "Block",
    "ChainLink",
    "Count",
    "Event",
    "EvidenceRecord",
    "FieldEdit",
    "Image",
    "Instant",
    "Judgement",
    "Link",
    "Mention",
    "Nonstatement",
    "Office",
    "Party",
    "Place",
    "Position",
    "Problem",
    "Quotation",
    "Readout",
    "Record",
    "SourceChain",
    "Span",
    "Speaker",
    "TimeRef",
    "article_id",
    "json_schema",
    "record_id",
    "spans_in",
]
