"""Makes the PDFs of this folder and, beside each, the truth about it.

    apt install libreoffice-writer-nogui chromium groff ghostscript qpdf poppler-utils mupdf-tools
    pip install weasyprint
    python generate.py [producer ...]
"""
import json, subprocess, sys
from pathlib import Path

import content, html_pages, office, postscript, troff, truth

HERE = Path(__file__).parent
PRODUCERS = {"weasyprint": html_pages.weasyprint, "chromium": html_pages.chromium, "office": office.office,
             "groff": troff.groff, "postscript": postscript.postscript}

for producer in sys.argv[1:] or PRODUCERS:
    for old in HERE.glob(f"{producer}-*"):
        old.unlink()
    docs = list(content.documents(producer))
    PRODUCERS[producer](docs, HERE)
    for doc in docs:
        pdf = HERE / f"{doc['name']}.pdf"
        if doc["rotate"]:
            subprocess.run(["qpdf", "--replace-input", f"--rotate=+{doc['rotate']}", pdf], check=True)
        (HERE / f"{doc['name']}.json").write_text(truth.written(doc, pdf), encoding="utf-8")
    print(producer, len(docs), sum(file.stat().st_size for file in HERE.glob(f"{producer}-*")) // 1000, "kB")
