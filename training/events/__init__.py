"""Sentences labelled with events: the manual, the notation, the sample, and how well coders agree."""
