"""Catalogues follow their sources, and a change marks exactly its own translation."""

import pytest

from tools.i18n.catalogues import entries, in_step, key_of, read_all
from tools.i18n.message import Message
from tools.i18n.missing import missing_lines
from tools.i18n.sheet import SheetError, fill, sheet

CELL, OTHER = "lessons/01-a#one", "lessons/01-a#two"
LONG = "A customer would pay 150 for a part and pays 110."


def message(text, context=CELL, catalogue="lessons/01-a", **more):
    return Message(catalogue, text, context, **more)


@pytest.fixture
def catalogues(tmp_path):
    """Return a function that brings a small set of catalogues in step and gives its entries by message."""

    def update(*messages, **translations):
        for name, content in in_step(messages, "zh_CN", tmp_path).items():
            path = tmp_path / "zh_CN" / f"{name}.po"
            path.parent.mkdir(parents=True, exist_ok=True)
            text = content.decode()
            for source, translation in translations.items():
                text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{translation}"')
            path.write_text(text, encoding="utf-8")
        found = read_all("zh_CN", tmp_path)
        return {key_of(entry): entry for catalog in found.values() for entry in entries(catalog)}

    update.folder = tmp_path
    return update


def test_a_new_wording_keeps_the_old_translation_as_stale_with_its_source(catalogues):
    catalogues(message(LONG), message("Cost.", OTHER), **{LONG: "旧", "Cost.": "成本。"})
    new = LONG.replace("150", "160")
    found = catalogues(message(new), message("Cost.", OTHER))
    assert (found[CELL, new].string, found[CELL, new].fuzzy) == ("旧", True)
    assert found[CELL, new].user_comments == [f"before: {LONG}"]
    assert catalogues(message(new))[CELL, new].user_comments == [f"before: {LONG}"]
    assert (found[OTHER, "Cost."].string, found[OTHER, "Cost."].fuzzy) == ("成本。", False)
    assert missing_lines(["lessons"], catalogues.folder)[0] == "zh_CN/lessons/01-a: 0 missing, 1 stale of 1"


def test_another_message_of_the_cell_is_not_taken_for_a_new_wording(catalogues):
    catalogues(message(LONG), **{LONG: "旧"})
    assert catalogues(message("Profit!"))[CELL, "Profit!"].string == ""


def test_a_message_that_moves_to_another_catalogue_keeps_its_translation(catalogues):
    catalogues(message("Reset", None, "topics/a"), Reset="复位")
    found = catalogues(message("Reset", None, "library/shared"))
    assert (found[None, "Reset"].string, found[None, "Reset"].fuzzy) == ("复位", False)


def test_a_sentence_said_alike_elsewhere_is_translated_alike_but_a_label_is_not(catalogues):
    catalogues(message("Summary"), Summary="小结")
    found = catalogues(message("Summary"), message("Summary", "notebooks"), message("Summary", "lessons/01-a#code"))
    assert found["notebooks", "Summary"].string == "小结"
    assert found["lessons/01-a#code", "Summary"].string == ""


def test_comments_of_translators_stay_and_nothing_has_a_line_number_or_a_date(catalogues):
    catalogues(message("Bill", place="a.py"))
    path = catalogues.folder / "zh_CN" / "lessons" / "01-a.po"
    path.write_text(path.read_text("utf-8").replace("#: a.py", "# except: term bill\n#: a.py"), encoding="utf-8")
    catalogues(message("Bill", place="a.py"))
    text = path.read_text("utf-8")
    assert "# except: term bill\n#: a.py\n" in text
    assert "Date" not in text
    before = path.read_bytes()
    catalogues(message("Bill", place="a.py"))
    assert path.read_bytes() == before


def test_a_stale_translation_that_is_mended_loses_its_marks(catalogues):
    catalogues(message(LONG), **{LONG: "旧"})
    new = LONG.replace("150", "160")
    catalogues(message(new))
    path = catalogues.folder / "zh_CN" / "lessons" / "01-a.po"
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", "").replace("旧", "新"), encoding="utf-8")
    found = catalogues(message(new))[CELL, new]
    assert (found.string, found.fuzzy, found.user_comments) == ("新", False, [])


def test_a_sheet_gives_what_is_missing_and_puts_translations_back_by_number(catalogues):
    catalogues(message("One.\nTwo."), message("The bill.", OTHER), message("Done."), **{"Done.": "好。"})
    lines = sheet("lessons/01-a", "zh_CN", catalogues.folder)
    assert lines == [f"1\t{CELL}\tOne.\\nTwo.", f"2\t{OTHER}\tThe bill."]
    fill("lessons/01-a", "zh_CN", ["1\t一。\\n二。", "2\t账单。\tterm bill", ""], catalogues.folder)
    found = {key_of(entry)[1]: entry for entry in entries(read_all("zh_CN", catalogues.folder)["lessons/01-a"])}
    assert found["One.\nTwo."].string == "一。\n二。"
    assert found["The bill."].user_comments == ["except: term bill"]


@pytest.mark.parametrize("line", ["9\t九", "1", "一", "0\t零"])
def test_a_sheet_with_a_wrong_line_writes_nothing(line, catalogues):
    catalogues(message("One."))
    path = catalogues.folder / "zh_CN" / "lessons" / "01-a.po"
    before = path.read_bytes()
    with pytest.raises(SheetError):
        fill("lessons/01-a", "zh_CN", ["1\t一。", line], catalogues.folder)
    assert path.read_bytes() == before
