// A conversation: questions, answers, and where one asks.

import * as api from './api.js';
import { answer, growing, nearest } from './answer.js';
import { button, el, fill, unique } from './dom.js';
import * as session from './session.js';
import { side, title } from './side.js';
import { welcome } from './welcome.js';

const DRAFT = 'kb.draft';

export function ask(main, id, query) {
  return new Conversation(main, id, query.get('document')).begin();
}

/** Names a question, so that it is answered once however often it is sent. */
function key() {
  return crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16)).join('');
}

class Conversation {
  constructor(main, id, document) {
    this.id = id;
    this.document = document;
    this.heading = el('h1', { class: 'chat-title' }, id ? 'Conversation' : 'Ask your documents');
    this.thread = el('div', { class: 'thread' });
    this.scope = el('div', { class: 'scope' });
    this.input = el('textarea', {
      id: unique('question'), rows: 1, maxlength: 10_000, placeholder: 'Ask a question', 'aria-label': 'Your question', value: sessionStorage.getItem(DRAFT) ?? '',
      on: { input: () => this.typed(), keydown: event => this.pressed(event) },
    });
    this.submit = el('button', { type: 'submit', class: 'primary' }, 'Ask');
    fill(main, this.heading, this.thread, el('form', { class: 'composer', on: { submit: event => this.send(event) } },
      this.scope, el('div', { class: 'line' }, this.input, this.submit)));
    this.renamed = event => event.detail.id === this.id && fill(this.heading, event.detail.title);
  }

  begin() {
    document.addEventListener('chat-renamed', this.renamed);
    this.typed();
    if (this.id) this.load();
    else welcome(this.thread);
    if (this.document) this.showScope();
    if (matchMedia('(min-width: 60rem)').matches) this.input.focus({ preventScroll: true });
    return this;
  }

  leave() {
    document.removeEventListener('chat-renamed', this.renamed);
    this.gone = true;
    this.abort?.abort();
  }

  async load() {
    fill(this.thread, el('p', { class: 'waiting' }, 'Opening the conversation…'));
    try {
      const [chat, messages] = await Promise.all([api.get(`/chats/${this.id}`), api.all(`/chats/${this.id}/messages`)]);
      fill(this.heading, title(chat));
      fill(this.thread, messages.map((message, index) => this.drawn(message, index === messages.length - 1)));
      this.toEnd();
    } catch (trouble) {
      fill(this.thread, el('p', { class: 'bad', role: 'alert' }, trouble.status === 404 ? 'This conversation is not there any more.' : trouble.message));
    }
  }

  showScope() {
    api.get(`/documents/${this.document}`).then(found => fill(this.scope,
      el('span', {}, `Only in ${found.title ?? found.filename}`),
      button('Ask all documents', () => {
        this.document = null;
        fill(this.scope);
      }, { class: 'quiet' })), () => { this.document = null; });
  }

  drawn(message, last) {
    if (message.role === 'user') return this.question(message.content);
    return answer(message, last ? node => this.again(message, node) : null);
  }

  question(text) {
    return el('div', { class: 'question' }, el('p', {}, text));
  }

  typed() {
    sessionStorage.setItem(DRAFT, this.input.value);
    this.input.style.height = 'auto';
    this.input.style.height = `${Math.min(this.input.scrollHeight, 200)}px`;
  }

  pressed(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    this.send(event);
  }

  send(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (text === '' || this.busy) return;
    this.input.value = '';
    this.typed();
    this.thread.querySelector('.welcome')?.remove();
    for (const old of this.thread.querySelectorAll('.again, .again-row')) old.remove();
    this.thread.append(this.question(text));
    this.attempt(text, key());
  }

  /** The new answer takes the earlier one's place; until then that one stays. */
  again(message, node) {
    if (this.busy) return;
    this.told(`/chats/${this.id}/messages/${message.message_id}/regenerate`, {}, key(), () => this.again(message, node), node);
  }

  async attempt(text, key) {
    const retry = () => this.attempt(text, key);
    try {
      await this.open();
    } catch (trouble) {
      this.failed(trouble, retry);
      return;
    }
    const filters = this.document ? { filters: { document_ids: [this.document] } } : {};
    await this.told(`/chats/${this.id}/messages`, { message: text, ...filters }, key, retry);
  }

  async open() {
    if (this.id) return;
    const chat = await api.change('POST', '/chats', {});
    this.id = chat.chat_id;
    history.replaceState(null, '', `#/ask/${this.id}`);
  }

  async told(path, body, key, retry, earlier = null) {
    const grow = growing();
    this.work(true);
    this.thread.append(grow.node);
    this.toEnd();
    this.abort = new AbortController();
    let whole = null;
    try {
      await api.stream(path, body, key, (event, data) => {
        if (event === 'done') whole = data;
        else grow.told(event, data);
        this.keepEnd();
      }, this.abort.signal);
      earlier?.remove();
      grow.node.replaceWith(this.drawn(whole, true));
      this.named();
    } catch (trouble) {
      grow.node.remove();
      if (trouble.name !== 'AbortError') this.failed(trouble, retry);
    }
    this.work(false);
  }

  async named() {
    await side.refresh();
    if (this.gone) return;
    side.show('ask', this.id);
    const chat = await api.get(`/chats/${this.id}`).catch(() => null);
    if (chat) fill(this.heading, title(chat));
  }

  failed(trouble, retry) {
    if (this.gone || session.person() === null) return;
    const node = el('article', { class: 'answer failed', role: 'alert' },
      el('h2', {}, trouble.title), el('p', {}, trouble.detail ?? ''),
      el('p', { class: 'again-row' }, button('Ask again', () => {
        node.remove();
        retry();
      }, { class: 'primary' })),
      trouble.more?.passages?.length > 0 ? nearest(trouble.more.passages) : null);
    this.thread.append(node);
    this.toEnd();
    this.work(false);
  }

  work(busy) {
    this.busy = busy;
    this.submit.toggleAttribute('disabled', busy);
  }

  toEnd() {
    scrollTo({ top: document.documentElement.scrollHeight });
  }

  /** Follows what grows, unless one has scrolled away from it. */
  keepEnd() {
    const root = document.documentElement;
    if (root.scrollHeight - root.scrollTop - root.clientHeight < 160) this.toEnd();
  }
}
