"""What a translation must keep of its source, and how Chinese is set. Each rule has a name.

An exception is a translator's comment of the entry: `# except: term bill` where the bill is one to be paid, `# except:
english log` where a word stays. Nothing else turns a rule off.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from babel.messages.catalog import Message as Entry

from longwave.translation.blocks import has_words
from longwave.translation.notebook import CODE
from tools.i18n.catalogues import is_done, is_prose, key_of
from tools.i18n.glossary import missing_terms
from tools.i18n.names import is_name
from tools.i18n.numbers import lost

_CODE = re.compile(r"`+[^`]+`+")
_FORMULA = re.compile(r"\$\$.*?\$\$|\$[^$\n]+?\$", re.DOTALL)
_SPOKEN = re.compile(r"\\(?:text|mbox)\{([^{}]*)\}")
_LINK = re.compile(r"\]\(([^)\s]*)\)|(https?://[^\s)），。；`]+)")
_HOLDER = re.compile(r"\{[^{}]*\}")
_TAG = re.compile(r"</?[a-z][^<>]*>|<!--.*?-->", re.DOTALL)
_HAN = "一-鿿"
_HALF = re.compile(
    rf"[{_HAN}”’）》％][,;:?!]|[,;:?!][{_HAN}“‘（《]|[{_HAN}”）]\.(?=$|[\s{_HAN}])|[{_HAN}]\(|\([{_HAN}]|[{_HAN}]\)"
)
_STRAIGHT = re.compile(rf"[{_HAN}，。；：？！（）][\"']|[\"'][{_HAN}，。；：？！（）]")
_GAP = re.compile(rf"[{_HAN}，。；：？！）”] +[{_HAN}（“]|[，。；：？！）”] +(?=[^\s|])|\d %")
# A name in quotes, a call, a pair of values, an id, a command's option: code, though no marks say so.
_CODE_LIKE = re.compile(
    r"""
    "[!-~ ]*?" | \b[\w.]+\([!-~ …“”]*?\) | \((?:\{\w+\}|[\d.]+)(?:,\ (?:\{\w+\}|[\d.]+))+\)
    | \b[A-Za-z]\w*(?:[_.]\w+)+ | \b\d\d-[a-z-]+ | (?<!\w)--?[a-z][a-z-]*
    """,
    re.ASCII | re.VERBOSE,
)
_WORD = re.compile(r"(?<!\w)[A-Za-z][A-Za-z'’]+(?![\w])", re.ASCII)
_BRACKET = re.compile(r"（([^（）]*)）")
_EXCEPTION = re.compile(r"except: *(\w+) *(.*)")
_STARS = re.compile(r"\*+")


@dataclass(frozen=True)
class Pair:
    """A source and its translation: whole, and without what is no sentence."""

    source: str
    translation: str
    context: str
    labels: dict[str, str]  # of the same notebook's code


def faults(entry: Entry, labels: dict[str, str] | None = None) -> list[str]:
    """Return a line for each rule that a translated message breaks; none for one that is not translated.

    Args:
        entry: A message of a catalogue.
        labels: The translations of the labels in the same notebook's code, which prose may name as code.
    """
    if not is_done(entry):
        return []
    forms = entry.string if isinstance(entry.string, tuple) else (entry.string,)
    sources = entry.id if isinstance(entry.id, (tuple, list)) else (entry.id,)
    allowed = {(found[1], found[2].strip()) for line in entry.user_comments if (found := _EXCEPTION.match(line))}
    context = key_of(entry)[0] or ""
    if ("label", "key") in allowed and context.endswith(f"#{CODE}") and forms == (key_of(entry)[1],):
        return []  # code looks it up by a name that it is given elsewhere
    broken = [
        (name, detail)
        for form in forms
        for name, rule in RULES.items()
        for detail in rule(Pair(sources[-1], str(form), context, labels or {}))
    ]
    idle = [f"the exception “{name} {detail}” excepts nothing" for name, detail in sorted(allowed - set(broken))]
    return [f"{name}: {detail}" for name, detail in broken if (name, detail) not in allowed] + idle


def _numbers(pair: Pair) -> Iterator[str]:
    yield from lost(_said(pair.source), _said(pair.translation))


def _formulas(pair: Pair) -> Iterator[str]:
    yield from _difference(*(Counter(_SPOKEN.sub("", part) for part in _FORMULA.findall(text)) for text in _both(pair)))


def _code(pair: Pair) -> Iterator[str]:
    wanted = Counter(_translated_code(part, pair.labels) for part in _CODE.findall(pair.source))
    yield from _difference(wanted, Counter(_CODE.findall(pair.translation)))


def _translated_code(span: str, labels: dict[str, str]) -> str:
    inner = span.strip("`")
    for mark in ('"', "'", ""):
        if inner.startswith(mark) and inner.endswith(mark) and (word := inner.strip(mark) if mark else inner) in labels:
            return span.replace(word, labels[word])
    return span


def _links(pair: Pair) -> Iterator[str]:
    yield from _difference(*(Counter(a or b for a, b in _LINK.findall(text)) for text in _both(pair)))


def _holders(pair: Pair) -> Iterator[str]:
    if not is_prose(pair.context):
        yield from _difference(*(Counter(_HOLDER.findall(text)) for text in _both(pair)))


def _emphasis(pair: Pair) -> Iterator[str]:
    if is_prose(pair.context):
        source, text = (_FORMULA.sub("0", _CODE.sub("0", text)) for text in _both(pair))
        yield from _difference(Counter(_STARS.findall(source)), Counter(_STARS.findall(text)))
        yield from _dead_marks(text)


def _dead_marks(text: str) -> Iterator[str]:
    """Yield the marks of emphasis that Markdown takes for plain stars: a word on one side, punctuation on the other."""
    for place, mark in enumerate(_STARS.finditer(text)):
        before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
        inner, outer = (after, before) if place % 2 == 0 else (before, after)
        if inner.isspace() or (_is_punctuation(inner) and outer.strip() and not _is_punctuation(outer)):
            yield f"{before}{mark[0]}{after}"


def _is_punctuation(sign: str) -> bool:
    return unicodedata.category(sign or " ")[0] in "PS"


def _punctuation(pair: Pair) -> Iterator[str]:
    for form in (_HALF, _STRAIGHT):
        yield from form.findall(_bare(pair.translation, "式"))
    yield from _GAP.findall(_bare(pair.translation, "0"))


def _terms(pair: Pair) -> Iterator[str]:
    yield from missing_terms(_sentence(pair.source), pair.translation)


def _english(pair: Pair) -> Iterator[str]:
    if pair.context.endswith("#references"):  # titles and names as a library has them
        return
    formulas = set(_WORD.findall(" ".join(_FORMULA.findall(pair.source) + _CODE.findall(pair.source))))
    text = _sentence(_without_originals(pair))
    words = [word for word in _WORD.findall(text) if not is_name(word) and word not in formulas]
    yield from words
    if pair.translation == pair.source and not words and has_words(pair.source) and _is_unnamed(pair):
        yield "not translated"


def _without_originals(pair: Pair) -> str:
    """Return a translation without what brackets tell in the source's own words, such as a term behind its Chinese.

    Of a row of the glossary, the English term is such a word, too.
    """
    source, text = _plain(pair.source), pair.translation
    if pair.context.startswith("docs/glossary") and text.startswith(pair.source.split(" | ")[0] + " | "):
        text = text.partition(" | ")[2]
    return _BRACKET.sub(lambda found: "" if _plain(found[1]) in source else found[0], text)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def _is_unnamed(pair: Pair) -> bool:
    return any(not is_name(word) for word in _WORD.findall(_sentence(pair.source)))


RULES: dict[str, Callable[[Pair], Iterator[str]]] = {
    "number": _numbers,
    "formula": _formulas,
    "code": _code,
    "link": _links,
    "placeholder": _holders,
    "emphasis": _emphasis,
    "punctuation": _punctuation,
    "term": _terms,
    "english": _english,
}


def _both(pair: Pair) -> tuple[str, str]:
    return pair.source, pair.translation


def _difference(wanted: "Counter[str]", found: "Counter[str]") -> Iterator[str]:
    yield from (f"{part} is missing" for part in (wanted - found).elements())
    yield from (f"{part} is too much" for part in (found - wanted).elements())


def _said(text: str) -> str:
    """Return a text without what the other rules compare."""
    for form in (_CODE, _FORMULA, _LINK, _HOLDER):
        text = form.sub(" ", text)
    return text


def _sentence(text: str) -> str:
    """Return the words of a text, with those inside formulas."""
    spoken = " ".join(_SPOKEN.findall(text))
    for form in (_CODE, _FORMULA, _LINK, _TAG, _CODE_LIKE, _HOLDER):
        text = form.sub(" ", text)
    return f"{text} {spoken}"


def _bare(text: str, sign: str) -> str:
    """Return a text with a sign in the place of each formula, piece of code and placeholder."""
    text = re.sub(r"\]\([^)\s]*\)", "]", _TAG.sub("", text))
    for form in (_CODE, _FORMULA, _CODE_LIKE, _HOLDER):
        text = form.sub(sign, text)
    return text.replace("*", "").replace("[", "").replace("]", "")
