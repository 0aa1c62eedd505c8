"""From a briefing to what is published: site, book, data. Imports model and markdown only."""
