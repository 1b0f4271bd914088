"""PostScript set by hand and distilled by Ghostscript: with each document the text is shown in another way."""
import re, subprocess
from pathlib import Path

import html_pages

FONTS = Path("/usr/share/fonts/type1/urw-base35")
FACES = {"serif": ("NimbusRoman-Regular", "NimbusRoman-Bold"), "sans": ("NimbusSans-Regular", "NimbusSans-Bold")}
SIZES = {"a5": (420, 595), "a4": (595, 842)}
EDGE, GAP = 42, 16
WAYS = ("line", "words", "spread", "letters")
PROLOGUE = """%!PS
/S { moveto show } bind def
/W { moveto 0 32 3 -1 roll widthshow } bind def
/R { newpath 4 2 roll moveto lineto stroke } bind def
/B { gsave setgray rectfill grestore } bind def
/reencode { findfont dup length dict copy dup /Encoding ISOLatin1Encoding 256 array copy dup 149 /bullet put dup 150 /endash put put definefont pop } bind def
"""


def widths(face):
    text = (FONTS / f"{face}.afm").read_text()
    return {name: int(width) for width, name in re.findall(r"^C .*?WX (\d+) ; N (\w+) ;", text, re.M)}


NAMES = {" ": "space", ".": "period", ",": "comma", "%": "percent", "-": "hyphen", "•": "bullet", "–": "endash"} \
    | {str(i): name for i, name in enumerate("zero one two three four five six seven eight nine".split())}


class Paper:
    """What has been drawn of a document, and where the next line goes. y runs up, as in PostScript."""

    def __init__(self, doc, way):
        self.doc, self.way = doc, way
        self.wide, self.tall = SIZES[doc["size"]]
        self.metrics = [widths(face) for face in FACES[doc["font"]]]
        self.pages, self.drawn, self.links = [], [], []
        self.count = doc["columns"]
        self.measure = (self.wide - 2 * EDGE - (self.count - 1) * GAP) / self.count
        self.notes, self.top, self.column = [], self.tall - EDGE - (20 if doc["head"] else 0), 0
        self.y = self.top

    def width(self, text, size, bold=False):
        return sum(self.metrics[bold][NAMES.get(letter, letter)] for letter in text) * size / 1000

    def left(self):
        return EDGE + self.column * (self.measure + GAP)

    def floor(self):
        return EDGE + (20 if self.doc["folio"] else 0) + 13 * 2 * len(self.notes)

    def draw(self, text, x, y, size, bold=False, extra=0.0):
        """@param extra what each space is wider than the font has it"""
        code = text.replace("•", "\\225").replace("–", "\\226").replace("(", "\\(").replace(")", "\\)")
        font = f"/F{int(bold)} {size} selectfont "
        if self.way == "line" and not extra:
            made = f"({code}) {x:.2f} {y:.2f} S"
        elif self.way in ("line", "spread"):
            made = f"{extra:.3f} ({code}) {x:.2f} {y:.2f} W"
        else:
            parts, at = [], x
            for word in text.split(" "):
                for piece in word if self.way == "letters" else [word]:
                    shown = piece.replace("•", "\\225").replace("–", "\\226")
                    parts.append(f"({shown}) {at:.2f} {y:.2f} S")
                    at += self.width(piece, size, bold)
                at += self.width(" ", size, bold) + extra
            made = " ".join(parts)
        self.drawn.append((y, x, font + made))

    def lines(self, text, measure, size, bold=False, first=0.0, hung=0):
        """@param first what the first lines leave free @param hung how many of them"""
        made, line, words = [], "", text.split()
        while words:
            free = measure - (first if len(made) < hung else 0)
            word = words[0]
            tried = f"{line} {word}".strip()
            if self.width(tried, size, bold) <= free:
                line, words = tried, words[1:]
                continue
            pairs = html_pages.HYPHENS.iterate(word) if self.doc["hyphens"] and word.isalpha() else ()
            for start, rest in pairs:
                if self.width(f"{line} {start}-".strip(), size, bold) <= free:
                    line, words = f"{line} {start}-".strip(), [rest, *words[1:]]
                    break
            made.append(line)
            line = ""
        return made + [line]

    def text(self, text, size=9.5, bold=False, indent=0.0, first=0.0, hung=0, keep=1):
        lead = size * 1.28
        lines = self.lines(text, self.measure - indent, size, bold, first, hung)
        self.room(lead * min(len(lines), keep) + (28 if bold else 0))
        for i, line in enumerate(lines):
            self.room(lead)
            self.y -= lead
            start = indent + (first if i < hung else 0)
            free = self.measure - start - self.width(line, size, bold)
            spread = free / line.count(" ") if self.doc["justify"] and i < len(lines) - 1 and " " in line and not bold else 0.0
            self.draw(line, self.left() + start, self.y, size, bold, spread)

    def room(self, needed):
        if self.y - needed > self.floor():
            return
        self.column += 1
        self.y = self.top
        if self.column == self.count:
            self.turn()

    def turn(self):
        number = len(self.pages) + 1
        if self.doc["head"]:
            self.draw(self.doc["head"], EDGE, self.tall - 30, 8)
        if self.doc["folio"]:
            self.draw(str(number), self.wide / 2, 24, 8)
        at = EDGE + 13 * len(self.notes)
        for note in self.notes:
            self.draw(f"{note['mark']} {note['text']}", EDGE, at, 7.5)
            at -= 11
        # by turns: as a program draws that goes down the page line by line, across its columns
        if self.doc["columns"] > 1 and self.way == "words":
            self.drawn.sort(key=lambda one: (-one[0], one[1]))
        self.pages.append([made for _, _, made in self.drawn])
        self.drawn, self.notes, self.column, self.top = [], [], 0, self.tall - EDGE - (20 if self.doc["head"] else 0)
        self.y = self.top

    def block(self, item):
        if item["is"] == "heading":
            self.y -= 6
            said = (item["number"] + " " + item["title"]).strip()
            self.text(said, 12 if item["level"] == 1 else 10, True)
            self.links.append((len(self.pages) + 1, said))
            self.y -= 3
        elif item["is"] == "list":
            for i, one in enumerate(item["items"], 1):
                self.room(13)
                self.draw(f"{i}." if item["mark"] == "1" else item["mark"], self.left(), self.y - 9.5 * 1.28, 9.5)
                self.text(one, indent=14)
                self.y -= 2
        elif item["is"] == "table":
            self.table(item)
        else:
            self.paragraph(item)
        self.y -= 4

    def paragraph(self, item):
        text = " ".join(item["sentences"])
        if "note" in item:
            first = item["sentences"][0]
            self.notes.append(item["note"])
            self.text(first)
            self.draw(item["note"]["mark"], self.left() + self.width(self.lines(first, self.measure, 9.5)[-1], 9.5), self.y + 3, 6)
            text = " ".join(item["sentences"][1:])
        if item.get("initial"):
            self.draw(text[0], self.left(), self.y - 2 * 9.5 * 1.28, 32)
            self.text(text[1:], first=self.width(text[0], 32) + 3, hung=2)
        else:
            self.text(text)

    def table(self, item):
        rows, size, pad, lead = [item["header"], *item["rows"]], 9, 6, 11.5
        wide = [max(min(self.width(row[i], size, n == 0), 130) for n, row in enumerate(rows)) + 2 * pad + 1 for i in range(len(rows[0]))]
        x = [self.left()]
        for one in wide:
            x.append(x[-1] + one)
        self.y -= 4
        rule = lambda x1, y1, x2, y2, thick=0.6: self.drawn.append((y1, x1, f"{thick} setlinewidth {x1:.2f} {y1:.2f} {x2:.2f} {y2:.2f} R"))
        for number, row in enumerate(rows):
            cells = [self.lines(cell, one - 2 * pad, size, number == 0) for cell, one in zip(row, wide)]
            high = lead * max(len(cell) for cell in cells) + 4
            self.room(high)
            if item["rules"] == "grid":
                for left, right in zip(x, x[1:]):
                    for edges in ((left, self.y, right, self.y), (left, self.y - high, right, self.y - high), (left, self.y, left, self.y - high), (right, self.y, right, self.y - high)):
                        rule(*edges)
            elif item["rules"] == "rows" or item["rules"] == "head" and number in (0, len(rows) - 1):
                rule(x[0], self.y - high, x[-1], self.y - high)
            if item["rules"] == "none" and self.way == "letters" and number % 2:
                self.drawn.append((self.y, x[0], f"{x[0]:.2f} {self.y - high:.2f} {x[-1] - x[0]:.2f} {high:.2f} 0.9 B"))
            for cell, left in zip(cells, x):
                for i, line in enumerate(cell):
                    if line:
                        self.draw(line, left + pad, self.y - lead * (i + 1) + 1, size, number == 0)
            self.y -= high
        self.y -= 4

    def aside(self, sentences):
        """In a column of its own, beside all else."""
        wide = 110
        at = self.top - 40
        for sentence in sentences:
            for line in self.lines(sentence, wide - 12, 8):
                self.draw(line, self.wide - EDGE - wide + 8, at, 8)
                at -= 10
            at -= 3
        self.measure -= wide + 6


def written(doc, way):
    paper = Paper(doc, way)
    columns, paper.count, measure = paper.count, 1, paper.measure
    paper.measure = paper.wide - 2 * EDGE
    paper.text(doc["title"], 16, True)
    paper.measure, paper.count = measure, columns
    paper.y -= 8
    paper.top = paper.y
    if doc["aside"]:
        paper.aside(doc["aside"])
    for item in doc["blocks"]:
        paper.block(item)
    paper.turn()
    mark = lambda text: text.replace("(", "\\(").replace(")", "\\)")
    out = [PROLOGUE, f"<< /PageSize [{paper.wide} {paper.tall}] >> setpagedevice"]
    out += [f"/F{i} /{face} reencode" for i, face in enumerate(FACES[doc["font"]])]
    out.append(f"[ /Title ({mark(doc['title'])}) /Author ({doc['author']}) /DOCINFO pdfmark")
    out += [f"[ /Page {page} /View [/Fit] /Title ({mark(title)}) /OUT pdfmark" for page, title in paper.links]
    for page in paper.pages:
        out += [*page, "showpage"]
    return "\n".join(out) + "\n"


def postscript(docs, folder):
    for number, doc in enumerate(docs):
        subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite", "-dAutoRotatePages=/None",
                        f"-sOutputFile={folder / doc['name']}.pdf", "-"],
                       input=written(doc, WAYS[number % len(WAYS)]).encode("latin-1"), check=True)
