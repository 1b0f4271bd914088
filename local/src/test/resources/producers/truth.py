"""What a reader sees in a document, in the order of reading, and where its words stand."""
import json, re, subprocess
import xml.etree.ElementTree as ET


def written(doc, pdf):
    """A paragraph's large initial and the rest of its word are one word, but two to the programs that measure: they are left out."""
    said = ",\n".join(f' "{name}": {spread(value, name)}' for name, value in said_in(doc).items())
    parted = ("T", "he") if any(block.get("initial") for block in doc["blocks"]) else ()
    pages = ["[" + ",\n".join(json.dumps(word, ensure_ascii=False, separators=(",", ":")) for word in page
                            if word[0] not in parted) + "]" for page in words(pdf)]
    return "{\n" + said + ',\n "words": [' + ",\n".join(pages) + "]\n}\n"


def spread(value, name):
    """One sentence, heading or row a line."""
    tight = lambda one: json.dumps(one, ensure_ascii=False, separators=(",", ":"))
    if name in ("flows", "tables"):
        return "[" + ",\n".join("[" + ",\n".join(map(tight, part)) + "]" for part in value) + "]"
    return "[" + ",\n".join(map(tight, value)) + "]" if name == "headings" else tight(value)


def said_in(doc):
    """A heading stands `at` its place in the first flow. Each flow is read in its order; one flow may stand before, after or beside another, but not within its sentences."""
    main, notes, headings, tables, path = [doc["title"]], [], [], [], []
    for block in doc["blocks"]:
        if block["is"] == "heading":
            path = path[:block["level"] - 1] + [f"{block['number']} {block['title']}".strip()]
            headings.append({"at": len(main), "number": block["number"], "title": block["title"], "path": list(path)})
            texts = [path[-1]]
        elif block["is"] == "list":
            marks = [f"{i}. " for i in range(1, len(block["items"]) + 1)] if block["mark"] == "1" else [block["mark"] + " "] * len(block["items"])
            texts = [mark + item for mark, item in zip(marks, block["items"])]
        elif block["is"] == "table":
            tables.append([block["header"]] + block["rows"])
            texts = [row[0] for row in tables[-1]]
        else:
            texts = block["sentences"]
            if "note" in block:
                notes.append(block["note"]["text"])
        main += texts
    return {"kind": doc["name"].split("-")[1], "title": doc["title"], "author": doc["author"],
            "flows": [flow for flow in (main, doc["aside"], notes) if flow], "running": [doc["head"]] if doc["head"] else [],
            "headings": headings, "tables": tables}


def words(pdf):
    """By page: those about which poppler and MuPDF agree, each with what both say it covers, in tenths of a point."""
    agreed = []
    for page, other in zip(poppler(pdf), mupdf(pdf)):
        kept = []
        for word, box in page:
            best = max((there for text, there in other if text == word), key=lambda there: wide(box, there) * tall(box, there), default=None)
            if best and word and wide(box, best) > 0.8 and tall(box, best) > 0.6:
                shared = (max(box[0], best[0]), max(box[1], best[1]), min(box[2], best[2]), min(box[3], best[3]))
                kept.append([word, *(round(10 * edge) for edge in shared)])
        agreed.append(kept)
    return agreed


def wide(a, b):
    return max(0, min(a[2], b[2]) - max(a[0], b[0])) / max(a[2] - a[0], b[2] - b[0], 0.1)


def tall(a, b):
    return max(0, min(a[3], b[3]) - max(a[1], b[1])) / max(a[3] - a[1], b[3] - b[1], 0.1)


def poppler(pdf):
    out = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True).stdout
    tree = ET.fromstring(re.sub(rb"&#x?0*1?[0-9a-f];|[\x00-\x08\x0b-\x1f]", b"", out))
    name = "{http://www.w3.org/1999/xhtml}"
    return [[(plain(word.text), [float(word.get(edge)) for edge in ("xMin", "yMin", "xMax", "yMax")])
             for word in page.iter(name + "word")] for page in tree.iter(name + "page")]


def mupdf(pdf):
    out = subprocess.run(["mutool", "draw", "-q", "-F", "stext", "-o", "-", pdf], check=True, capture_output=True).stdout
    pages = []
    for page in ET.fromstring(re.sub(rb"&#x[01]?[0-9a-f];", b"", out)).iter("page"):
        found, text, box = [], "", None

        def end():
            if text:
                found.append((plain(text), box))

        for line in page.iter("line"):
            for char in line.iter("char"):
                corners = [float(n) for n in char.get("quad").split()]
                edges = [min(corners[::2]), min(corners[1::2]), max(corners[::2]), max(corners[1::2])]
                if char.get("c", " ").isspace():
                    end()
                    text, box = "", None
                else:
                    text += char.get("c")
                    box = edges if box is None else [min(box[0], edges[0]), min(box[1], edges[1]), max(box[2], edges[2]), max(box[3], edges[3])]
            end()
            text, box = "", None
        pages.append(found)
    return pages


def plain(text):
    for ligature, letters in (("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("\u00ad", ""), ("‐", "-"), ("−", "-")):
        text = text.replace(ligature, letters)
    return text.rstrip("-")
