"""Input for groff with the ms macros and tbl."""
import subprocess

INCHES = {"a5": (5.83, 8.27), "a4": (8.27, 11.69)}


def escaped(text):
    plain = text.replace("\\", "\\e").replace("•", "\\(bu").replace("–", "\\(en").replace("-", "\\-")
    return "\\&" + plain if plain.startswith((".", "'")) else plain


def preamble(doc):
    wide, tall = INCHES[doc["size"]]
    roman, bold = ("TR", "TB") if doc["font"] == "serif" else ("HR", "HB")
    return f""".nr PS 9.5
.nr VS 12
.nr LL {wide - 1.3}i
.nr PO 0.65i
.nr HM 0.8i
.nr FM 0.8i
.nr PD 0.35v
.nr GROWPS 3
.nr PSINCR 1.5p
.pl {tall}i
.fam {roman[0]}
.ds FAM {roman[0]}
.ds LH
.ds CH {doc['head']}
.ds RH
{".ds CF " + chr(92) * 2 + "n%" + chr(10) + ".P1" if doc["folio"] else ".ds CF"}
.hy {4 if doc['hyphens'] or doc['justify'] else 0}
.nr HY {4 if doc['hyphens'] or doc['justify'] else 0}
.de DROP
.br
.nr dropped \\\\n[nl]
.sp 1v
\\&\\s[26]\\\\$1\\s0
.br
.sp |\\\\n[dropped]u
.ti \\\\n[.i]u+\\\\$2p
.in +\\\\$2p
.wh \\\\n[dropped]u+1.5v ENDDROP
..
.de ENDDROP
.ch ENDDROP
'in -\\n[dropin]p
..
"""


def block(doc, item):
    if item["is"] == "heading":
        return f".SH {item['level']}\n{escaped((item['number'] + ' ' + item['title']).strip())}"
    if item["is"] == "list":
        mark = lambda i: f"{i}." if item["mark"] == "1" else escaped(item["mark"])
        return "\n".join(f".IP {mark(i)} 14p\n{lines(one)}" for i, one in enumerate(item["items"], 1))
    if item["is"] == "table":
        return table(item)
    start = ".LP"
    sentences = [escaped(sentence) for sentence in item["sentences"]]
    if item.get("initial"):
        first = sentences[0]
        start += f"\n.nr dropin 22\n.DROP {first[0]} 22"
        sentences[0] = first[1:]
    if "note" in item:
        note = item["note"]
        sentences[0] += f"\\*{{{note['mark']}\\*}}\n.FS {note['mark']}\n{escaped(note['text'])}\n.FE"
    return start + "\n" + "\n".join(sentences)


def lines(text):
    return escaped(text).replace(". The", ".\nThe")


def table(item):
    rules = item["rules"]
    columns = len(item["header"])
    form = " ".join("lb" + ("w(1.2i)" if item["wrapped"] and i == columns - 1 else "") for i in range(columns))
    rows = ["\t".join(cells(row, item["wrapped"])) for row in item["rows"]]
    between = "\n_\n" if rules == "rows" else "\n"
    edge = "_\n" if rules == "head" else ""
    options = "allbox;" if rules == "grid" else ""
    option_line = options + "\n" if options else ""
    return f".TS\n{option_line}{form}\n{form.replace('lb', 'l')}.\n{edge}" + "\t".join(item["header"]) + ("\n_\n" if rules in ("head", "rows") else "\n") \
        + between.join(rows) + ("\n_" if rules == "head" else "") + "\n.TE"


def cells(row, wrapped):
    made = [escaped(cell) for cell in row]
    if wrapped:
        made[-1] = "T{\n" + made[-1] + "\nT}"
    return made


def boxed(doc):
    return ".LP\n.B1\n" + "\n".join(escaped(one) for one in doc["aside"]) + "\n.B2\n" if doc["aside"] else ""


def written(doc):
    columns = {1: "", 2: ".2C\n", 3: ".MC 1.9i 0.2i\n"}[doc["columns"]]
    align = "" if doc["justify"] else ".ad l\n.de LP-align\n.ad l\n..\n"
    text = preamble(doc) + f".TL\n{escaped(doc['title'])}\n.LP\n{align}{columns}{boxed(doc)}"
    return text + "\n".join(block(doc, item) for item in doc["blocks"]) + "\n"


def groff(docs, folder):
    for doc in docs:
        made = subprocess.run(["groff", "-K", "utf8", "-t", "-ms", "-Tpdf", f"-dpaper={doc['size']}", f"-P-p{doc['size']}"],
                              input=written(doc).encode(), capture_output=True, check=True)
        (folder / f"{doc['name']}.pdf").write_bytes(made.stdout)
        if made.stderr:
            print(doc["name"], made.stderr.decode())
