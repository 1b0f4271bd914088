// All documents, and where new ones come in.

import * as api from './api.js';
import { button, el, failed, fill } from './dom.js';
import { address } from './scope.js';
import * as session from './session.js';
import { uploading } from './uploading.js';
import { add } from './uploads.js';
import * as words from './words.js';

const UNFINISHED = ['uploading', 'queued', 'parsing', 'embedding'];
/** Of those on their way so many at a time, the oldest: they are read first. */
const MOST_RENEWED = 5;
const PAGE = 30;
const MOST = 100;
const STATUSES = [['', 'All'], ['ready', 'Ready'], ['parsing', 'Being read'], ['queued', 'Waiting'], ['failed', 'Could not be read']];

export function documents(main, _, query) {
  const list = el('ul', { class: 'documents' });
  const more = el('div', { class: 'more-row' });
  const filename = el('input', { type: 'search', placeholder: 'Part of a name', 'aria-label': 'Show names with', value: query.get('filename') ?? '' });
  const status = el('select', { 'aria-label': 'Show' }, STATUSES.map(([value, text]) => el('option', { value, selected: value === query.get('status') }, text)));
  const tag = query.get('tag');
  let turn = 0;
  let next = null;

  /** What is on its way is looked at again until it is there. */
  const watch = () => {
    clearTimeout(next);
    if ([...list.children].some(one => UNFINISHED.includes(one.dataset.status))) next = setTimeout(renew, 4000);
  };
  const renew = async () => {
    const mine = turn;
    const rows = [...list.children].filter(one => UNFINISHED.includes(one.dataset.status)).slice(-MOST_RENEWED);
    await Promise.all(rows.map(async old => {
      const found = await api.get(`/documents/${old.dataset.id}`).catch(() => null);
      if (found && mine === turn && !old.contains(window.document.activeElement)) old.replaceWith(row(found));
    }));
    if (mine === turn) watch();
  };

  /** @param cursor where the list goes on @param rows how many it had before, when it is only to be renewed */
  const load = async (cursor, rows = PAGE) => {
    turn += 1;
    const mine = turn;
    if (list.childElementCount === 0) fill(list, el('li', { class: 'waiting' }, 'Looking…'));
    const wanted = new URLSearchParams({ limit: String(Math.min(MOST, Math.max(PAGE, rows))) });
    for (const [name, value] of Object.entries({ filename: filename.value.trim(), status: status.value, tag, cursor })) if (value) wanted.set(name, value);
    try {
      const page = await api.get(`/documents?${wanted}`);
      if (mine !== turn) return;
      const held = list.contains(window.document.activeElement) ? window.document.activeElement.closest('li').dataset.id : null;
      if (!cursor) fill(list, page.items.length === 0 ? el('li', { class: 'empty' }, empty(wanted)) : null);
      const added = page.items.map(row);
      list.append(...added);
      if (cursor) added[0]?.querySelector('a').focus({ preventScroll: true });
      if (held) list.querySelector(`[data-id="${held}"] a`)?.focus({ preventScroll: true });
      watch();
      fill(more, page.next_cursor ? button('Show more', () => load(page.next_cursor)) : null);
    } catch (trouble) {
      const place = failed(trouble, () => load(cursor));
      if (mine === turn) fill(cursor ? more : list, cursor ? place : el('li', {}, place));
    }
  };

  let soon = null;
  const given = uploading(() => {
    clearTimeout(soon);
    soon = setTimeout(() => load(undefined, list.childElementCount), 100);
  });
  let typing = null;
  filename.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => load(), 250);
  });
  status.addEventListener('change', () => load());
  fill(main, el('h1', {}, 'Documents'),
    session.mayWrite() ? dropPlace() : null,
    given.node,
    el('form', { class: 'narrow', role: 'search', on: { submit: event => event.preventDefault() } }, filename, status,
      tag ? el('div', { class: 'tags with-tag' },
        el('a', { class: 'tag', href: '#/documents', title: 'Show all tags again' }, `${tag} ×`),
        el('a', { href: address('ask', [['tag', tag]]) }, 'Ask about these')) : null),
    list, more);
  load();
  return {
    leave() {
      turn += 1;
      clearTimeout(next);
      clearTimeout(soon);
      given.stop();
    },
  };
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
  return el('li', { 'data-status': document.status, 'data-id': document.document_id },
    el('a', { href: `#/document/${document.document_id}` }, title),
    title === document.filename ? null : el('span', { class: 'filename' }, document.filename),
    el('span', { class: 'facts' }, facts.filter(Boolean).join(' · ')),
    document.warnings.length > 0 ? el('span', { class: 'flag' }, 'Not everything could be read') : null,
    document.tags.length > 0 ? el('span', { class: 'tags' }, document.tags.map(tagLink)) : null);
}

export function tagLink(tag) {
  return el('a', { class: 'tag', href: `#/documents?tag=${encodeURIComponent(tag)}` }, tag);
}
