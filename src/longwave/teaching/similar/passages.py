"""Passages that two answers share and the class does not: runs of words, compared by their shingles.

A shingle is a run of a fixed number of words (Broder, 1997, "On the resemblance and containment of documents"). Those
of the sheet and those that many of the class have are left out, so what all wrote in the same way makes no pair.
"""

import itertools
import keyword
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

TEXT, CODE = 5, 8  # words in a shingle
FEWEST = 12  # words in shared passages; a pair with fewer is not shown
MOST_WORDS = 3000  # of one answer that are compared
MOST_PAIRS = 12  # of one task
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|[^\w\s]")
_TEXT_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
_NAME = re.compile(r"[^\W\d]\w*")

Shingle = tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """An answer as words that can be compared, each with its place in the text."""

    text: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    length: int  # of a shingle

    def shingles(self) -> list[Shingle]:
        """Return each run of words, in order."""
        return [self.words[start : start + self.length] for start in range(len(self.words) - self.length + 1)]


@dataclass(frozen=True)
class Pair:
    """Two students whose answers share passages; `shared` has the words of each that are in one, by their numbers."""

    students: tuple[str, str]
    shared: tuple[frozenset[int], frozenset[int]]

    @property
    def count(self) -> int:
        """How many words the shorter of the two shares has."""
        return min(map(len, self.shared))


def words_of(text: str, is_code: bool) -> Words:
    """Return an answer as words: small letters in a text; in code all names but Python's own count as the same.

    Signs that cannot be seen, such as a space without width, part no word, and wide letters are the usual ones.

    >>> words_of("Wait, and WAIT.", is_code=False).words
    ('wait', 'and', 'wait')
    >>> words_of("total = a + 1", is_code=True).words == words_of("summe = b + 1", is_code=True).words
    True
    """
    pattern = _WORD if is_code else _TEXT_WORD
    seen = [place for place, letter in enumerate(text) if unicodedata.category(letter) != "Cf"]
    found = list(itertools.islice(pattern.finditer("".join(text[place] for place in seen)), MOST_WORDS))
    plain = _plain_name if is_code else _plain_word
    words = tuple(plain(match[0]) for match in found)
    places = tuple((seen[match.start()], seen[match.end() - 1] + 1) for match in found)
    return Words(text, words, places, CODE if is_code else TEXT)


def _plain_word(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def _plain_name(word: str) -> str:
    return "name" if _NAME.fullmatch(word) and not keyword.iskeyword(word) else word


def most_of_class(students: int) -> int:
    """Return how many students at most may have a passage that counts as shared by some, not as common to the class.

    >>> most_of_class(2), most_of_class(60), most_of_class(200)
    (2, 6, 20)
    """
    return max(2, math.ceil(students / 10))


def pairs_of(answers: Mapping[str, Words], given: Iterable[Words] = ()) -> list[Pair]:
    """Return the pairs of students whose answers share most, the most first.

    The time grows with the number of shingles, not with the number of pairs: a shingle that more than a tenth of the
    class has is left out before pairs are made.

    Args:
        answers: each student's answer.
        given: texts of the sheet, whose passages are left out.
    """
    left_out = {shingle for words in given for shingle in words.shingles()}
    owners: dict[Shingle, set[str]] = defaultdict(set)
    for student, words in answers.items():
        for shingle in words.shingles():
            owners[shingle].add(student)
    most = most_of_class(len(answers))
    counted: Counter[tuple[str, str]] = Counter()
    rare = {one for one, who in owners.items() if 2 <= len(who) <= most and one not in left_out}
    for shingle in rare:
        counted.update(itertools.combinations(sorted(owners[shingle]), 2))
    likely = [students for students, _count in counted.most_common(5 * MOST_PAIRS)]
    found = [_pair(students, answers, rare) for students in likely]
    found = [pair for pair in found if pair.count >= FEWEST]
    return sorted(found, key=lambda pair: (-pair.count, pair.students))[:MOST_PAIRS]


def _pair(students: tuple[str, str], answers: Mapping[str, Words], rare: set[Shingle]) -> Pair:
    one, other = (answers[student] for student in students)
    both = rare & set(one.shingles()) & set(other.shingles())
    return Pair(students, (_covered(one, both), _covered(other, both)))


def _covered(words: Words, shingles: set[Shingle]) -> frozenset[int]:
    """Return the numbers of the words that are in one of the shingles."""
    starts = [start for start, shingle in enumerate(words.shingles()) if shingle in shingles]
    return frozenset(place for start in starts for place in range(start, start + words.length))


def pieces(words: Words, shared: frozenset[int], most: int) -> Sequence[tuple[bool, str]]:
    """Return a text in pieces, each with whether it is shared; at most so many characters.

    >>> pieces(words_of("we wait, they go", is_code=False), frozenset({0, 1}), 99)
    [(True, 'we wait'), (False, ', they go')]
    """
    found: list[tuple[bool, str]] = []
    end, last, found_at = 0, -2, 0
    for number in sorted(shared):
        start, stop = words.places[number]
        if number == last + 1:  # what is between two shared words is shared, too
            found[-1] = (True, words.text[found_at:stop])
        else:
            found_at = start
            found += [(False, words.text[end:start]), (True, words.text[start:stop])]
        end, last = stop, number
    return _cut([*found, (False, words.text[end:])], most)


def _cut(found: Sequence[tuple[bool, str]], most: int) -> list[tuple[bool, str]]:
    """Return pieces that are not empty, cut off where they are too long together."""
    kept: list[tuple[bool, str]] = []
    for is_shared, text in found:
        if text and most > 0:
            kept.append((is_shared, text if len(text) <= most else f"{text[:most]}…"))
        most -= len(text)
    return kept
