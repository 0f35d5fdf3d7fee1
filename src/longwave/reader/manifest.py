"""The manifest: what the reader's copy was given, so that an edit can be distinguished from a new version."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from longwave.reader.files import write_whole

FORMAT = 1


@dataclass
class Given:
    """What was given for one file of the course."""

    fingerprint: str  # of the version that went to the file's own place
    content: str  # the hash of that version's bytes: outputs may change where no cell did
    beside: dict[str, str] = field(default_factory=dict)  # what came beside an edited file: path -> fingerprint


def manifest_path(copy: Path) -> Path:
    """Return the file of a copy's manifest."""
    return copy / ".longwave" / "manifest.json"


def read_manifest(copy: Path) -> dict[str, Given]:
    """Return the manifest by path. What cannot be read counts as never given, so nothing is overwritten."""
    try:
        stored = json.loads(manifest_path(copy).read_text(encoding="utf-8"))
        return {path: Given(**given) for path, given in stored["files"].items() if _is_sound(given)}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def write_manifest(copy: Path, manifest: dict[str, Given]) -> None:
    """Write the manifest as a whole, or not at all."""
    stored = {"format": FORMAT, "files": {path: asdict(given) for path, given in sorted(manifest.items())}}
    write_whole(manifest_path(copy), json.dumps(stored, indent=1).encode())


def _is_sound(given: object) -> bool:
    if not isinstance(given, dict) or set(given) != {"fingerprint", "content", "beside"}:
        return False
    texts = [given["fingerprint"], given["content"]]
    if not isinstance(given["beside"], dict):
        return False
    return all(isinstance(text, str) for text in [*texts, *given["beside"], *given["beside"].values()])
