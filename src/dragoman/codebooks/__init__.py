"""Row 4: vocabulary as data (``data/``), each file with its source and licence, and its readers.

A verb, an office, an outlet is a line in a file here; behaviour lives in the layers above.
One small module reads one codebook and gives it types.
"""

from dragoman.codebooks.loader import codebooks_stamp, data_files, use_codebooks

__all__ = ["codebooks_stamp", "data_files", "use_codebooks"]
