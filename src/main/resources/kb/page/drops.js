// Files that are dropped onto the page.

import { el } from './dom.js';
import * as session from './session.js';
import { add } from './uploads.js';

/** PDFs, and folders of them, may be dropped anywhere on the page. Whoever may not add any does not lose the page to a file. */
export function acceptDrops() {
  const veil = el('div', { id: 'veil', role: 'status', hidden: true }, el('p', {}, 'Drop PDFs to add them'));
  document.body.append(veil);
  const holdsFiles = event => event.dataTransfer?.types.includes('Files');
  addEventListener('dragover', event => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    veil.hidden = !session.mayWrite();
    if (veil.hidden) event.dataTransfer.dropEffect = 'none';
  });
  addEventListener('dragleave', event => { if (event.relatedTarget === null) veil.hidden = true; });
  addEventListener('drop', event => {
    veil.hidden = true;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (session.mayWrite()) take(event.dataTransfer);
  });
}

/** Of folders, what is called a PDF; the rest of them was hardly meant. */
async function take(dropped) {
  const files = [...dropped.files];
  const entries = [...dropped.items].filter(item => item.kind === 'file').map(item => item.webkitGetAsEntry?.());
  location.hash = '#/documents';
  for (const [i, file] of files.entries()) {
    if (entries[i]?.isDirectory) add((await inside(entries[i])).filter(one => /\.pdf$/i.test(one.name)));
    else add([file]);
  }
}

async function inside(entry) {
  if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
  const reader = entry.createReader();
  const all = [];
  const some = () => new Promise((done, failed) => reader.readEntries(done, failed));
  for (let few = await some(); few.length > 0; few = await some()) all.push(...few);
  return (await Promise.all(all.map(inside))).flat();
}
