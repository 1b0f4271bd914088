// A conversation: questions, answers, and where one asks.

import * as api from './api.js';
import { answer, growing, nearest } from './answer.js';
import { button, el, failed, fill, unique } from './dom.js';
import { address, Scope } from './scope.js';
import * as session from './session.js';
import { side, title } from './side.js';
import { welcome } from './welcome.js';

const DRAFT = 'kb.draft';

export function ask(main, id, query) {
  return new Conversation(main, id, query).begin();
}

/** Names a question, so that it is answered once however often it is sent. */
function key() {
  return crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16)).join('');
}

class Conversation {
  constructor(main, id, query) {
    this.id = id;
    this.heading = el('h1', { class: 'chat-title' }, id ? 'Conversation' : 'Ask your documents');
    this.thread = el('div', { class: 'thread' });
    this.scope = new Scope(query, () => this.addressed());
    this.input = el('textarea', {
      id: unique('question'), rows: 1, maxlength: 10_000, placeholder: 'Ask a question', 'aria-label': 'Your question', value: sessionStorage.getItem(DRAFT) ?? '',
      on: { input: () => this.typed(), keydown: event => this.pressed(event) },
    });
    this.submit = el('button', { type: 'submit', class: 'primary' }, 'Ask');
    fill(main, this.heading, this.thread, el('form', { class: 'composer', on: { submit: event => this.send(event) } },
      this.scope.node, el('div', { class: 'line' }, this.input, this.submit)));
    this.renamed = event => event.detail.id === this.id && fill(this.heading, event.detail.title);
  }

  begin() {
    document.addEventListener('chat-renamed', this.renamed);
    this.typed();
    if (this.id) this.loaded = this.load();
    else welcome(this.thread);
    if (matchMedia('(min-width: 60rem)').matches) this.input.focus({ preventScroll: true });
    return this;
  }

  leave() {
    document.removeEventListener('chat-renamed', this.renamed);
    this.gone = true;
    this.abort?.abort();
  }

  async load() {
    const place = el('p', { class: 'waiting' }, 'Opening the conversation…');
    fill(this.thread, place);
    try {
      const [chat, messages] = await Promise.all([api.get(`/chats/${this.id}`), api.all(`/chats/${this.id}/messages`)]);
      fill(this.heading, title(chat));
      place.replaceWith(...messages.map((message, index) => this.drawn(message, index === messages.length - 1)));
      this.toEnd();
    } catch (trouble) {
      place.replaceWith(trouble.status === 404
        ? el('p', { class: 'bad', role: 'alert' }, 'This conversation is not there any more.') : failed(trouble, () => this.load()));
    }
  }

  /** The address keeps the scope, so that it is still there when the page is loaded again. */
  addressed() {
    history.replaceState(null, '', address(this.id ? `ask/${this.id}` : 'ask', this.scope.parameters()));
  }

  drawn(message, last) {
    if (message.role === 'user') return this.question(message.content);
    return answer(message, last ? node => this.again(message, node) : null);
  }

  question(text, limits = '') {
    return el('div', { class: 'question' }, el('p', {}, text), limits ? el('p', { class: 'hint' }, limits) : null);
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
    this.thread.append(this.question(text, this.scope.words()));
    this.attempt(text, key(), this.scope.filters());
  }

  /** The new answer takes the earlier one's place; until then that one stays. */
  again(message, node) {
    if (this.busy) return;
    const path = `/chats/${this.id}/messages/${message.message_id}/regenerate`;
    this.told(() => path, {}, key(), trouble => this.failed(trouble, () => this.again(message, node)), node);
  }

  async attempt(text, key, filters) {
    const where = async () => {
      await this.loaded;
      await this.open();
      return `/chats/${this.id}/messages`;
    };
    await this.told(where, { message: text, ...filters }, key, trouble => {
      if (trouble.status === 401) sessionStorage.setItem(DRAFT, text);
      this.failed(trouble, () => this.attempt(text, key, filters));
    });
  }

  async open() {
    if (this.id) return;
    const chat = await api.change('POST', '/chats', {});
    this.id = chat.chat_id;
    this.addressed();
  }

  /** @param where gives the path to ask at */
  async told(where, body, key, failed, earlier = null) {
    const grow = growing();
    this.work(true);
    this.thread.append(grow.node);
    this.toEnd();
    this.abort = new AbortController();
    let whole = null;
    try {
      await api.stream(await where(), body, key, (event, data) => {
        if (event === 'done') whole = data;
        else this.following(() => grow.told(event, data));
      }, this.abort.signal);
      this.following(() => {
        earlier?.remove();
        grow.node.replaceWith(this.drawn(whole, true));
      });
      this.named();
    } catch (trouble) {
      grow.node.remove();
      if (trouble.name !== 'AbortError') failed(trouble);
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

  /** Follows what grows until its question is at the top, unless one has scrolled away from it. */
  following(change) {
    const root = document.documentElement;
    const follows = root.scrollHeight - root.scrollTop - root.clientHeight < 160;
    change();
    if (!follows) return;
    const question = [...this.thread.querySelectorAll('.question')].at(-1);
    const most = question ? root.scrollTop + question.getBoundingClientRect().top - 16 : root.scrollHeight;
    if (most > root.scrollTop) scrollTo({ top: most });
  }
}
