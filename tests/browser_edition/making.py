"""Small wheels, locks and pages, made for a test in place of fetched ones."""

import hashlib
from pathlib import Path

from tools.browser_edition.start import write_start
from tools.browser_edition.wheels import write_wheel


def make_wheel(folder: Path, name: str, needs: tuple[str, ...] = (), files: dict[str, bytes] | None = None) -> Path:
    about = [f"Name: {name}", "Version: 1.0", *(f"Requires-Dist: {need}" for need in needs)]
    inside = {
        f"{name}/__init__.py": b"",
        **(files or {}),
        f"{name}-1.0.dist-info/METADATA": "\n".join(about).encode(),
        f"{name}-1.0.dist-info/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: cp312-cp312-linux_x86_64\n",
        f"{name}-1.0.dist-info/RECORD": b"",
    }
    return write_wheel(folder / f"{name}-1.0-py3-none-any.whl", inside)


def official_lock(*paths: Path) -> dict:
    packages = {
        path.name.split("-")[0]: {
            "file_name": path.name,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "depends": [],
        }
        for path in paths
    }
    return {"info": {"python": "3.12.7"}, "packages": packages}


def make_pages(folder: Path, lesson: str = "one") -> int:
    """Write what stands for JupyterLite's pages, and the way in to them."""
    (folder / "lab").mkdir(parents=True, exist_ok=True)
    (folder / "lab" / "index.html").write_text(f"<title>{lesson}</title><p>notebook</p>", "utf-8")
    (folder / "lab" / "favicon.ico").write_bytes(b"")
    (folder / "lab" / "map.js.map").write_text("{}", "utf-8")
    (folder / "service-worker.js").write_text("", "utf-8")
    return write_start(folder)
