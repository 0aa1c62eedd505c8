"""What a text says of itself."""

from pathlib import Path

import pytest
from markdown_it.utils import read_fixture_file

from intake_cases import known, source_of
from onrecord.intake.bylines import people_in
from onrecord.intake.credits import agencies_in
from onrecord.intake.datelines import dateline_of, parts_of
from onrecord.intake.days import day_in

CASES = read_fixture_file(Path(__file__).parent / "fixtures" / "intake" / "metadata.md")


@pytest.mark.parametrize(("line", "title", "text", "expected"), CASES, ids=[case[1] for case in CASES])
def test_reads_what_is_known(line: int, title: str, text: str, expected: str) -> None:
    assert known(source_of(text)) == expected


def test_the_sidecar_wins() -> None:
    text = "Session begins in July\nBy Asha Varma\nDELHI (PTI) — The session will begin in July, he said on Friday.\n"
    source = source_of(text, "title: Other\nbyline: [Ada Quist]\nagency: UNI\nconfirm: [agency]\n")
    assert (source.title, source.byline, source.agency) == ("Other", ("Ada Quist",), "UNI")
    assert dict(source.found) == {
        "title": "sidecar",
        "byline": "sidecar",
        "agency": "sidecar",
        "dateline": "¶2",
    }
    assert source.confirm == ("agency",)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By Ada Quist", ("Ada Quist",)),
        ("By Ada Quist, Norland News", ("Ada Quist",)),
        ("Ada Quist & Jon F. Marsh", ("Ada Quist", "Jon F. Marsh")),
        ("By Conor McDonald", ("Conor McDonald",)),
        ("by Reuters Staff", ()),
        ("The Associated Press", ()),
        ("Updated: 10:15 IST", ()),
        ("PTI | Updated:", ()),
        ("closeAda QuistStaff writerFollowEmail", ("Ada Quist",)),
        ("Élodie d'Arcy", ("Élodie d'Arcy",)),
        ("Friday Morning", ()),
        ("By Ada Quist Harwick Post Staff Writer", ("Ada Quist",)),
        ("By Harwick Post Editorial Board", ()),
        ("openAda QuistOpinion columnistFollow", ("Ada Quist",)),
        ("closeAda QuistReporter covering the harbour and the courtsEmailBioFollow", ("Ada Quist",)),
        ("Ada Quist @adaquist", ("Ada Quist",)),
        ("From Ada Quist in Marlow", ("Ada Quist",)),
    ],
)
def test_people_of_bylines(line: str, people: tuple[str, ...]) -> None:
    assert people_in(line) == people


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("April 26, 2022", "2022-04-26"),
        ("Tue, 26th of April 2022, 5 pm", "2022-04-26"),
        ("2022-04-26T10:00Z", "2022-04-26"),
        ("26/04/2022", "2022-04-26"),
        ("04/26/2022", "2022-04-26"),
        ("04/05/2022", None),
        ("April 26", None),
        ("February 30, 2022", None),
    ],
)
def test_days(line: str, day: str | None) -> None:
    assert day_in(line) == day


@pytest.mark.parametrize(
    ("start", "words", "agency"),
    [
        ("WASHINGTON — The", "WASHINGTON", None),
        ("ST. JOHN'S, Newfoundland (Reuters) - The", "ST. JOHN'S, Newfoundland", "Reuters"),
        ("Kyiv, Ukraine (AP) — The", "Kyiv, Ukraine", "AP"),
        ("NEW YORK, Nov. 19 (UPI) -- The", "NEW YORK, Nov. 19", "UPI"),
        ("BERLIN (Reuters) April 3 - The", "BERLIN April 3", "Reuters"),
        ("ARDEN COUNTY, Mont. (KXRD) – Two", "ARDEN COUNTY, Mont.", "KXRD"),
        ("Geneva, 3 May 2024 – The", "Geneva, 3 May 2024", None),
    ],
)
def test_datelines(start: str, words: str, agency: str | None) -> None:
    found = dateline_of(start + " talks go on.")
    assert found
    assert (found.words, found.agency) == (words, agency)


@pytest.mark.parametrize(
    ("line", "published", "place", "day"),
    [
        ("UNITED HARBOURS, April 27", "2022-04-27", "UNITED HARBOURS", "2022-04-27"),
        ("UNITED HARBOURS, April 27", None, "UNITED HARBOURS", None),
        ("GENEVA, 26 April 2022", None, "GENEVA", "2022-04-26"),
        ("NEW RAJPUR, Tuesday, April 26", "2022-04-27", "NEW RAJPUR", "2022-04-26"),
        ("MARLOW Dec 31", "2023-01-01", "MARLOW", "2022-12-31"),
        ("MARLOW, Feb. 29", "2023-02-28", "MARLOW", None),
        ("ST. JOHN'S, Norland", "2022-04-27", "ST. JOHN'S, Norland", None),
    ],
)
def test_place_and_day_of_a_dateline(line: str, published: str | None, place: str, day: str | None) -> None:
    assert parts_of(line, published) == (place, day)


@pytest.mark.parametrize(
    "start",
    [
        "NATO said",
        "CLARIFICATION: The",
        "The talks - which",
        "Paris - the city",
        "A U.S. - Norland deal",
        "Q: Why",
    ],
)
def test_what_is_no_dateline(start: str) -> None:
    assert dateline_of(start + " talks go on.") is None


def test_agencies() -> None:
    assert agencies_in("Agence France-Presse") == "AFP"
    assert agencies_in("Reuters and AP") == "Reuters, AP"
    assert agencies_in("Reuters and Ada Quist") is None
