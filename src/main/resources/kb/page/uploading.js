// How far the files are that were given to this page.

import { button, el, fill } from './dom.js';
import { forget, uploads, whenChanged } from './uploads.js';
import * as words from './words.js';

/** @param listed hears when a document has come to the server, or has been read there */
export function uploading(listed) {
  const node = el('section', { class: 'uploads', 'aria-label': 'Being added' });
  const rows = new Map();
  const stages = new Map(uploads.map(upload => [upload, upload.stage]));
  const draw = () => {
    for (const [upload, row] of rows) if (!uploads.includes(upload)) {
      row.node.remove();
      rows.delete(upload);
    }
    for (const upload of [...uploads].reverse()) {
      if (!rows.has(upload)) {
        rows.set(upload, new Row(upload));
        node.prepend(rows.get(upload).node);
      }
      rows.get(upload).draw();
      const before = stages.get(upload);
      stages.set(upload, upload.stage);
      if (upload.stage !== before && ['working', 'ready', 'failed', 'known'].includes(upload.stage)) listed();
    }
    node.hidden = rows.size === 0;
  };
  draw();
  return { node, stop: whenChanged(draw) };
}

class Row {
  constructor(upload) {
    this.upload = upload;
    this.text = el('p', { role: 'status' });
    this.bar = el('progress', { max: 1, 'aria-label': `Progress of ${upload.name}` });
    this.more = el('div', { class: 'row-actions' });
    this.name = el('strong');
    this.node = el('div', { class: 'upload' }, el('div', { class: 'upload-head' }, this.name, this.text), this.bar, this.more);
    this.said = '';
    this.stage = '';
  }

  draw() {
    const upload = this.upload;
    this.node.dataset.stage = upload.stage;
    fill(this.name, upload.name);
    const text = said(upload);
    if (text !== this.said) fill(this.text, text);
    this.said = text;
    this.bar.hidden = !['checking', 'sending', 'working', 'waiting'].includes(upload.stage);
    this.bar.value = share(upload);
    if (this.stage !== upload.stage) fill(this.more, actions(upload));
    this.stage = upload.stage;
  }
}

/** Sending is the first third. */
function share(upload) {
  if (upload.stage === 'sending') return upload.file.size > 0 ? upload.sent / upload.file.size / 3 : 0;
  if (upload.stage === 'working') return 1 / 3 + words.share(upload.document) * 2 / 3;
  return 0;
}

function said(upload) {
  switch (upload.stage) {
    case 'waiting': return 'Waiting';
    case 'checking': return 'Computing its checksum';
    case 'sending': return upload.trouble
      ? `${upload.trouble.title}. Trying again…`
      : `Sent ${words.bytes(upload.sent)} of ${words.bytes(upload.file.size)}`;
    case 'working': return words.status(upload.document);
    case 'ready': return `Ready: ${words.counted(upload.document.pages, 'page')}, ${words.counted(upload.document.chunks, 'piece')}`;
    case 'known': return upload.document.filename === upload.name
      ? 'Is here already, nothing has changed'
      : `Is here already as ${upload.document.filename}; it goes by both names now`;
    case 'asking': return 'A document of this name is here already, with other content. What is this one?';
    default: return upload.trouble ? upload.trouble.message : words.failure(upload.document.error);
  }
}

function actions(upload) {
  const open = upload.document ? el('a', { class: 'button', href: `#/document/${upload.document.document_id}` }, 'Open') : null;
  const dismiss = button('Dismiss', () => forget(upload), { class: 'quiet' });
  switch (upload.stage) {
    case 'asking': return [
      button('Its next version', () => upload.begin({ replace: true }), { class: 'primary' }),
      button('Another document', () => upload.begin({ name: renamed(upload.name) })),
      button('Leave it out', () => forget(upload), { class: 'quiet' })];
    case 'ready': return [warnings(upload.document), open, dismiss];
    case 'known': return [open, dismiss];
    case 'failed': return [mayPass(upload.trouble) ? button('Try again', () => upload.begin(), { class: 'primary' }) : null, open, dismiss];
    default: return [];
  }
}

/** What was refused for what it is would be refused again. */
function mayPass(trouble) {
  return ![400, 409, 413, 415, 422].includes(trouble?.status);
}

function warnings(document) {
  return document.warnings.length === 0 ? null
    : el('ul', { class: 'warnings' }, document.warnings.map(text => el('li', {}, words.warning(text))));
}

/** `report.pdf` becomes `report (2).pdf`, and that `report (3).pdf`. */
function renamed(name) {
  const [, stem, number, ending] = /^(.*?)(?: \((\d+)\))?(\.[^.]*)?$/s.exec(name);
  return `${stem} (${Number(number ?? 1) + 1})${ending ?? ''}`;
}
