"""English: reporting verbs, titles, months, quotation marks, debris phrases. Data, no code."""
