"""On Record: a folder of source texts in, a briefing that can be checked out."""

__version__ = "0.1.0"
