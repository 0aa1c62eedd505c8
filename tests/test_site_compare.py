"""The compare page and what it leads to: forms, paging, words that are not published, and the built site."""

import os
import re
from dataclasses import replace
from html import unescape

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from compare_sample import compared, many, said, side
from onrecord.briefing import Briefing, Entry, Origin, Relation, Said, Shared, Side, Wording
from onrecord.markdown import PARSER, escape, fold, front_matter, plain, seen
from onrecord.model import Publish, Statement, Verified
from onrecord.pages import markup
from onrecord.publish import citing
from onrecord.publish.compared import in_reports, published_of, quoted, relation_of, shared_words
from onrecord.publish.site import _head, pages
from onrecord.publish.site_compare import addresses
from onrecord.publish.site_differences import difference
from onrecord.publish.site_marks import marked, pointed
from onrecord.publish.site_words import filled_table, names_of, title_of_link, unbroken
from site_sample import FIXTURES
from test_site import page

SAMPLE = compared()
WORDS = st.text(alphabet="ab *_`[]()<>&|\\~^#-+=:!.,“”'\"$ 1é€\u00a0\u200b\n", max_size=40)
EXTENSIONS = ["tables", "footnotes", "pymdownx.quotes"]


# The page


@pytest.mark.parametrize(
    "path",
    ["compare.md", "index.md", "speakers/petra-vance.md", "speakers/hugo-lind.md", "speakers/index.md"],
)
def test_page_as_expected(path: str) -> None:
    """The whole pages, as files to be read: tests/fixtures/site/compared/."""
    expected = FIXTURES / "compared" / path
    made = page(path, SAMPLE).template
    if os.environ.get("ONRECORD_REWRITE"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(made, "utf-8", newline="\n")
    assert made == expected.read_text("utf-8")


def test_a_briefing_with_nothing_to_compare_says_so() -> None:
    made = page(
        "compare.md", replace(SAMPLE, shared=(), origins=(), differences=(), coverage=(), only_here=())
    ).template
    assert "No two sources have been found that say the same, or that differ." in made


def test_sections_stand_in_their_order_and_empty_ones_are_left_out() -> None:
    titles = re.findall(r"(?m)^## (.*)$", page("compare.md", SAMPLE).template)
    assert titles == [
        "Differences",
        "The same statement in several wordings",
        "Reports that go back to one text",
        "Who carries what",
        "Only here",
    ]
    fewer = page("compare.md", replace(SAMPLE, origins=(), differences=())).template
    assert re.findall(r"(?m)^## (.*)$", fewer) == [titles[1], *titles[3:]]


def test_the_very_same_words_are_shown_once() -> None:
    made = page("compare/copies-1.md", SAMPLE).template
    section = made.split("### Ole Brandt")[1].split("\n## ")[0]
    assert section.count("a telephone with a rudder") == 2, "in the heading and in the first wording"
    assert "- *word for word the same* · direct, told" in section


def test_statements_of_copies_alone_stand_on_a_page_of_their_own() -> None:
    made = page("compare.md", SAMPLE).template
    assert "telephone" not in made.split("## Reports that go back")[0]
    assert addresses(SAMPLE)["they-bought-a-telephone-0002"] == (
        "compare/copies-1.md#they-bought-a-telephone-0002"
    )
    assert "\n- Ole Brandt" not in page("index.md", SAMPLE).template
    assert "telephone" in page("compare.md", replace(SAMPLE, origins=())).template.split("## Who")[0]


@pytest.mark.parametrize(
    ("other", "pieces", "called"),
    [
        ("a b c d", ((False, "a b c d"),), "cut down"),
        ("a b c d e f x y", ((False, "a b c d e f"), (True, "x y")), "part of a longer statement"),
        ("d e f x y z", ((False, "d e f"), (True, "x y z")), "in part"),
    ],
)
def test_a_part_says_whether_it_has_less_or_more(
    other: str, pieces: tuple[tuple[bool, str], ...], called: str
) -> None:
    one = wordings("“a b c” “d e f”", (other, "part", pieces))
    assert relation_of(one.wordings[1], one) == called


def test_a_statement_is_called_by_the_words_that_are_shared() -> None:
    long = "“We will build the wharf.” “The old boats stay where they are until then.”"
    later = ((True, "that"), (False, "“The old boats stay where they are”"))
    one = wordings(long, ("that “The old boats stay where they are”", "part", later))
    assert shared_words(one) == "“The old boats stay where they are”"
    spelt = wordings(
        "“Now.” “Then.” “Well.” “So.” “They’re the old boats,”",
        ("x", "same", ((False, "they're the OLD boats"),)),
    )
    assert shared_words(spelt) == "“They’re the old boats”"
    opening = wordings(long, ("x", "part", ((False, "“We will build the wharf.”"),)))
    assert shared_words(opening) == long
    whole = wordings(long, (long, "same", ((False, long),)), ("x", "part", later))
    assert shared_words(whole) == long
    assert shared_words(wordings(long, ("x", "part", ((False, "old boats stay"), (True, "x"))))) == long


def wordings(first: str, *others: tuple[str, Relation, tuple[tuple[bool, str], ...]]) -> Shared:
    """A statement in these wordings."""
    place = SAMPLE.shared[0].lead
    said = [
        replace(place, statement=replace(place.statement, words=words))
        for words in (first, *(o[0] for o in others))
    ]
    rest = (Wording(one, relation, marks) for one, (_, relation, marks) in zip(said[1:], others, strict=True))
    return Shared("x", (Wording(said[0], "same"), *rest))


def test_quotations_in_doubt_say_so_on_every_page() -> None:
    assert citing.MARKS == markup.MARKS
    doubtful = page("speakers/petra-vance.md", with_verdict("altered")).template
    assert doubtful.count(" · **wording not verified** · ") == 9
    assert page("speakers/petra-vance.md", with_verdict("cut")).template.count(" · shortened · ") == 9
    compared_page = page("compare.md", with_verdict("not found")).template
    differences, rest = compared_page.split("## The same statement")
    assert differences.count("**wording not verified** · [") == 2
    assert rest.split("## Reports")[0].count(" · **wording not verified** · ") == 5
    assert ", ¶2, **wording not verified**" in rest.split("## Only here")[1]
    assert "wording not verified" not in page("compare.md", with_verdict("exact")).template


def with_verdict(verdict: Verified) -> Briefing:
    """The sample with the same verdict on each statement."""

    def judged(statement: Statement) -> Statement:
        return replace(statement, verified=verdict)

    def again(one: Said) -> Said:
        return replace(one, statement=judged(one.statement))

    def judged_side(one: Side) -> Side:
        noted = one.entry.annotations
        noted = replace(noted, statements=tuple(map(judged, noted.statements)))
        return replace(one, entry=replace(one.entry, annotations=noted))

    return replace(
        SAMPLE,
        people=tuple(replace(one, said=tuple(map(again, one.said)), about=()) for one in SAMPLE.people),
        shared=tuple(
            replace(one, wordings=tuple(replace(w, said=again(w.said)) for w in one.wordings))
            for one in SAMPLE.shared
        ),
        differences=tuple(
            replace(one, sides=(judged_side(one.sides[0]), judged_side(one.sides[1])))
            for one in SAMPLE.differences
        ),
        only_here=tuple(
            replace(one, statements=tuple(map(judged, one.statements))) for one in SAMPLE.only_here
        ),
    )


def test_columns_without_anything_are_left_out() -> None:
    made = filled_table(("A", "B", "C:"), [("a", "", "1"), ("b", "", "2")])
    assert made.splitlines()[:2] == ["| A | C |", "| --- | ---: |"]
    assert unbroken("3 May 2031 – 4 June 2031").split(" ") == [
        "3\u00a0May\u00a02031\u00a0–",
        "4\u00a0June\u00a02031",
    ]


def test_an_undated_wording_is_not_called_the_first() -> None:
    shared = SAMPLE.shared[0]
    first = shared.wordings[0]
    entry = replace(first.said.entry, source=replace(first.said.entry.source, published=None))
    undated = replace(first, said=replace(first.said, entry=entry))
    sample = replace(SAMPLE, shared=(replace(shared, wordings=(undated, *shared.wordings[1:])),))
    assert "first in this set*" not in page("compare.md", sample).template.split("## Reports")[0]


def test_whole_copies_count_once() -> None:
    homes = {"b": "a", "c": "a"}
    assert in_reports("abc", homes) == "3 reports, 1 independent"
    assert in_reports("bd", homes) == "2 reports"
    assert in_reports("bc", homes) == "2 reports, 1 independent", "copies of a text that is not among them"
    assert in_reports("a", homes) == "1 report"


def test_titles_of_quotations_keep_their_marks() -> None:
    assert quoted("“We go on,”", 60) == "“We go on”"
    assert quoted("“We go on and on and on,” “and on”", 10) == "“We go on …”"
    assert quoted("the mayor “hopes” so", 60) == "the mayor “hopes” so"
    assert quoted("“”", 60) == "…"


# Marks


def rendered(markdown: str) -> tuple[str, str]:
    """The words of the first item as CommonMark and Python-Markdown show them, strong ones between braces."""
    tokens = PARSER.parseInline(markdown)[0].children or []
    ours = "".join({"strong_open": "{", "strong_close": "}"}.get(t.type, t.content) for t in tokens)
    html = Markdown(extensions=EXTENSIONS).convert(f"- {markdown}\n\n    x")
    first = re.search(r"<li>\s*<p>(.*?)</p>", html, re.S)
    theirs = first[1].replace("<strong>", "{").replace("</strong>", "}") if first else html
    return ours, unescape(theirs)


def shown(words: str) -> str:
    """The words as a page shows them: hidden characters by their codes."""
    return fold(plain(escape(words)))


@given(WORDS, st.integers(0, 40), st.integers(0, 40))
def test_a_point_is_bold_and_the_words_stay(sentence: str, one: int, other: int) -> None:
    low, high = sorted((min(one, len(sentence)), min(other, len(sentence))))
    ours, theirs = rendered(pointed(sentence, (low, high)))
    if not fold(sentence):
        assert ours == "…"
        return
    assert fold(ours.replace("{", "").replace("}", "")) == shown(sentence)
    assert ours.count("{") == bool(fold(sentence[low:high]))
    if ours.count("{"):
        assert shown(sentence[low:high]) in fold(ours.partition("{")[2].partition("}")[0])
    assert fold(theirs) == fold(ours)


@given(st.lists(st.tuples(st.booleans(), WORDS), max_size=5))
def test_pieces_are_bold_where_they_differ(pieces: list[tuple[bool, str]]) -> None:
    ours, theirs = rendered(marked(pieces))
    expected = [
        f"{{{shown(words)}}}" if differs else shown(words) for differs, words in pieces if fold(words)
    ]
    assert fold(ours) == (fold(" ".join(expected)) or "…")
    assert fold(theirs) == fold(ours)


@given(WORDS)
def test_titles_of_links_are_what_they_say(words: str) -> None:
    line = fold(seen(words))
    markdown = f"[x](sources/a.md{title_of_link(line)})"
    tokens = PARSER.parseInline(markdown)[0].children or []
    assert tokens[0].attrGet("title") == (line or None)
    html = Markdown(extensions=EXTENSIONS).convert(markdown)
    assert html.startswith('<p><a href="sources/a.md"')
    assert html.count("<") == 4


@given(
    st.one_of(
        st.text(alphabet="aB.-’ é'_1:#", max_size=12), st.sampled_from(["Yes", "on", "NULL", "Ann O’Hara"])
    )
)
def test_heads_of_pages_are_what_yaml_would_write(title: str) -> None:
    assert _head(title, searched=False) == front_matter(title, searched=False)


# What is not published


def sides_of(publish: Publish) -> Briefing:
    """The sample with the first side's source published in part, its text blank but for what is shown."""
    one = SAMPLE.differences[0]
    entry = one.sides[0].entry
    text = entry.source.text
    statement = entry.annotations.statements[0]
    low, high = statement.content[0] if publish == "excerpts" else (0, 0)
    blank = re.sub(r"\S", " ", text[:low]) + text[low:high] + re.sub(r"\S", " ", text[high:])
    source = replace(entry.source, text=blank, publish=publish)
    cut = Entry(source, entry.annotations, whole=entry.source)
    return replace(
        SAMPLE, differences=(replace(one, sides=(replace(one.sides[0], entry=cut), one.sides[1])),)
    )


@pytest.mark.parametrize(
    ("publish", "shown"),
    [
        ("excerpts", "… It will carry **more than four hundred** passengers …"),
        ("link", "… **more than four hundred** …"),
    ],
)
def test_a_difference_shows_no_more_of_a_source_than_is_published(publish: Publish, shown: str) -> None:
    sample = sides_of(publish)
    made = difference(sample.differences[0], "", names_of(sample))
    assert f"- {shown}\n" in made
    assert "said Petra Vance" not in made


def test_a_point_outside_of_an_excerpt_stands_alone() -> None:
    sample = sides_of("excerpts")
    hidden = replace(
        sample.differences[0].sides[0], sentence="hidden words 7 hidden", point=(13, 14), span=None
    )
    assert published_of(hidden) == ("… 7 …", (2, 3))
    assert published_of(replace(hidden, point=(0, 0))) == ("…", (0, 0))


# Many sources


def test_long_sections_go_on_on_further_pages() -> None:
    sample = many(150)
    made = {one.path: one.template for one in pages(sample, pdf=False)}
    further = [path for path in made if path.startswith("compare/")]
    assert further == [
        *(f"compare/differences-{number}.md" for number in (2, 3, 4)),
        *(f"compare/statements-{number}.md" for number in (2, 3, 4)),
        "compare/coverage-2.md",
        "compare/only-here-2.md",
    ]
    homes = addresses(sample)
    assert len(homes) == len(sample.differences) + len(sample.shared)
    for ident, home in homes.items():
        path, _, anchor = home.partition("#")
        assert anchor == ident
        holding = [other for other in made if f'<a id="{ident}"></a>' in made[other]]
        assert holding == [path], ident
    assert "150 in all, on pages **1** · [2](compare/statements-2.md)" in made["compare.md"]
    assert {path: len(text) for path, text in made.items() if len(text) > 400_000} == {}


def test_coverage_of_many_sources_is_a_list() -> None:
    made = page("compare.md", many(40)).template.split("## Who carries what")[1].split("## Only here")[0]
    assert "\n|" not in made
    assert "● full: " in made
    assert " and 28 more" in made


def test_what_only_one_source_has_is_spelt_out_for_few_and_counted_for_many() -> None:
    few = page("compare.md", SAMPLE).template.split("## Only here")[1]
    assert "- the board: [The old boat will be sold](sources/courier-ferry.md#" in few
    many_more = page("compare.md", many(40)).template.split("## Only here")[1]
    assert many_more.count("\n| [") == 40
    assert "The old boat will be sold" not in many_more


def test_what_only_one_source_has_is_cut_where_it_is_long() -> None:
    one = SAMPLE.only_here[0]
    sample = replace(SAMPLE, only_here=(replace(one, statements=one.statements * 9),))
    made = page("compare.md", sample).template.split("## Only here")[1]
    assert made.count("\n- ") == 10 + len(one.told) + 1
    assert f"- And {9 * len(one.statements) - 10} more on [" in made


def test_pages_of_many_sources_stay_out_of_search() -> None:
    for made in pages(many(40), pdf=False):
        if made.path.startswith("compare"):
            assert yaml.safe_load(made.template.split("---\n")[1])["search"] == {"exclude": True}


def test_long_lists_of_copies_are_cut() -> None:
    sample = many(100)
    first, *rest = sample.entries
    copies = tuple(replace(SAMPLE.origins[0].copies[0], entry=entry) for entry in rest)
    made = page("compare.md", replace(sample, origins=(Origin("o", first, None, copies),))).template
    assert "100 reports, 1 independent" in made
    assert "- And 79 more, all in docs/data/briefing.json." in made


def test_the_sample_holds_what_it_claims() -> None:
    """That the helpers look words up, so that a sample cannot drift from its sources."""
    entries = {entry.source.name: entry for entry in SAMPLE.entries}
    assert said(entries, "wire-ferry", "telephone").statement.speaker.name == "Ole Brandt"
    with pytest.raises(ValueError, match="substring not found"):
        side(entries["wire-ferry"], "no such sentence", "no")
