"""Generated regions are made anew; everything around them is people's."""

from dataclasses import replace

from onrecord.publish.regions import Filled, fill, lead_of, retire
from onrecord.publish.site import GeneratedPage, marked


def page(content: str, name: str = "list") -> GeneratedPage:
    return GeneratedPage("lists.md", f"# Lists\n\n{marked(name, content)}\n", ((name, content),))


FIRST = fill(page("- one"), None, {}, force=False)


def refilled(text: str | None, content: str, state: Filled = FIRST, *, force: bool = False) -> Filled:
    return fill(page(content), text, state.state, force=force)


def test_a_new_page_is_the_template() -> None:
    assert FIRST.text == "# Lists\n\n<!-- onrecord: list -->\n\n- one\n\n<!-- /onrecord -->\n"
    assert FIRST.problems == ()


def test_a_second_fill_changes_nothing() -> None:
    again = refilled(FIRST.text, "- one")
    assert (again.text, dict(again.state), again.problems) == (FIRST.text, dict(FIRST.state), ())


def test_a_page_that_is_all_the_tools_is_made_again_with_its_headline() -> None:
    later = replace(page("- a\n- b"), template=page("- a\n- b").template.replace("# Lists", "# All lists"))
    assert later.template != page("- a\n- b").template
    assert fill(later, FIRST.text, FIRST.state, force=False).text == later.template
    mine = f"{FIRST.text}\nMine.\n"
    assert "# All lists" not in (fill(later, mine, FIRST.state, force=False).text or "")


def test_prose_around_a_region_stays() -> None:
    assert FIRST.text
    mine = f"Mine before.\n\n{FIRST.text}\nMine after.\n"
    filled = refilled(mine, "- two")
    assert filled.text == mine.replace("- one", "- two")


def test_an_edited_region_is_left_and_reported_at_every_build_until_forced() -> None:
    assert FIRST.text
    edited = FIRST.text.replace("- one", "- mine")
    left = refilled(edited, "- two")
    assert left.text == edited
    assert [(p.path, p.line) for p in left.problems] == [("docs/lists.md", 3)]
    assert "docs/sources/" in left.problems[0].hint
    again = refilled(left.text, "- three", left)
    assert (again.text, len(again.problems)) == (edited, 1)
    forced = refilled(edited, "- two", left, force=True)
    assert forced.text == FIRST.text.replace("- one", "- two")
    assert forced.problems == ()


def test_a_region_that_a_formatter_ran_over_is_untouched() -> None:
    written = "- *a* &#126; b\\_c\n\n| x | y |\n| --- | ---: |\n| a word | 2 |"
    first = fill(page(written), None, {}, force=False)
    assert first.text
    formatted = "* _a_ ~ b_c\n\n| x      |   y |\n| ------ | --: |\n| a word |   2 |"
    for theirs, kept in ((formatted, False), (formatted.replace("a word", "my word"), True)):
        there = first.text.replace(written, theirs)
        filled = refilled(there, "- new", first)
        assert (filled.text == there) == kept == bool(filled.problems)


def test_an_empty_region_is_filled_without_state() -> None:
    empty = "Mine.\n\n<!-- onrecord: list -->\n<!-- /onrecord -->\n"
    filled = fill(page("- one"), empty, {}, force=False)
    assert filled.text == "Mine.\n\n<!-- onrecord: list -->\n\n- one\n\n<!-- /onrecord -->\n"


def test_a_region_taken_out_stays_out_without_a_word() -> None:
    filled = refilled("# Lists\n\nMine only.\n", "- two")
    assert (filled.text, filled.problems) == ("# Lists\n\nMine only.\n", ())


def test_a_page_of_somebody_elses_is_not_touched() -> None:
    filled = fill(page("- one"), "Mine only.\n", {}, force=True)
    assert filled.text == "Mine only.\n"
    assert "did not write this page" in filled.problems[0].message


def test_an_open_region_is_a_problem_and_left() -> None:
    text = "a\n\n<!-- onrecord: list -->\n\n- one\n"
    filled = refilled(text, "- two")
    assert filled.text == text
    assert [(p.line, p.message) for p in filled.problems] == [(3, "This region is not closed.")]


def test_content_that_looks_like_a_backreference_is_taken_as_it_is() -> None:
    assert "\\1 \\g<0>" in (refilled(FIRST.text, "\\1 \\g<0>").text or "")


def test_a_page_no_longer_generated_goes_unless_it_holds_a_persons_words() -> None:
    assert FIRST.text
    assert retire("lists.md", FIRST.text, FIRST.state).text is None
    kept = retire("lists.md", FIRST.text + "Mine.\n", FIRST.state)
    assert kept.text == FIRST.text + "Mine.\n"
    assert kept.problems[0].severity == "warning"


def test_the_lead_is_what_people_wrote() -> None:
    text = (
        '---\ntitle: "x"\n---\n\n# x\n\n<!-- Write here. -->\n\nMy **lead**.\n\n'
        + marked("list", "- one")
        + "\n\nEnd.\n"
    )
    assert lead_of(text) == "My **lead**.\n\n\n\nEnd."
    assert lead_of(FIRST.text or "") == ""
