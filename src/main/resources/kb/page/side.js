// The side bar: where to go, the conversations, and who is signed in.

import * as api from './api.js';
import { button, el, fill, notify } from './dom.js';
import { ask as askPerson, form } from './dialog.js';
import * as session from './session.js';

const root = document.getElementById('side');
let list = null;
let all = null;
let current = { name: '', id: null };
let chats = [];
/** How many conversations are listed at most, and by how many more on demand. */
const STEP = 50;
let most = STEP;
let older = false;

function places() {
  const all = [['ask', 'Ask'], ['documents', 'Documents'], ['search', 'Search'], ['usage', 'Usage']];
  if (session.mayAdminister()) all.push(['admin', 'Administration']);
  return all;
}

function brand() {
  return el('a', { class: 'brand', href: '#/ask' }, 'Knowledge Base');
}

function build() {
  const me = session.person();
  list = el('ul', { class: 'chats' });
  all = button('Delete all…', removeAll, { class: 'quiet', hidden: true, 'aria-label': 'Delete all conversations…' });
  fill(root,
    el('nav', { 'aria-label': 'Main' }, brand(), el('ul', { class: 'places' }, places().map(([name, text]) =>
      el('li', {}, el('a', { href: `#/${name}`, 'data-place': name }, text))))),
    el('section', { class: 'conversations', 'aria-label': 'Conversations' },
      el('div', { class: 'list-head' }, el('h2', {}, 'Conversations'), all), list),
    el('footer', { class: 'person' },
      el('div', {}, el('strong', {}, me.name), el('span', {}, `${me.role} of ${me.tenant}`)),
      el('div', { class: 'person-links' },
        el('a', { href: '/docs' }, 'API'),
        button('Sign out', () => session.end(''), { class: 'quiet' }))));
  refresh();
}

async function refresh() {
  try {
    const found = [];
    let cursor = '';
    do {
      const page = await api.get(`/chats?limit=${STEP}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      found.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor !== null && found.length < most);
    older = cursor !== null;
    chats = found;
    draw();
  } catch {
    // the strip at the top says it when nothing answers
  }
}

function draw() {
  if (list === null) return;
  all.hidden = chats.length === 0;
  if (chats.length === 0) {
    fill(list, el('li', { class: 'empty' }, 'What you ask is kept here.'));
    return;
  }
  const held = list.contains(document.activeElement) ? document.activeElement.dataset.held : null;
  fill(list, chats.map(row), older ? el('li', {}, button('Older ones', showOlder, { class: 'quiet' })) : null);
  if (held) list.querySelector(`[data-held="${held}"]`)?.focus({ preventScroll: true });
}

/** Whoever is at a row with the keyboard stays there when the list is drawn again. */
function row(chat) {
  return el('li', {},
    el('a', { href: `#/ask/${chat.chat_id}`, title: title(chat), 'data-chat': chat.chat_id, 'data-held': `chat-${chat.chat_id}`, 'aria-current': chat.chat_id === current.id ? 'page' : null }, title(chat)),
    button('⋯', () => manage(chat), { class: 'quiet more', 'data-held': `more-${chat.chat_id}`, 'aria-label': `Rename, export or delete “${title(chat)}”` }));
}

async function showOlder() {
  const before = chats.length;
  most += STEP;
  await refresh();
  list?.querySelectorAll('a')[before]?.focus();
}

export function title(chat) {
  return chat.title ?? 'New conversation';
}

function show(name, id) {
  current = { name, id: name === 'ask' ? id : null };
  const place = name === 'document' ? 'documents' : name;
  for (const link of root.querySelectorAll('[data-place]')) {
    const here = link.dataset.place === place && current.id === null;
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  for (const link of root.querySelectorAll('[data-chat]')) {
    if (link.dataset.chat === current.id) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function clear() {
  list = null;
  chats = [];
  most = STEP;
  fill(root, el('nav', { 'aria-label': 'Main' }, brand()));
}

async function manage(chat) {
  const name = el('input', { value: title(chat), maxlength: 200, required: true });
  const done = await form('Conversation', [['Title', name]], {
    confirm: 'Save the title',
    others: [['Export as Markdown', 'markdown'], ['Export as JSON', 'json'], ['Delete…', 'delete', 'danger']],
  });
  if (done === 'confirm') await rename(chat, name.value.trim());
  if (done === 'markdown' || done === 'json') await exported(chat, done);
  if (done === 'delete') await remove(chat);
}

async function rename(chat, text) {
  try {
    await api.change('PATCH', `/chats/${chat.chat_id}`, { title: text });
    await refresh();
    document.dispatchEvent(new CustomEvent('chat-renamed', { detail: { id: chat.chat_id, title: text } }));
  } catch (trouble) {
    notify(trouble.message);
  }
}

async function exported(chat, format) {
  try {
    const response = await api.send('GET', `/chats/${chat.chat_id}/export?format=${format}`, { accept: '*/*' });
    const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
    const address = URL.createObjectURL(await response.blob());
    el('a', { href: address, download: named ? named[1] : 'chat.md' }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  } catch (trouble) {
    notify(trouble.message);
  }
}

async function remove(chat) {
  const sure = await askPerson('Delete this conversation?', [`“${title(chat)}” and its answers will be gone for good. Documents stay.`], 'Delete', 'danger');
  if (!sure) return;
  try {
    await api.change('DELETE', `/chats/${chat.chat_id}`);
    notify('The conversation is deleted.');
    if (current.id === chat.chat_id) location.hash = '#/ask';
    await refresh();
  } catch (trouble) {
    notify(trouble.message);
  }
}

async function removeAll() {
  const sure = await askPerson('Delete all conversations?', ['Every conversation of yours will be gone for good, with its questions and answers. Documents stay.'], 'Delete all', 'danger');
  if (!sure) return;
  try {
    const { deleted } = await api.change('DELETE', '/chats');
    notify(deleted === 1 ? 'One conversation is deleted.' : `${deleted} conversations are deleted.`);
    most = STEP;
    if (location.hash.startsWith('#/ask/')) location.hash = '#/ask';
    await refresh();
  } catch (trouble) {
    notify(trouble.message);
  }
}

export const side = { build, show, clear, refresh };
