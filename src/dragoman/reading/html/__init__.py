"""An HTML page to an `Article`: one tree, its metadata and images, and which blocks are body."""
