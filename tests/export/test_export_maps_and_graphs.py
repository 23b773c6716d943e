"""GeoJSON, GEXF and GraphML: what their readers ask for, from any text."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

from lxml import etree

from dragoman.archive import ArchiveFile
from dragoman.export import FormatName, export_archive

GEXF = {"g": "http://www.gexf.net/1.2draft"}
GRAPHML = {"g": "http://graphml.graphdrawing.org/xmlns"}


def written(archive: ArchiveFile, form: FormatName) -> str:
    out = StringIO()
    export_archive(archive, form, out, everything=True)
    return out.getvalue()


def found(root: Any, path: str, names: dict[str, str]) -> list[str]:
    return [str(item) for item in root.xpath(path, namespaces=names)]


def test_geojson_is_one_collection_of_points(sorts: ArchiveFile) -> None:
    document = json.loads(written(sorts, "geojson"))
    assert set(document) == {"type", "features"}
    assert document["type"] == "FeatureCollection"
    assert document["features"]
    for feature in document["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["type"] == "Feature"
        assert feature["geometry"]["type"] == "Point"
        longitude, latitude = feature["geometry"]["coordinates"]
        assert (longitude, latitude) in {(10.75, 59.9), (10.75, -0.00001)}
        assert feature["properties"]["place"]
    assert len({feature["id"] for feature in document["features"]}) == len(document["features"])


def test_an_archive_without_events_gives_empty_files(tmp_path: Path, maker: type[Any]) -> None:
    with ArchiveFile(tmp_path / "x.dragoman") as archive:
        archive.put(maker(1).readout())
        assert json.loads(written(archive, "geojson"))["features"] == []
        assert etree.fromstring(written(archive, "gexf").encode()) is not None
        assert etree.fromstring(written(archive, "graphml").encode()) is not None
        assert written(archive, "csv").count("\n") == 1
        assert written(archive, "gdelt") == ""


def test_gexf_declares_what_it_uses(sorts: ArchiveFile) -> None:
    root = etree.fromstring(written(sorts, "gexf").encode())
    nodes = found(root, "//g:node/@id", GEXF)
    assert len(nodes) == len(set(nodes)) > 10
    assert set(found(root, "//g:edge/@source | //g:edge/@target", GEXF)) <= set(nodes)
    for kind in ("node", "edge"):
        declared = found(root, f"//g:attributes[@class='{kind}']/g:attribute/@id", GEXF)
        used = found(root, f"//g:{kind}//g:attvalue/@for", GEXF)
        assert used
        assert set(used) <= set(declared)
    assert all(float(weight) >= 1 for weight in found(root, "//g:edge/@weight", GEXF))


def test_graphml_declares_what_it_uses(sorts: ArchiveFile) -> None:
    root = etree.fromstring(written(sorts, "graphml").encode())
    nodes = set(found(root, "//g:node/@id", GRAPHML))
    assert set(found(root, "//g:edge/@source | //g:edge/@target", GRAPHML)) <= nodes
    declared = set(found(root, "//g:key/@id", GRAPHML))
    assert set(found(root, "//g:data/@key", GRAPHML)) <= declared


def test_events_between_the_same_two_are_one_edge(tmp_path: Path, maker: type[Any]) -> None:
    made = maker(1)
    a, b = (made.party((name, "state", ("NOR",), "GOV")) for name in ("A & <B>", "C\ufffe\x00"))
    for date in ("2024-05", "2023-01-02", None):
        made.event("AID", actors=(a,), recipients=(b,), date=date)
    made.event("AID", actors=(b,), recipients=(a,))
    with ArchiveFile(tmp_path / "x.dragoman") as archive:
        archive.put(made.readout())
        root = etree.fromstring(written(archive, "graphml").encode())
    assert found(root, "//g:data[@key='label']/text()", GRAPHML) == ["A & <B>", "C\ufffd␀"]
    weights = found(root, "//g:data[@key='edge-weight']/text()", GRAPHML)
    assert sorted(weights) == ["1.0", "3.0"]
    firsts = found(root, "//g:data[@key='edge-first']/text()", GRAPHML)
    assert firsts == ["2023-01-02"]
