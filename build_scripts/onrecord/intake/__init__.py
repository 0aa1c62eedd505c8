"""Intake: a file's bytes become a source, clean by choosing paragraphs, with what is known of it."""

from onrecord.intake.reading import Intake, SourceFile, read
from onrecord.intake.repairing import Repaired, repair
from onrecord.intake.settings import Given, parse_settings
from onrecord.intake.suggesting import suggest

__all__ = ["Given", "Intake", "Repaired", "SourceFile", "parse_settings", "read", "repair", "suggest"]
