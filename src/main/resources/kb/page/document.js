// One document: what it is, what was read of it, its versions, and what may be done with it.

import * as api from './api.js';
import { coverage } from './coverage.js';
import { ask, form, tell } from './dialog.js';
import { tagLink } from './documents.js';
import { button, el, failed, fill, notify } from './dom.js';
import * as session from './session.js';
import { add, begunAgain, forget, uploads } from './uploads.js';
import { openPdf } from './viewer.js';
import * as words from './words.js';

export function document(main, id) {
  const place = el('div', { class: 'document' }, el('p', { class: 'waiting' }, 'Opening the document…'));
  let gone = false;
  fill(main, place);
  const load = async () => {
    try {
      const found = await api.get(`/documents/${id}`);
      if (gone) return;
      draw(place, found, load);
      if (!['ready', 'failed'].includes(found.status)) setTimeout(() => gone || load(), 1500);
    } catch (trouble) {
      if (!gone) fill(place, el('h1', {}, 'Document'), trouble.status === 404
        ? el('p', { class: 'bad', role: 'alert' }, 'This document is not there. It may have been deleted.') : failed(trouble, load));
    }
  };
  load();
  return { leave() { gone = true; } };
}

function draw(place, found, load) {
  const versions = el('div');
  const read = el('div');
  fill(place,
    el('h1', {}, found.title ?? found.filename),
    el('p', { class: 'facts' }, [found.title === null ? null : found.filename, ...found.aliases.map(name => `also ${name}`), words.bytes(found.size_bytes),
      `added ${words.day(found.upload_date)} by ${found.uploaded_by}`, found.author ? `written by ${found.author}` : null].filter(Boolean).join(' · ')),
    found.status === 'ready' ? null : standing(found),
    found.current || found.status !== 'ready' ? null : el('p', { class: 'note' }, 'A newer version has taken its place. It is not searched any more.'),
    el('p', { class: 'tags' }, found.tags.map(tagLink)),
    el('div', { class: 'doc-actions' }, actions(found, load)),
    found.warnings.length > 0 ? el('section', { class: 'note' }, el('h2', {}, 'Not everything could be read'),
      el('ul', {}, found.warnings.map(text => el('li', {}, words.warning(text))))) : null,
    read, versions);
  if (found.status === 'ready') coverage(read, found);
  showVersions(versions, found);
}

function standing(found) {
  if (found.status === 'failed') return el('p', { class: 'bad', role: 'alert' }, words.failure(found.error));
  return el('div', { class: 'standing' }, el('p', { role: 'status' }, words.status(found)),
    el('progress', { max: 1, value: words.share(found), 'aria-label': 'Progress' }));
}

function actions(found, load) {
  const all = [];
  if (found.status === 'ready' && found.current) all.push(el('a', { class: 'button primary', href: `#/ask?document=${found.document_id}` }, 'Ask about it'));
  if (found.status !== 'uploading') all.push(button('Open the PDF', () => openPdf(found.document_id)));
  if (session.mayWrite()) {
    all.push(button('Title and tags', () => describe(found, load)));
    if (found.status === 'failed') all.push(button('Try again', event => {
      event.currentTarget.disabled = true;
      act(async () => begunAgain(await api.change('POST', `/documents/${found.document_id}/retry`)), load);
    }, { class: 'primary' }));
    else if (found.current) all.push(replacement(found));
  }
  if (session.mayAdminister()) all.push(button('Delete…', () => erase(found), { class: 'danger' }));
  return all;
}

async function act(action, then) {
  try {
    await action();
  } catch (trouble) {
    notify(trouble.message);
  }
  await then();
}

async function describe(found, load) {
  const title = el('input', { value: found.title ?? '', maxlength: 200 });
  const tags = el('input', { value: found.tags.join(', '), placeholder: 'tax, 2026' });
  if (await form('Title and tags', [['Title', title], ['Tags, with commas between', tags]], { confirm: 'Save' }) !== 'confirm') return;
  const list = tags.value.split(',').map(tag => tag.trim()).filter(Boolean);
  await act(() => api.change('PATCH', `/documents/${found.document_id}`, { title: title.value.trim() || null, tags: list }), load);
}

/** Another PDF in its place, under the same name. */
function replacement(found) {
  const input = el('input', { type: 'file', accept: 'application/pdf,.pdf', id: 'replacement', class: 'visually-hidden' });
  input.addEventListener('change', async () => {
    const [file] = input.files;
    input.value = '';
    if (!file) return;
    const sure = await ask(`Replace version ${found.version}?`,
      [`“${file.name}” becomes version ${found.version + 1} of ${found.filename} as soon as it has been read. Until then the version before stays.`], 'Replace');
    if (!sure) return;
    add([new File([file], found.filename, { type: file.type })], true);
    location.hash = '#/documents';
  });
  return [input, el('label', { class: 'button', for: 'replacement' }, 'Replace…')];
}

async function erase(found) {
  const sure = await ask('Delete this document for good?', [
    `${found.filename}, version ${found.version}: its PDF, its text and its place in the index go, and so do its quotes in stored answers.`,
    'No older version comes back.'], 'Delete', 'danger');
  if (!sure) return;
  await act(async () => {
    const receipt = await api.change('DELETE', `/documents/${found.document_id}`);
    for (const one of uploads.filter(upload => upload.document?.document_id === found.document_id)) forget(one);
    location.hash = '#/documents';
    await tell(receipt.status === 'erased' ? 'Deleted' : 'Being deleted', shown(receipt));
  }, () => {});
}

function shown(receipt) {
  const rows = [['vectors', 'Places in the index'], ['objects', 'Files'], ['records', 'Records'], ['quotes', 'Quotes in answers']];
  return [
    el('table', { class: 'receipt' },
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'What'), el('th', { scope: 'col' }, 'Erased'), el('th', { scope: 'col' }, 'Left'))),
      el('tbody', {}, rows.map(([key, text]) => el('tr', {}, el('th', { scope: 'row' }, text),
        el('td', {}, receipt.erased[key] ?? '–'), el('td', {}, receipt.left[key] ?? '–'))))),
    el('p', {}, receipt.status === 'erased' ? 'Nothing is left.' : 'It is out of sight. The rest goes by itself as soon as every part answers.'),
    receipt.backups_until ? el('p', {}, `Backups that are made by themselves reach back until ${words.day(receipt.backups_until)}.`) : null,
  ];
}

async function showVersions(place, found) {
  const { items } = await api.get(`/documents/${found.document_id}/versions?limit=50`).catch(() => ({ items: [] }));
  if (items.length < 2) return;
  fill(place, el('section', {}, el('h2', {}, 'Versions'), el('ol', { class: 'versions' }, items.map(one => el('li', { value: one.version },
    one.document_id === found.document_id ? el('strong', {}, `Version ${one.version}`) : el('a', { href: `#/document/${one.document_id}` }, `Version ${one.version}`),
    el('span', { class: 'facts' }, `${words.day(one.upload_date)} · ${one.uploaded_by} · ${one.current ? 'searched' : words.status(one).toLowerCase()}`))))));
}
