// The side bar: where to go, the conversations, and who is signed in.

import * as api from './api.js';
import { button, el, fill, notify } from './dom.js';
import { ask as askPerson, form } from './dialog.js';
import * as session from './session.js';

const root = document.getElementById('side');
let list = null;
let current = { name: '', id: null };
let chats = [];

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
  fill(root,
    el('nav', { 'aria-label': 'Main' }, brand(), el('ul', { class: 'places' }, places().map(([name, text]) =>
      el('li', {}, el('a', { href: `#/${name}`, 'data-place': name }, text))))),
    el('section', { class: 'conversations', 'aria-label': 'Conversations' },
      el('h2', {}, 'Conversations'), list),
    el('footer', { class: 'person' },
      el('div', {}, el('strong', {}, me.name), el('span', {}, `${me.role} of ${me.tenant}`)),
      el('div', { class: 'person-links' },
        el('a', { href: '/docs' }, 'API'),
        button('Sign out', () => session.end(''), { class: 'quiet' }))));
  refresh();
}

async function refresh() {
  try {
    chats = (await api.get('/chats?limit=50')).items;
    draw();
  } catch {
    // the strip at the top says it when nothing answers
  }
}

function draw() {
  if (list === null) return;
  if (chats.length === 0) {
    fill(list, el('li', { class: 'empty' }, 'What you ask is kept here.'));
    return;
  }
  fill(list, chats.map(chat => el('li', {},
    el('a', { href: `#/ask/${chat.chat_id}`, 'aria-current': chat.chat_id === current.id ? 'page' : null }, title(chat)),
    button('⋯', () => manage(chat), { class: 'quiet more', 'aria-label': `Rename, export or delete “${title(chat)}”` }))));
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
  draw();
}

function clear() {
  list = null;
  chats = [];
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

export const side = { build, show, clear, refresh };
