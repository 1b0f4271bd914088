"""Makes the PDFs of this folder and truth.json, which says what a reader sees in them.

    pip install weasyprint reportlab fpdf2 typst
    python generate.py
"""
import html, json, random, sys
from pathlib import Path

HERE = Path(__file__).parent
WORDS = """harbour library reading room member collection letter gazette winter evening loan fee catalogue shelf window
lantern chandler pencil photograph summer town keeper ledger voyage cargo storm quay signal bell compass chart rope
sail anchor tide lighthouse merchant captain daughter logbook archive volume index margin binding paper press""".split()


def sentence(rng):
    words = [rng.choice(WORDS) for _ in range(rng.randint(8, 16))]
    return " ".join(words).capitalize() + "."


def content(seed, sections, table):
    rng = random.Random(seed)
    made = []
    for i in range(sections):
        title = " ".join(rng.sample(WORDS, 3)).capitalize()
        made.append((f"{i + 1}. {title}", [" ".join(sentence(rng) for _ in range(4)) for _ in range(2)]))
    rows = []
    if table:
        rows = [["Room", "Seats", "Fee an hour"]]
        rows += [[rng.choice(WORDS).capitalize() + " room", str(rng.randint(2, 90)), f"{rng.randint(1, 30)}.50"] for _ in range(7)]
    return {"title": "The " + " ".join(rng.sample(WORDS, 2)), "sections": made, "table": rows}


def weasyprint(doc, layout, path):
    from weasyprint import HTML
    rule = "border: 0.5pt solid black;" if layout == "ruled" else ""
    columns = "column-count: 2; column-gap: 18pt; text-align: justify;" if layout == "columns" else ""
    css = f"@page {{ size: A5; margin: 2cm; @top-center {{ content: 'A running head' }} @bottom-center {{ content: counter(page) }} }}" \
          f"body {{ font: 9pt serif }} h1 {{ font-size: 16pt }} h2 {{ font-size: 11pt }} .all {{ {columns} }}" \
          f"table {{ border-collapse: collapse }} td, th {{ {rule} padding: 2pt 9pt; text-align: left }}"
    parts = [f"<h1>{doc['title']}</h1><div class=all>"]
    for title, paragraphs in doc["sections"]:
        parts.append(f"<h2>{title}</h2>" + "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs))
    parts.append("</div>")
    if doc["table"]:
        head, *rows = doc["table"]
        line = lambda row, cell: "<tr>" + "".join(f"<{cell}>{c}</{cell}>" for c in row) + "</tr>"
        parts.append("<table>" + line(head, "th") + "".join(line(r, "td") for r in rows) + "</table>")
    HTML(string=f"<style>{css}</style>" + "".join(parts)).write_pdf(path)


def reportlab(doc, layout, path):
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table
    styles = getSampleStyleSheet()
    wide, tall, edge = A5[0], A5[1], 50
    half = (wide - 2 * edge - 16) / 2
    frames = [Frame(edge, edge, half, tall - 2 * edge), Frame(edge + half + 16, edge, half, tall - 2 * edge)] \
        if layout == "columns" else [Frame(edge, edge, wide - 2 * edge, tall - 2 * edge)]

    def edges(canvas, page):
        canvas.drawCentredString(wide / 2, 25, str(page.page))
        canvas.drawString(edge, tall - 30, "A running head")

    flow = [Paragraph(doc["title"], styles["Title"])]
    for title, paragraphs in doc["sections"]:
        flow += [Paragraph(title, styles["Heading2"])] + [Paragraph(p, styles["Normal"]) for p in paragraphs]
    if doc["table"]:
        rule = [("GRID", (0, 0), (-1, -1), 0.5, "black")] if layout == "ruled" else []
        flow.append(Table(doc["table"], style=rule + [("FONT", (0, 0), (-1, 0), "Helvetica-Bold")]))
    pages = PageTemplate(frames=frames, onPage=edges)
    BaseDocTemplate(str(path), pagesize=A5, pageTemplates=[pages], invariant=1).build(flow)


def fpdf(doc, layout, path):
    from fpdf import FPDF

    class Paper(FPDF):
        def header(self):
            self.set_font("helvetica", size=8)
            self.cell(0, 8, "A running head", new_x="LMARGIN", new_y="NEXT")

        def footer(self):
            self.set_y(-12)
            self.set_font("helvetica", size=8)
            self.cell(0, 8, f"Page {self.page_no()}", align="C")

    pdf = Paper(format="A5")
    pdf.add_page()
    pdf.set_font("helvetica", "B", 16)
    pdf.multi_cell(0, 8, doc["title"], new_x="LMARGIN", new_y="NEXT")
    if layout == "columns":
        pdf.set_font("helvetica", size=9)
        with pdf.text_columns(ncols=2, gutter=6, text_align="L") as columns:
            for title, paragraphs in doc["sections"]:
                pdf.set_font("helvetica", "B", 11)
                columns.write(title + "\n")
                pdf.set_font("helvetica", size=9)
                columns.write("\n".join(paragraphs) + "\n\n")
    else:
        for title, paragraphs in doc["sections"]:
            pdf.set_font("helvetica", "B", 11)
            pdf.multi_cell(0, 6, title, new_x="LMARGIN", new_y="NEXT")
            pdf.set_font("helvetica", size=9)
            for p in paragraphs:
                pdf.multi_cell(0, 4.5, p + "\n", new_x="LMARGIN", new_y="NEXT")
                pdf.ln(2)
    if doc["table"]:
        pdf.set_font("helvetica", size=9)
        with pdf.table(borders_layout="ALL" if layout == "ruled" else "NONE", width=100) as table:
            for row in doc["table"]:
                table.row(row)
    pdf.output(str(path))


def typst(doc, layout, path):
    import typst as compiler
    columns = 'columns: 2,' if layout == "columns" else ""
    parts = [f'#set page(paper: "a5", {columns} header: [A running head], numbering: "1")', '#set text(size: 9pt)',
             f'#place(top, scope: "parent", float: true, text(size: 16pt, weight: "bold")[{doc["title"]}])',
             '#show heading: set text(size: 11pt)']
    for title, paragraphs in doc["sections"]:
        parts.append(f'#heading(level: 1, {json.dumps(title)})\n' + "\n\n".join(paragraphs))
    if doc["table"]:
        cells = ", ".join(f"[{'*' + c + '*' if i == 0 else c}]" for i, row in enumerate(doc["table"]) for c in row)
        stroke = "0.5pt" if layout == "ruled" else "none"
        parts.append(f"#table(columns: 3, stroke: {stroke}, {cells})")
    compiler.compile("\n\n".join(parts).encode(), output=str(path))


truth = []
for number, (producer, layout) in enumerate((p, l) for p in (weasyprint, reportlab, fpdf, typst)
                                            for l in ("plain", "columns", "ruled", "unruled")):
    doc = content(number, 6 if layout in ("plain", "columns") else 2, layout in ("ruled", "unruled"))
    name = f"{producer.__name__}-{layout}.pdf"
    try:
        producer(doc, layout, HERE / name)
    except Exception as failed:
        print(name, "is left out:", failed, file=sys.stderr)
        continue
    truth.append({"file": name, **doc})
(HERE / "truth.json").write_text(json.dumps(truth, indent=1))
