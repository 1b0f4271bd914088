// All documents, and where new ones come in.

import * as api from './api.js';
import { button, el, fill } from './dom.js';
import * as session from './session.js';
import { uploading } from './uploading.js';
import { add } from './uploads.js';
import * as words from './words.js';

const STATUSES = [['', 'All'], ['ready', 'Ready'], ['parsing', 'Being read'], ['queued', 'Waiting'], ['failed', 'Could not be read']];

export function documents(main, _, query) {
  const list = el('ul', { class: 'documents' });
  const more = el('p', { class: 'more-row' });
  const filename = el('input', { type: 'search', placeholder: 'Part of a name', 'aria-label': 'Show names with', value: query.get('filename') ?? '' });
  const status = el('select', { 'aria-label': 'Show' }, STATUSES.map(([value, text]) => el('option', { value, selected: value === query.get('status') }, text)));
  const tag = query.get('tag');
  let turn = 0;

  const load = async cursor => {
    turn += 1;
    const mine = turn;
    if (list.childElementCount === 0) fill(list, el('li', { class: 'waiting' }, 'Looking…'));
    const wanted = new URLSearchParams({ limit: '30' });
    for (const [name, value] of Object.entries({ filename: filename.value.trim(), status: status.value, tag, cursor })) if (value) wanted.set(name, value);
    try {
      const page = await api.get(`/documents?${wanted}`);
      if (mine !== turn) return;
      if (!cursor) fill(list, page.items.length === 0 ? el('li', { class: 'empty' }, empty(wanted)) : null);
      list.append(...page.items.map(row));
      fill(more, page.next_cursor ? button('Show more', () => load(page.next_cursor)) : null);
    } catch (trouble) {
      if (mine === turn) fill(list, el('li', { class: 'bad', role: 'alert' }, trouble.message));
    }
  };

  const given = uploading(() => load());
  let typing = null;
  filename.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(load, 250);
  });
  status.addEventListener('change', () => load());
  fill(main, el('h1', {}, 'Documents'),
    session.mayWrite() ? dropPlace() : null,
    given.node,
    el('form', { class: 'narrow', role: 'search', on: { submit: event => event.preventDefault() } }, filename, status,
      tag ? el('a', { class: 'tag', href: '#/documents', title: 'Show all tags again' }, `${tag} ×`) : null),
    list, more);
  load();
  return { leave: given.stop };
}

function empty(wanted) {
  return [...wanted.keys()].length > 1 ? 'Nothing fits.' : 'There are no documents yet.';
}

function dropPlace() {
  const input = el('input', { type: 'file', accept: 'application/pdf,.pdf', multiple: true, id: 'files', class: 'visually-hidden' });
  input.addEventListener('change', () => {
    add(input.files);
    input.value = '';
  });
  return el('div', { class: 'drop' }, input, el('label', { for: 'files' },
    el('strong', {}, 'Add PDFs'), el('span', {}, 'Drop them here, or choose them.')));
}

function row(document) {
  const title = document.title ?? document.filename;
  const facts = document.status === 'ready'
    ? [words.counted(document.pages, 'page'), document.version > 1 ? `version ${document.version}` : null, words.day(document.upload_date), document.uploaded_by]
    : [words.status(document), words.day(document.upload_date)];
  return el('li', { 'data-status': document.status },
    el('a', { href: `#/document/${document.document_id}` }, title),
    title === document.filename ? null : el('span', { class: 'filename' }, document.filename),
    el('span', { class: 'facts' }, facts.filter(Boolean).join(' · ')),
    document.warnings.length > 0 ? el('span', { class: 'flag' }, 'Not everything could be read') : null,
    document.tags.length > 0 ? el('span', { class: 'tags' }, document.tags.map(tagLink)) : null);
}

export function tagLink(tag) {
  return el('a', { class: 'tag', href: `#/documents?tag=${encodeURIComponent(tag)}` }, tag);
}
