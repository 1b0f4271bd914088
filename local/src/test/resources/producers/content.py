"""What is laid out: a seeded description of each document, which says nothing of how a producer draws it."""
import random

NOUNS = """keeper office harbour firefly lighthouse ledger floor waffle storm fisherman affair correspondence merchant profit
lantern archive fiction ceiling administration signal flagship compass chandler volunteer raffle photograph conference
library cargo flood figure railway telegraph garden coffee traffic municipality warehouse ferry""".split()
ADJECTIVES = """official narrow efficient quiet final flat difficult northern shuffled magnificent temporary ordinary
sufficient afflicted permanent brief wooden unofficial respectable international floating baffled""".split()
VERBS = """reflected satisfied confirmed stifled offered followed repaired inflated surrounded ruffled described identified
influenced administered entered photographed refitted classified""".split()
PLACES = """in the evening, behind the harbour wall, with some difficulty, for the first time, without further notice,
in the flooded cellar, before the conference, at the official office, for a sufficient fee, near the fish market,
under the administration of the town, in the third winter""".replace("\n", " ").split(", ")


class Content:
    """One document's worth of words. No sentence is made twice."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.made = set()

    def once(self, make):
        while (made := make()) in self.made:
            pass
        self.made.add(made)
        return made

    def thing(self):
        return f"the {self.rng.choice(ADJECTIVES)} {self.rng.choice(NOUNS)}"

    def sentence(self):
        def make():
            said = f"{self.thing()} {self.rng.choice(VERBS)} {self.thing()}"
            if self.rng.random() < 0.6:
                said += f" of the {self.rng.choice(NOUNS)}"
            if self.rng.random() < 0.7:
                said += " " + self.rng.choice(PLACES)
            return said[0].upper() + said[1:] + "."
        return self.once(make)

    def heading(self):
        def make():
            first, second = self.rng.sample(NOUNS, 2)
            return f"{self.rng.choice(ADJECTIVES)} {first} and {second}".capitalize()
        return self.once(make)

    def paragraph(self, least=2, most=4, **more):
        return {"is": "paragraph", "sentences": [self.sentence() for _ in range(self.rng.randint(least, most))], **more}

    def sections(self, count, numbered, deep=False, paragraphs=2):
        dot = self.rng.choice(["", "."]) if numbered else ""
        blocks = []
        for i in range(1, count + 1):
            blocks.append({"is": "heading", "level": 1, "number": f"{i}{dot}" if numbered else "", "title": self.heading()})
            blocks += [self.paragraph() for _ in range(paragraphs)]
            for j in range(1, (3 if deep and i < count else 1)):
                blocks.append({"is": "heading", "level": 2, "number": f"{i}.{j}" if numbered else "", "title": self.heading()})
                blocks.append(self.paragraph())
        return blocks

    def listing(self, mark, count=5):
        items = [self.sentence() if self.rng.random() < 0.6 else self.sentence() + " " + self.sentence() for _ in range(count)]
        return {"is": "list", "mark": mark, "items": items}

    def table(self, rules, wrapped=False, gaps=False, rows=6):
        """@param rules grid, rows (lines between rows alone), head (above and below the header and at the end) or none"""
        rng = self.rng
        columns = [("Room", lambda: self.once(lambda: f"{rng.choice(ADJECTIVES)} {rng.choice(NOUNS)}".capitalize()))]
        columns += rng.sample([
            ("Seats", lambda: str(rng.randint(2, 90))),
            ("Fee", lambda: f"{rng.randint(1, 30)}.50"),
            ("Share", lambda: f"{rng.randint(1, 99)}%"),
            ("Keeper", lambda: rng.choice(NOUNS).capitalize()),
            ("Opened", lambda: f"{rng.randint(1, 28)} May {rng.randint(1850, 1990)}")], 2 if wrapped else rng.randint(2, 3))
        if wrapped:
            columns.append(("Remarks", lambda: self.sentence()))
        made = [[cell() for _, cell in columns] for _ in range(rows)]
        if gaps:
            for row in rng.sample(made, 2):
                row[rng.randint(1, len(row) - 1)] = ""
        return {"is": "table", "rules": rules, "wrapped": wrapped, "header": [name for name, _ in columns], "rows": made}


def noted(blocks, content, count=2):
    """Footnotes, each called for at the end of a paragraph's first sentence."""
    paragraphs = [block for block in blocks if block["is"] == "paragraph"]
    for number, paragraph in enumerate(paragraphs[:count], 1):
        paragraph["note"] = {"mark": str(number), "text": content.sentence()}
    return blocks


def kinds(producer):
    """Each with how the page is set and what stands on it."""
    def plain(c, i): return {"blocks": c.sections(3, i % 2 == 0)}
    def deep(c, i): return {"blocks": c.sections(3, i % 2 == 0, deep=True, paragraphs=1)}
    def two(c, i): return {"columns": 2, "justify": i != 1, "blocks": c.sections(4, i % 2 == 0)}
    def three(c, i): return {"columns": 3, "size": "a4", "justify": i != 1, "blocks": c.sections(4, i % 2 == 0)}
    def bullets(c, i): return {"blocks": c.sections(1, True) + [c.listing("•–•"[i])] + c.sections(1, False)[1:]}
    def numbers(c, i): return {"blocks": c.sections(1, i % 2 == 1) + [c.listing("1"), c.paragraph()]}
    def columned(c, i): return {"columns": 2, "blocks": c.sections(2, False) + [c.listing("•1"[i % 2])] + [c.paragraph()]}
    def ruled(c, i): return {"blocks": c.sections(1, True) + [c.table("grid", i > 1, i % 2 == 1), c.paragraph()]}
    def unruled(c, i):
        return {"blocks": c.sections(1, False) + [c.table(("none", "head", "rows", "none")[i], i == 2, i % 2 == 1), c.paragraph()]}
    def notes(c, i): return {"blocks": noted(c.sections(2, True), c), "columns": 1 + i % 2}
    def running(c, i): return {"head": "Annals of the harbour office", "folio": True, "blocks": c.sections(6, i % 2 == 0)}
    def turned(c, i): return {"rotate": (90, 270, 180)[i], "columns": (1, 2, 1)[i], "blocks": c.sections(3, True)}
    def hyphens(c, i): return {"columns": 2 + i, "justify": True, "hyphens": True, "blocks": [c.paragraph(4, 5) for _ in range(4)]}
    def aside(c, i): return {"aside": [c.sentence() for _ in range(4)], "blocks": c.sections(2, i % 2 == 0)}
    def initial(c, i): return {"columns": 1 + i % 2, "blocks": [c.paragraph(4, 5, initial=True), c.paragraph()] + c.sections(2, False)}
    return [(kind, count) for kind, count in (
        (plain, 2), (deep, 2), (two, 3), (three, 2), (bullets, 2), (numbers, 2), (columned, 2), (ruled, 4), (unruled, 4),
        (notes, 2), (running, 2), (turned, 3), (hyphens, 2), (aside, 2), (initial, 2))]


def documents(producer):
    for kind, count in kinds(producer):
        for i in range(count):
            name = f"{producer}-{kind.__name__}-{i + 1}"
            content = Content(name)
            document = {"name": name, "title": content.heading().replace(" and ", " or "), "author": "Ada Merrow",
                        "size": "a5", "columns": 1, "justify": False, "hyphens": False, "head": "", "folio": False,
                        "rotate": 0, "aside": [], "font": content.rng.choice(["serif", "sans"])}
            yield {**document, **kind(content, i)}
