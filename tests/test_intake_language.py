"""Which language a text is in: told from the words, declared, given; and the warning where it is not English."""

import pytest

from intake_cases import source_of
from onrecord.intake import SourceFile, read
from onrecord.intake.language import language_of, tag_of

TEXTS = {
    "en": "The mayor announced on Monday that the bridge would stay shut until spring, according to a "
    "statement by the council. Residents of the town gathered outside the hall to ask for a quick "
    "solution, and several traders said that sales had fallen since it was closed.",
    "fr": "La maire a annoncé lundi que le pont resterait fermé jusqu'au printemps, selon un communiqué "
    "publié par le conseil. Les habitants de la ville ont manifesté devant la mairie pour demander "
    "une solution rapide, et plusieurs commerçants se sont plaints de la baisse des ventes.",
    "de": "Die Bürgermeisterin kündigte am Montag an, dass die Brücke bis zum Frühjahr geschlossen bleibt,"
    " wie aus einer Mitteilung des Rates hervorgeht. Die Bewohner der Stadt versammelten sich vor "
    "dem Rathaus, um eine schnelle Lösung zu fordern, und mehrere Händler beklagten sich über den "
    "Rückgang.",
    "es": "La alcaldesa anunció el lunes que el puente permanecerá cerrado hasta la primavera, según un "
    "comunicado del consejo. Los vecinos de la ciudad se reunieron ante el ayuntamiento para pedir "
    "una solución rápida, y varios comerciantes se quejaron de la caída de las ventas.",
    "ru": "Мэр объявила в понедельник, что мост останется закрытым до весны, говорится в сообщении совета."
    " Жители города вышли к мэрии, чтобы потребовать быстрого решения, и несколько торговцев "
    "пожаловались на падение продаж.",
    "uk": "Мер оголосила в понеділок, що міст залишиться закритим до весни, йдеться в повідомленні ради. "
    "Жителі міста вийшли до мерії, щоб вимагати швидкого рішення, і кілька торговців поскаржилися на"
    " падіння продажів.",
    "ja": "市長は月曜日、橋は春まで閉鎖されたままになると発表した。町の住民は役場の前に集ま"
    "り、早い解決を求めた。何人かの商人は売り上げが落ちたと述べた。",
}


@pytest.mark.parametrize("tag", sorted(TEXTS))
def test_told_from_the_words(tag: str) -> None:
    assert language_of([TEXTS[tag]]) == tag


@pytest.mark.parametrize(
    "text", ["", "Le pont est fermé.", "Ames Bell Cole Drost Eklund " * 20, "xkcd qwrt zzyx " * 40]
)
def test_unclear_stays_unknown(text: str) -> None:
    assert language_of([text]) is None


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("en_GB.UTF-8", "en-GB"),
        ("EN-us", "en-US"),
        ("zh-Hant", "zh-Hant"),
        (" fr ", "fr"),
        ("english please", None),
    ],
)
def test_tags(value: str, tag: str | None) -> None:
    assert tag_of(value) == tag


def page(lang: str, text: str) -> str:
    return f'<html lang="{lang}"><body><article><h1>Bridge</h1><p>{text}</p></article></body></html>'


def test_a_page_declares_it_unless_the_words_speak_against_it() -> None:
    declared = source_of(page("en-GB", TEXTS["en"]), name="case.html")
    assert declared.language == "en-GB"
    assert ("language", "HTML metadata") in declared.found
    wrong = source_of(page("en", TEXTS["fr"]), name="case.html")
    assert wrong.language == "fr"
    assert ("language", "told from the words") in wrong.found
    assert source_of(page("nl-BE", "Kort."), name="case.html").language == "nl-BE"


def test_the_sidecar_wins_and_a_wrong_tag_is_a_fault() -> None:
    assert source_of(TEXTS["fr"], "language: en\n").language == "en"
    intake = read(SourceFile("case", "sources/case.txt", TEXTS["en"].encode(), b"language: plain English\n"))
    assert str(intake.problems[0]) == (
        "sources/case.yml:1: `language` is no language tag: “plain English”. Write one like en, fr or pt-BR."
    )


def test_another_language_gets_a_warning() -> None:
    (problem,) = read(SourceFile("case", "sources/case.txt", TEXTS["fr"].encode())).problems
    assert problem.severity == "warning"
    assert problem.message.startswith("The text is in French; ")
    assert read(SourceFile("case", "sources/case.txt", TEXTS["en"].encode())).problems == ()
