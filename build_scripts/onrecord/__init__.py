"""On Record: a folder of source texts in, a briefing that can be checked out."""

__version__ = "0.2.0"
