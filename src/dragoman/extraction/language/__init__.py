"""Language models: found by path, checked file by file, loaded once per process."""

from dragoman.extraction.language.models import LanguageModel, available_models, load_model

__all__ = ["LanguageModel", "available_models", "load_model"]
