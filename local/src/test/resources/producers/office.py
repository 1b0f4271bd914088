"""Flat OpenDocument text for LibreOffice Writer."""
import html, os, subprocess, tempfile
from pathlib import Path

import html_pages

SIZES = {"a5": ("14.8cm", "21cm"), "a4": ("21cm", "29.7cm")}
SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"' for name, urn in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
    ("svg", "svg-compatible"), ("meta", "meta"))) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'


def paragraph_style(name, size, more="", bold=False, inner=""):
    weight = ' fo:font-weight="bold"' if bold else ""
    return f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {more}>{inner}</style:paragraph-properties>' \
           f'<style:text-properties fo:font-size="{size}"{weight}/></style:style>'


def styles(doc):
    family = "Liberation Serif" if doc["font"] == "serif" else "Liberation Sans"
    align = "justify" if doc["justify"] else "start"
    space = f'fo:margin-bottom="0.18cm" fo:text-align="{align}" fo:orphans="2" fo:widows="2"'
    keep = 'fo:keep-with-next="always" fo:margin-top="0.3cm" fo:margin-bottom="0.12cm"'
    bullet = f'<text:list-level-style-bullet text:level="1" text:bullet-char="{{}}">{{}}</text:list-level-style-bullet>'
    place = '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment ' \
            'text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="0.6cm"/></style:list-level-properties>'
    border = {"grid": 'fo:border="0.5pt solid #000000"', "rows": 'fo:border-bottom="0.5pt solid #808080"'}.get
    cell = lambda name, edges: f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties fo:padding="0.07cm" {edges}/></style:style>'
    return f"""<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="{family}" fo:font-family="'{family}'"
fo:font-size="9.5pt" fo:language="en" fo:country="US"/></style:default-style></office:styles><office:automatic-styles>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="{SIZES[doc['size']][0]}" fo:page-height="{SIZES[doc['size']][1]}"
fo:margin="1.5cm"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
{paragraph_style("Title", "16pt", 'fo:margin-bottom="0.35cm"', True)}{paragraph_style("H1", "12pt", keep, True)}{paragraph_style("H2", "10pt", keep, True)}
{paragraph_style("Body", "9.5pt", space)}{paragraph_style("Small", "8pt", 'fo:text-align="center"')}{paragraph_style("Note", "8pt")}
{paragraph_style("Initial", "9.5pt", space, inner='<style:drop-cap style:lines="2" style:length="1" style:distance="0.1cm"/>')}
{paragraph_style("Cell", "9pt")}{paragraph_style("Head", "9pt", bold=True)}
<text:list-style style:name="•">{bullet.format("•", place)}</text:list-style><text:list-style style:name="–">{bullet.format("–", place)}</text:list-style>
<text:list-style style:name="1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">{place}</text:list-level-style-number></text:list-style>
<style:style style:name="Columns" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns
fo:column-count="{doc['columns']}" fo:column-gap="0.6cm"/></style:section-properties></style:style>
{cell("grid", border("grid"))}{cell("rows", border("rows"))}{cell("none", "")}{cell("top", 'fo:border-top="1pt solid #000000" fo:border-bottom="0.5pt solid #000000"')}
{cell("last", 'fo:border-bottom="1pt solid #000000"')}
<style:style style:name="Aside" style:family="graphic"><style:graphic-properties draw:fill="none" style:wrap="left" style:horizontal-pos="right" style:horizontal-rel="paragraph"
style:vertical-pos="top" style:vertical-rel="paragraph" fo:padding="0.15cm" fo:border="0.5pt solid #000000" fo:margin-left="0.3cm"/></style:style>
</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
{f'<style:header><text:p text:style-name="Small">{doc["head"]}</text:p></style:header>' if doc["head"] else ''}
{'<style:footer><text:p text:style-name="Small"><text:page-number/></text:p></style:footer>' if doc["folio"] else ''}
</style:master-page></office:master-styles>"""


def block(doc, item):
    said = html_pages.shy if doc["hyphens"] else lambda text: text
    text = lambda plain: html.escape(said(plain))
    if item["is"] == "heading":
        return f'<text:h text:style-name="H{item["level"]}" text:outline-level="{item["level"]}">{text((item["number"] + " " + item["title"]).strip())}</text:h>'
    if item["is"] == "list":
        return f'<text:list text:style-name="{item["mark"]}">' + "".join(
            f'<text:list-item><text:p text:style-name="Body">{text(one)}</text:p></text:list-item>' for one in item["items"]) + "</text:list>"
    if item["is"] == "table":
        return table(item, text)
    sentences = [text(sentence) for sentence in item["sentences"]]
    if "note" in item:
        note = item["note"]
        sentences[0] += f'<text:note text:note-class="footnote"><text:note-citation>{note["mark"]}</text:note-citation><text:note-body>' \
                        f'<text:p text:style-name="Note">{text(note["text"])}</text:p></text:note-body></text:note>'
    return f'<text:p text:style-name="{"Initial" if item.get("initial") else "Body"}">{" ".join(sentences)}</text:p>'


def table(item, text):
    def row(cells, style, look):
        return "<table:table-row>" + "".join(f'<table:table-cell table:style-name="{style}"><text:p text:style-name="{look}">{text(cell)}</text:p></table:table-cell>'
                                             for cell in cells) + "</table:table-row>"
    rules = item["rules"]
    head, body, last = ("top", "none", "last") if rules == "head" else (rules, rules, rules)
    rows = [row(cells, body, "Cell") for cells in item["rows"][:-1]] + [row(item["rows"][-1], last, "Cell")]
    return f'<table:table><table:table-column table:number-columns-repeated="{len(item["header"])}"/><table:table-header-rows>' \
           + row(item["header"], head, "Head") + "</table:table-header-rows>" + "".join(rows) + '</table:table><text:p text:style-name="Body"/>'


def written(doc):
    aside = ""
    if doc["aside"]:
        aside = '<draw:frame draw:style-name="Aside" text:anchor-type="paragraph" svg:width="4.3cm" draw:z-index="0"><draw:text-box fo:min-height="1cm">' \
                + "".join(f'<text:p text:style-name="Note">{one}</text:p>' for one in doc["aside"]) + "</draw:text-box></draw:frame>"
    blocks = [block(doc, item) for item in doc["blocks"]]
    if aside:
        first = next(i for i, one in enumerate(blocks) if one.startswith("<text:p "))
        blocks[first] = blocks[first].replace(">", ">" + aside, 1)
    body = "".join(blocks)
    if doc["columns"] > 1:
        body = f'<text:section text:style-name="Columns" text:name="All">{body}</text:section>'
    return f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">' \
           f'<office:meta><dc:title>{doc["title"]}</dc:title><dc:creator>{doc["author"]}</dc:creator><meta:initial-creator>{doc["author"]}</meta:initial-creator>' \
           f'</office:meta>{styles(doc)}<office:body><office:text><text:p text:style-name="Title">{doc["title"]}</text:p>{body}</office:text></office:body></office:document>'


def office(docs, folder):
    with tempfile.TemporaryDirectory() as made:
        sources = []
        for doc in docs:
            sources.append(Path(made) / f"{doc['name']}.fodt")
            sources[-1].write_text(written(doc), encoding="utf-8")
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{made}/profile", "--convert-to",
                        'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"false"}}',
                        "--outdir", folder, *sources], check=True, stdout=subprocess.DEVNULL, env={**os.environ, "HOME": made})
