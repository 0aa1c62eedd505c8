"""What a person knows of speakers and outlets (sources/briefing.yml), put into what the tool has read."""

from onrecord.model import Annotations, Settings, Source


def of_source(settings: Settings, source: Source) -> Source:
    """The source with its outlet's canonical name."""
    return source


def of_annotations(settings: Settings, source: Source, annotations: Annotations) -> Annotations:
    """The annotations with canonical names, and the roles that hold on the day of the saying."""
    return annotations
