"""Which column of a learning platform's list of students is what, by its heading and, failing that, by its content.

Canvas's gradebook export (`lib/gradebook_exporter.rb` of instructure/canvas-lms) has the same headings in each language
of the site; Moodle's exports have those of the site's language, so the headings below are only the commonest.
"""

import re
from collections.abc import Callable, Sequence

from longwave.teaching.folder.names import matching_form

_HEADINGS = {
    "student_id": ("student_id", "SIS User ID", "matrikelnummer", "学号", "username", "anmeldename", "用户名"),
    "login": ("SIS Login ID", "login"),
    "lms_id": ("lms_id", "ID", "ID number", "ID-Nummer", "Numéro d'identification", "Número de ID", "ID号", "编号"),
    "name": ("Student", "Full name", "name", "First name / Last name", "First name / Surname", "Vollständiger Name",
             "Nom complet", "Nombre completo", "姓名", "全名"),
    "first_name": ("first_name", "FirstName", "Given name", "Vorname", "Prénom", "Nombre", "Nome", "名", "名字"),
    "last_name": ("last_name", "LastName", "Surname", "Family name", "Nachname", "Nom", "Nom de famille", "Apellido(s)",
                  "Apellidos", "Cognome", "姓", "姓氏"),
    "email": ("email", "Email address", "E-Mail-Adresse", "Adresse de courriel", "Dirección de correo", "邮箱",
              "电子邮件", "电子邮件地址", "Email地址"),
    "section": ("section", "Sektion", "班级"),
    "group": ("group", "groups", "Gruppe", "Gruppen", "Groupes", "Grupos", "小组", "组"),
}  # fmt: skip
_BY_HEADING = {matching_form(word): field for field, words in _HEADINGS.items() for word in words}
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_MOST = 0.8  # of a column's filled cells have its form
Columns = dict[str, int]  # the place of each field's column


def columns_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    """Return where each field of a roster stands in a table of students.

    A heading that is known decides. Where none is, the content does: an address, a number that each has and no two
    share, “family name, given name”, and else the first columns of words.

    >>> columns_of(["Navn", "Adresse"], [["Zoë", "zoe@example.org"]])
    {'email': 1, 'name': 0}
    """
    found: Columns = {}
    for place, heading in enumerate(header):
        field = _BY_HEADING.get(matching_form(heading), "")
        if field and field not in found:
            found[field] = place
    cells = {place: [row[place].strip() for row in rows if place < len(row)] for place in range(len(header))}
    free = [place for place in cells if place not in found.values()]
    if "email" not in found:
        _take(found, "email", [place for place in free if _share(cells[place], _EMAIL.fullmatch) >= _MOST])
    if not found.keys() & {"student_id", "login", "lms_id"}:
        _take(found, "lms_id", [place for place in free if _is_number_of_each(cells[place])])
    if not found.keys() & {"name", "first_name", "last_name"}:
        _take_names(found, [place for place in free if place not in found.values()], cells)
    return found


def _take(found: Columns, field: str, places: list[int]) -> None:
    if places:
        found[field] = places[0]


def _take_names(found: Columns, free: list[int], cells: dict[int, list[str]]) -> None:
    """Take one column of “family name, given name”, or the first two of words: given name and family name."""
    whole = [place for place in free if _share(cells[place], lambda text: _is_name(text) and "," in text) >= _MOST]
    words = [place for place in free if _share(cells[place], _is_name) >= _MOST]
    if whole or len(words) == 1:
        _take(found, "name", whole or words)
    elif words:
        found["first_name"], found["last_name"] = words[:2]


def _share(texts: list[str], fits: Callable[[str], object]) -> float:
    """Return the share of the filled cells that have a form."""
    filled = [text for text in texts if text]
    return sum(bool(fits(text)) for text in filled) / len(filled) if filled else 0.0


def _is_name(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and not any(sign.isdigit() or sign == "@" for sign in text)


def _is_number_of_each(texts: list[str]) -> bool:
    """Return whether a column can be an identity: digits in every row, never the same twice, longer than a grade."""
    return bool(texts) and all(text.isdecimal() and len(text) > 3 for text in texts) and len(set(texts)) == len(texts)
