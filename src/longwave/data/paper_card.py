"""The paper in view: what the two papers say on a lesson, with our verdicts, on a card that is folded at first."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from html import escape
from itertools import groupby

from longwave.data.frames import load
from longwave.data.ledgers import verdicts
from longwave.data.rows import Row
from longwave.data.sections import section_in_words
from longwave.data.shelf import DatasetError
from longwave.data.words import said
from longwave.i18n import _, ended, listed, plural

# A passage with more claims than this, such as a whole table, has them counted by verdict instead.
CLAIMS_IN_FULL = 12
# Every ground and ink is named: JupyterLab colours the rows of a table itself, by its theme.
_GROUND = "background:#FFFFFF;color:#1F2328"
_CARD = f"{_GROUND};padding:6px 14px;line-height:1.45;max-width:64em;border:1px solid #D0D7DE"
_CELL = "text-align:left;vertical-align:top;padding:4px 12px 4px 0"
_HEADING = f"{_CELL};border-top:1px solid #D0D7DE"


@dataclass(frozen=True)
class Finding:
    """One claim of a passage with our verdict."""

    claim_id: str
    claim: str
    verdict: str
    detail: str
    checked: str
    support: str


@dataclass(frozen=True)
class Passage:
    """One passage of a paper; `elsewhere` names the lesson that teaches it, where that is another one."""

    passage_id: str
    paper: str
    section: str
    term: str
    paraphrase: str
    elsewhere: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class PaperCard:
    """The passages that a lesson teaches, in reading order; a notebook shows a folded card, `print` all of it."""

    lesson: str
    passages: tuple[Passage, ...]

    @property
    def summary(self) -> str:
        """The line that shows while the card is folded: how many passages and claims it holds."""
        own = sum(1 for passage in self.passages if passage.passage_id and not passage.elsewhere)
        claims = sum(len(passage.findings) for passage in self.passages)
        counted = [plural("{count} passage", "{count} passages", own).format(count=own)]
        if claims:
            text = plural("our verdict on {count} claim", "our verdicts on {count} claims", claims)
            counted.append(text.format(count=claims))
        return _("The papers on this: {counted}").format(counted=listed(counted))

    def __str__(self) -> str:
        """Return the card as plain text, with everything that the page holds."""
        return "\n".join([self.summary, _legend(), *_text_lines(self.passages), *_meanings(self.passages)])

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002
        return {"text/plain": str(self), "text/html": _page(self)}


def passages(lesson: str) -> PaperCard:
    """Return the card of the passages that a lesson teaches, each with our verdicts on its claims.

    A claim of the ledger names its passage, and so stands beside it, whichever lesson teaches the claim. A claim that
    the lesson teaches on a passage of another lesson brings that passage along; one on a title, a running header or an
    end note has a row without a passage.

    Args:
        lesson: Slug of a lesson of the syllabus, written or planned.

    Raises:
        DatasetError: No lesson has this slug; the message lists the near ones.

    >>> print(passages("14-lock-in").summary)
    The papers on this: 1 passage
    """
    known = load("syllabus")["lesson"].tolist()
    if lesson not in known:
        near = ", ".join(get_close_matches(lesson, known, n=3, cutoff=0.4) or known)
        raise DatasetError(_("There is no lesson “{lesson}”. Near names: {near}.").format(lesson=lesson, near=near))
    return PaperCard(lesson, tuple(_passages_of(lesson)))


def _passages_of(lesson: str) -> Iterator[Passage]:
    """Yield each passage with its findings: first the rows without a passage, then the ledger in reading order."""
    claims = _rows("claims")
    taught = [claim for claim in claims if claim["lesson"] == lesson]
    for claim in taught:
        if not claim["passage_id"]:
            yield _passage({**claim, "paraphrase": ""}, "", [claim])
    wanted = {claim["passage_id"] for claim in taught}
    for row in _rows("passages"):
        if row["lesson"] == lesson:
            yield _passage(row, "", claims)
        elif row["passage_id"] in wanted:
            yield _passage(row, row["lesson"], taught)


def _rows(ledger: str) -> list[Row]:
    frame = load(ledger)
    return [dict(zip(frame.columns, map(str, cells), strict=True)) for cells in frame.itertuples(index=False)]


def _passage(row: Row, elsewhere: str, claims: Iterable[Row]) -> Passage:
    """Return a row of the ledger as a passage, with those of the claims that name it."""
    return Passage(
        passage_id=row["passage_id"],
        paper=row["paper"],
        section=row["section"],
        term=row["term_zh"],
        paraphrase=said("passages", row["passage_id"], "paraphrase", row["paraphrase"]),
        elsewhere=elsewhere,
        findings=tuple(_finding(claim) for claim in claims if claim["passage_id"] == row["passage_id"]),
    )


def _finding(claim: Row) -> Finding:
    def words(column: str) -> str:
        return said("claims", claim["claim_id"], column, claim[column])

    return Finding(
        claim_id=claim["claim_id"],
        claim=words("claim"),
        verdict=words("verdict"),
        detail=words("detail"),
        checked=words("checked_value"),
        support=claim["source_ids"].replace(";", ", ") or words("basis"),
    )


def _legend() -> str:
    return _("Section marks and Chinese terms are the papers' own; paraphrases and verdicts are ours.")


def _meanings(passages: Iterable[Passage]) -> list[str]:
    """Return what each verdict on the card means, the surest first."""
    given = {finding.verdict for passage in passages for finding in passage.findings}
    pairs = verdicts()[["verdict", "meaning"]].to_numpy().tolist()
    known = [tuple(said("claims", "", "verdict", words) for words in pair) for pair in pairs]
    form = _("{verdict}: {claim}")
    return [form.format(verdict=verdict, claim=meaning) for verdict, meaning in known if verdict in given]


def _paper(paper: str) -> str:
    names = {"000": _("Lü and Li"), "003": _("Zhang and others")}
    return _("Paper {paper} ({authors})").format(paper=paper, authors=names[paper])


def _sections(passages: Iterable[Passage]) -> Iterator[tuple[str, str, list[Passage]]]:
    """Yield paper, section mark and passages, in the order of the papers."""
    ordered = sorted(passages, key=lambda passage: passage.paper)
    for (paper, section), group in groupby(ordered, key=lambda passage: (passage.paper, passage.section)):
        yield paper, section, list(group)


def _counts(passage: Passage) -> str:
    """Return how many claims of a long passage have each verdict, the most frequent first, and where they all are."""
    counts = Counter(finding.verdict for finding in passage.findings)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    words = listed(f"{count} {verdict}" for verdict, count in ranked)
    query = f"""load("claims").query("passage_id == '{passage.passage_id}'")"""
    text = _("{count} claims: {words}. In full: {query}")
    return text.format(count=len(passage.findings), words=words, query=query)


def _verdict(finding: Finding) -> str:
    if not finding.detail:
        return finding.verdict
    return _("{verdict} ({detail})").format(verdict=finding.verdict, detail=finding.detail)


def _checked(finding: Finding) -> str:
    return " " + _("Checked: {text}.").format(text=finding.checked) if finding.checked else ""


def _where(passage: Passage) -> str:
    """Return the id of a passage, and the lesson that teaches it where that is another one."""
    taught = _("taught in {lesson}").format(lesson=passage.elsewhere) if passage.elsewhere else ""
    return "; ".join(part for part in (passage.passage_id, taught) if part)


def _text_lines(passages: Iterable[Passage]) -> Iterator[str]:
    for paper, section, group in _sections(passages):
        yield f"{_paper(paper)}, {section} ({section_in_words(section)})"
        for passage in group:
            paraphrase = passage.paraphrase and f": {passage.paraphrase}"
            where = _where(passage) and f" [{_where(passage)}]"
            yield f"- {passage.term}{paraphrase}{where}"
            if len(passage.findings) > CLAIMS_IN_FULL:
                yield f"  * {_counts(passage)}"
            else:
                yield from (f"  * {_finding_text(finding)}" for finding in passage.findings)


def _finding_text(finding: Finding) -> str:
    words = _("{verdict}: {claim}").format(verdict=_verdict(finding), claim=ended(finding.claim))
    return f"{words}{_checked(finding)} [{finding.claim_id}; {finding.support}]"


def _page(card: PaperCard) -> str:
    heads = (_("The paper's term"), _("What it says, in our words"), _("Our verdict on its claims"))
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(text)}</th>' for text in heads)
    table = (
        f'<table style="border-collapse:collapse;{_GROUND}"><thead><tr style="{_GROUND}">{head}</tr></thead>'
        f"{''.join(_section_html(*section) for section in _sections(card.passages))}</table>"
    )
    summary = f'<summary style="{_GROUND};font-weight:600;cursor:pointer">{escape(card.summary)}</summary>'
    legend = f'<p style="{_GROUND};margin:6px 0">{escape(_legend())}</p>'
    meanings = f'<p style="{_GROUND};margin:6px 0"><small>{escape(" ".join(_meanings(card.passages)))}</small></p>'
    return f'<div class="longwave-paper" style="{_CARD}"><details>{summary}{legend}{table}{meanings}</details></div>'


def _section_html(paper: str, section: str, group: list[Passage]) -> str:
    words = escape(section_in_words(section), quote=True)
    mark = f'<span title="{words}"><span lang="zh-Hans">{escape(section)}</span></span> ({words})'
    named = listed([escape(_paper(paper)), mark])
    heading = f'<th scope="rowgroup" colspan="3" style="{_HEADING}">{named}</th>'
    rows = "".join(_row_html(passage) for passage in group)
    return f'<tbody><tr style="{_GROUND}">{heading}</tr>{rows}</tbody>'


def _row_html(passage: Passage) -> str:
    cells = (
        f'<th scope="row" lang="zh-Hans" style="{_CELL};font-weight:400">{escape(passage.term)}</th>',
        f'<td style="{_CELL}">{escape(passage.paraphrase)}</td>',
        f'<td style="{_CELL}">{_findings_html(passage)}<small>{escape(_where(passage))}</small></td>',
    )
    return f'<tr style="{_GROUND}">{"".join(cells)}</tr>'


def _findings_html(passage: Passage) -> str:
    if len(passage.findings) > CLAIMS_IN_FULL:
        return f"<div>{escape(_counts(passage))}</div>"
    return "".join(_finding_html(finding) for finding in passage.findings)


def _finding_html(finding: Finding) -> str:
    text = escape(f"{ended(finding.claim)}{_checked(finding)}")
    small = escape(f"{finding.claim_id}; {finding.support}")
    words = _("{verdict}: {claim}").format(verdict=f"<b>{escape(_verdict(finding))}</b>", claim=text)
    return f"<div>{words} <small>{small}</small></div>"
