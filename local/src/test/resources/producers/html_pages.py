"""HTML for two producers that draw it differently: WeasyPrint and Chromium."""
import html, os, re, shutil, subprocess, tempfile
from pathlib import Path

import pyphen

HYPHENS = pyphen.Pyphen(lang="en_US")
MARKS = {"•": "disc", "–": "'–  '", "1": "decimal"}


def shy(text):
    """With soft hyphens: Chromium has no dictionary."""
    return re.sub(r"[A-Za-z]{5,}", lambda word: HYPHENS.inserted(word.group(), "\u00ad"), text)


def style(doc):
    family = "Liberation Serif" if doc["font"] == "serif" else "Liberation Sans"
    edges = (f"@top-center {{ content: '{doc['head']}'; font: 8pt {family} }}" if doc["head"] else "") \
        + (f"@bottom-center {{ content: counter(page); font: 8pt {family} }}" if doc["folio"] else "")
    return f"""
@page {{ size: {doc['size']}; margin: 17mm 15mm; {edges} @footnote {{ border-top: 0.5pt solid black; padding-top: 3pt }} }}
body {{ font: 9.5pt/1.3 '{family}'; margin: 0; text-align: {'justify' if doc['justify'] else 'left'} }}
h1 {{ font-size: 16pt; margin: 0 0 9pt }} h2 {{ font-size: 12pt; margin: 9pt 0 4pt }} h3 {{ font-size: 10pt; margin: 7pt 0 3pt }}
h1, h2, h3 {{ break-after: avoid; text-align: left; line-height: 1.2 }}
p {{ margin: 0 0 5pt; orphans: 2; widows: 2 }} ul, ol {{ margin: 4pt 0; padding-left: 18pt }} li {{ margin-bottom: 2pt }}
.all {{ {f"column-count: {doc['columns']}; column-gap: 16pt" if doc['columns'] > 1 else ''} }}
.hyphens {{ hyphens: {'auto' if doc['name'].startswith('weasy') else 'manual'} }}
aside {{ float: right; width: 36%; margin: 0 0 6pt 10pt; padding: 5pt; border: 0.6pt solid black; background: #eee; font-size: 8.5pt }}
.initial {{ float: left; font-size: 30pt; line-height: 26pt; padding-right: 3pt }}
table {{ border-collapse: collapse; margin: 6pt 0 9pt; text-align: left }} td, th {{ padding: 2pt 7pt; vertical-align: top; text-align: left }}
.grid td, .grid th {{ border: 0.6pt solid black }} .rows tr {{ border-bottom: 0.4pt solid gray }}
.head th {{ border-top: 1pt solid black; border-bottom: 0.5pt solid black }} .head tr:last-child td {{ border-bottom: 1pt solid black }}
.note {{ float: footnote; font-size: 8pt }} .notes {{ position: fixed; bottom: 0; left: 0; right: 0; font-size: 8pt; border-top: 0.5pt solid black }}
.notes p {{ margin: 2pt 0 0 }} sup {{ font-size: 6.5pt; line-height: 0 }}"""


def block(doc, item, native):
    said = (lambda text: shy(text)) if doc["hyphens"] and not native else (lambda text: text)
    text = lambda plain: html.escape(said(plain))
    if item["is"] == "heading":
        return f"<h{item['level'] + 1}>{text((item['number'] + ' ' + item['title']).strip())}</h{item['level'] + 1}>"
    if item["is"] == "list":
        tag = "ol" if item["mark"] == "1" else "ul"
        return f'<{tag} style="list-style-type: {MARKS[item["mark"]]}">' + "".join(f"<li>{text(one)}</li>" for one in item["items"]) + f"</{tag}>"
    if item["is"] == "table":
        row = lambda cells, tag: "<tr>" + "".join(f"<{tag}>{text(cell)}</{tag}>" for cell in cells) + "</tr>"
        return f"<table class={item['rules']}>" + row(item["header"], "th") + "".join(row(cells, "td") for cells in item["rows"]) + "</table>"
    sentences = [text(sentence) for sentence in item["sentences"]]
    if "note" in item:
        note = item["note"]
        sentences[0] += f"<span class=note>{text(note['text'])}</span>" if native else f"<sup>{note['mark']}</sup>"
    if item.get("initial"):
        sentences[0] = f"<span class=initial>{sentences[0][0]}</span>{sentences[0][1:]}"
    return f"<p>{' '.join(sentences)}</p>"


def page(doc, native):
    parts = [f"<h1>{html.escape(doc['title'])}</h1>"]
    if doc["aside"]:
        parts.append("<aside>" + "".join(f"<p>{html.escape(one)}</p>" for one in doc["aside"]) + "</aside>")
    parts.append(f"<div class='all{' hyphens' if doc['hyphens'] else ''}'>" + "\n".join(block(doc, item, native) for item in doc["blocks"]) + "</div>")
    notes = [item["note"] for item in doc["blocks"] if "note" in item]
    if notes and not native:
        parts.append("<div class=notes>" + "".join(f"<p><sup>{n['mark']}</sup> {html.escape(n['text'])}</p>" for n in notes) + "</div>")
    return f"<!doctype html><html lang=en><meta charset=utf-8><title>{html.escape(doc['title'])}</title>" \
           f"<meta name=author content='{doc['author']}'><style>{style(doc)}</style><body>" + "".join(parts) + "</body></html>"


def weasyprint(docs, folder):
    from weasyprint import HTML
    for doc in docs:
        HTML(string=page(doc, True)).write_pdf(folder / f"{doc['name']}.pdf")


def chromium(docs, folder):
    with tempfile.TemporaryDirectory() as made:
        for doc in docs:
            source = Path(made) / "page.html"
            source.write_text(page(doc, False), encoding="utf-8")
            subprocess.run([shutil.which("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                            "--generate-pdf-document-outline", "--disable-pdf-tagging", f"--user-data-dir={made}/profile",
                            f"--print-to-pdf={folder / doc['name']}.pdf", source.as_uri()],
                           check=True, stderr=subprocess.DEVNULL, env={**os.environ, "HOME": made})
