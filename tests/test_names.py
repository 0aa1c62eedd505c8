"""Forms of names: title and name, who can be one person, the fullest form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.names import Name, compatible, fold, fullest, read_name, same_family, same_given


@pytest.mark.parametrize(
    ("words", "title", "name", "kind", "gender"),
    [
        ("Ann Bell", "", "Ann Bell", "person", "f"),
        ("Norwegian Foreign Minister Carl Lund", "Norwegian Foreign Minister", "Carl Lund", "person", "m"),
        ("Secretary of State Carl Lund", "Secretary of State", "Carl Lund", "person", "m"),
        ("U.N. Deputy-Spokesman Carl Lund", "U.N. Deputy-Spokesman", "Carl Lund", "person", "m"),
        ("Mr. Lund", "Mr.", "Lund", "person", "m"),
        ("Ms. Lund", "Ms.", "Lund", "person", "f"),
        ("Stephen King", "", "Stephen King", "person", "m"),
        ("Dean Lund", "", "Dean Lund", "person", "m"),
        ("Sen. King", "Sen.", "King", "person", ""),
        ("Carl Lund Jr.", "", "Carl Lund Jr.", "person", "m"),
        ("Ludwig van der Berg", "", "Ludwig van der Berg", "unknown", ""),
        ("Republican Carl Lund", "Republican", "Carl Lund", "person", "m"),
        ("Harbour Authority", "", "Harbour Authority", "organisation", ""),
        ("University of Coldwater", "", "University of Coldwater", "organisation", ""),
        ("NRTV", "", "NRTV", "organisation", ""),
        ("New York", "", "New York", "place", ""),
        ("Georgia Republicans", "", "Georgia Republicans", "people", ""),
        ("Prime Minister", "Prime Minister", "", "role", ""),
    ],
)
def test_title_name_and_kind(words: str, title: str, name: str, kind: str, gender: str) -> None:
    found = read_name(tuple(words.split()))
    assert (" ".join(found.title), found.full, found.kind, found.gender) == (title, name, kind, gender)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Halevsky", "Halevskiy"),
        ("Halevskyy", "Halevskii"),
        ("Andrei", "Andrey"),
        ("António", "Antonio"),
        ("O’Hara", "O'Hara"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_other_names_do_not() -> None:
    assert fold("Petrak") != fold("Petrik")
    assert not same_family(fold("Lund"), fold("Lunt"))
    assert same_family(fold("Brezhinskaya"), fold("Brezinskaya"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ann Bell", "A. Bell", True),
        ("William Bell", "Bill Bell", True),
        ("Ann Bell", "Mr. Bell", False),
        ("Ann Bell", "Eve Bell", False),
        ("Ann Bell", "Bell", True),
        ("Carl Lund", "Carl Lund Jr.", False),
        ("Carl Lund Jr.", "Lund", True),
        ("Mary Ann Bell", "Ann Bell", True),
    ],
)
def test_who_can_be_one_person(one: str, other: str, same: bool) -> None:
    assert compatible(read_name(tuple(one.split())), read_name(tuple(other.split()))) is same


def test_fullest_form() -> None:
    forms = {
        Name(tuple(words.split())): count for words, count in (("Bell", 9), ("A. Bell", 5), ("Ann Bell", 1))
    }
    assert fullest(forms).full == "Ann Bell"
    assert fullest({**forms, Name(("Ann", "R.", "Bell")): 1}).full == "Ann R. Bell"


def test_frequent_spelling_wins() -> None:
    assert fullest({Name(("António", "Lund")): 1, Name(("Antonio", "Lund")): 2}).full == "Antonio Lund"


@given(st.text())
def test_fold_is_idempotent_and_never_fails(word: str) -> None:
    assert isinstance(fold(word), str)
    assert same_given(fold(word), fold(word))


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=6))
def test_no_word_is_lost(words: list[str]) -> None:
    found = read_name(tuple(words))
    assert (*found.title, *found.words, *([found.suffix] if found.suffix else [])) == tuple(words)
