"""What keeps a page from steering the terminal: `dragoman.text.safe`, which exports need too."""

from dragoman.text.safe import safe_json, visible

__all__ = ["safe_json", "visible"]
