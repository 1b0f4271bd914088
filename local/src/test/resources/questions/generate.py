"""Makes the PDFs of each set out of its texts, and its questions with the pages that answer them; the same bytes each time.

    apt install poppler-utils fonts-dejavu-core
    pip install weasyprint==70.0
    python generate.py [set ...]

In a text each line is a paragraph, `#` begins a heading, `|` a row of a table, whose first row is its header where dashes are below it,
`^` says what stands at the head of all pages, and `===` turns to a new one. Questions come last: `?` what is asked, `=` the words that
answer it, and `@` other words that show the page where those alone do not.
"""
import html, json, re, subprocess, sys
from itertools import groupby
from pathlib import Path

from weasyprint import HTML

HERE = Path(__file__).parent
SETS = "filings", "handbooks", "brochures"


def make(folder):
    questions = []
    for source in sorted((folder / "texts").glob("*.txt")):
        said, *asked = re.split(r"^\? ", source.read_text(encoding="utf-8"), flags=re.MULTILINE)
        pdf = folder / "pdfs" / f"{source.stem}.pdf"
        HTML(string=page(said, (folder / "style.css").read_text())).write_pdf(pdf)
        pages = read(pdf)
        questions += [question(folder.name, pdf, pages, text) for text in asked]
    lines = [json.dumps({"id": f"{folder.name}-{number}", **one}, ensure_ascii=False) + "\n" for number, one in enumerate(questions, 1)]
    (folder / "questions.jsonl").write_text("".join(lines), encoding="utf-8")
    print(folder.name, len(questions), "questions", sum(pdf.stat().st_size for pdf in (folder / "pdfs").iterdir()) // 1000, "kB")


def page(said, style):
    sections = "".join(f"<section>{section(text)}</section>" for text in said.split("===\n"))
    return f"<!doctype html><html lang=en><meta charset=utf-8><style>{style}</style><body>{sections}"


def section(text):
    lines = [html.escape(line, quote=False) for line in text.splitlines() if line]
    kinds = groupby(lines, key=lambda line: line[0] if line[0] in "#|^" else "")
    return "".join(LAID_OUT[kind](list(group)) for kind, group in kinds)


def headings(lines):
    return "".join(f"<h{len(marks)}>{title}</h{len(marks)}>" for marks, title in (line.split(" ", 1) for line in lines))


def table(lines):
    header = len(lines) > 1 and lines[1].startswith("|--")
    rows = [line.strip("|").split("|") for line in lines if not line.startswith("|--")]
    row = lambda cells, tag: "<tr>" + "".join(f"<{tag}>{cell.strip()}</{tag}>" for cell in cells) + "</tr>"
    return "<table>" + "".join(row(cells, "th" if header and cells is rows[0] else "td") for cells in rows) + "</table>"


LAID_OUT = {
    "#": headings,
    "|": table,
    "^": lambda lines: f"<header>{lines[0][2:]}</header>",
    "": lambda lines: "".join(f"<p>{line}</p>" for line in lines),
}


def read(pdf):
    """What each page says, in one line."""
    said = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return [" ".join(page.split()) for page in said.split("\f")]


def question(name, pdf, pages, text):
    asked, *marked = text.strip().splitlines()
    answers = [line[2:] for line in marked if line[0] == "="]
    shown_by = [line[2:] for line in marked if line[0] == "@"] or answers
    found = [number for number, said in enumerate(pages, 1) if any(stands(words, said) for words in shown_by)]
    if not 1 <= len(found) <= 2:
        sys.exit(f"{name}, {pdf.name}: {shown_by} stands on pages {found}: name words of the one that answers “{asked}”")
    return {"question": asked, "document": pdf.name, "pages": found, "answers": answers}


def stands(words, said):
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", said)


for chosen in sys.argv[1:] or SETS:
    (HERE / chosen / "pdfs").mkdir(exist_ok=True)
    make(HERE / chosen)
