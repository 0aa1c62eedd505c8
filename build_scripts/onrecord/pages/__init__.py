"""Annotated pages: written, read back, and merged with what people changed."""
