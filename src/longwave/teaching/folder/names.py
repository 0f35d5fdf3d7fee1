"""Names from outside: which ones may become a folder, and which texts are safe in a spreadsheet."""

import re
import unicodedata

LONGEST_ID = 64
_SAFE = re.compile(rf"[A-Za-z0-9_](?:[A-Za-z0-9._@-]{{0,{LONGEST_ID - 2}}}[A-Za-z0-9_@-])?")
# Windows gives these names to devices, with any ending.
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
# A spreadsheet runs what starts like this; it skips blanks first, and reads full-width characters as the usual ones.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def is_safe(student_id: str) -> bool:
    """Return whether a student id can be a folder's name on every system, and a cell of every spreadsheet.

    It has English letters, digits and `_`, inside also `.`, `-` and `@`; at most 64 characters.

    >>> [is_safe(name) for name in ("s123", "ann@example.org", "../x", ".x", "=1", "con", "a/b", "")]
    [True, True, False, False, False, False, False, False]
    """
    return bool(_SAFE.fullmatch(student_id)) and ".." not in student_id and not is_device(student_id)


def is_device(name: str) -> bool:
    """Return whether Windows keeps a name for a device, so that no folder can have it.

    >>> [is_device(name) for name in ("aux", "NUL.txt", "com1", "auxiliary")]
    [True, True, True, False]
    """
    return bool(_DEVICES.fullmatch(name))


def cell(text: str) -> str:
    r"""Return a text for a cell of a CSV file, which a spreadsheet shows and does not run.

    >>> cell("=1+1"), cell("Zoë"), cell("two\nlines")
    ("'=1+1", 'Zoë', 'two lines')
    """
    plain = _CONTROL.sub(" ", text)
    return f"'{plain}" if _FORMULA.match(text) or _FORMULA.match(plain) else plain


def tidy(text: str) -> str:
    """Return a text of a roster in one form: no blanks around it, one kind of accent, no invisible characters."""
    return unicodedata.normalize("NFC", _CONTROL.sub(" ", text)).strip()


def shown(text: str) -> str:
    r"""Return a text that can be printed and stored: what is not text, or would control a terminal, is escaped.

    >>> shown("Zoë\x1b[2J")
    'Zoë\\x1b[2J'
    """
    plain = text.encode("utf-8", "backslashreplace").decode()
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in plain)


def visible(text: str) -> str:
    r"""Return a text of several lines in which each sign that cannot be seen, or turns the rest around, is escaped.

    >>> visible("one\u202e")
    'one\\x202e'
    """
    return "".join(letter if letter in "\n\t" else shown(letter) for letter in text)


def matching_form(name: str) -> str:
    """Return what two ways to write a person's name have in common: letters and digits, in lower case.

    >>> matching_form("O'Brien, Zoë") == matching_form("OBRIEN ZOE\u0308")
    True
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in unicodedata.normalize("NFC", folded) if letter.isalnum())


def file_name(path: str) -> str:
    """Return a path from outside as a harmless name of one file, with its ending, in at most 200 bytes.

    >>> file_name("../a:b?/c.ipynb"), file_name(".."), file_name("王小明_1/x.ipynb")
    ('__a_b___c.ipynb', '_', '王小明_1__x.ipynb')
    """
    flat = unicodedata.normalize("NFC", path).replace("/", "__")
    word = re.sub(r"[^\w.@ -]+", "_", flat).strip(" .")
    stem, dot, ending = word.rpartition(".")
    if not dot or len(ending) > 20:
        stem, ending = word, ""
    short = stem.encode()[: 200 - len(ending.encode())].decode(errors="ignore") + (dot and ending and dot + ending)
    return f"_{short}" if _DEVICES.fullmatch(short) else short or "_"
