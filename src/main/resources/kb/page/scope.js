// Which documents a question or a search is about: all of them, or those with certain tags, or one.

import * as api from './api.js';
import { ask } from './dialog.js';
import { button, el, fill } from './dom.js';
import { counted } from './words.js';

/** Tags are looked for in so many documents, the newest. */
const LOOKED_AT = 500;

/** What the address says of it, shown where one asks, and what a request carries. */
export class Scope {
  /** @param changed hears when another scope was chosen here */
  constructor(query, changed) {
    this.document = query.get('document');
    this.tags = [...new Set(query.getAll('tag'))];
    this.changed = changed;
    this.name = 'one document';
    this.node = el('div', { class: 'scope', role: 'group', 'aria-label': 'Documents that are looked at' });
    this.draw();
    if (this.document) this.findName();
  }

  /** For the body of a request. */
  filters() {
    const filters = {};
    if (this.document) filters.document_ids = [this.document];
    if (this.tags.length > 0) filters.tags = this.tags;
    return Object.keys(filters).length > 0 ? { filters } : {};
  }

  /** For an address behind its `?`. */
  parameters() {
    return [...this.document ? [['document', this.document]] : [], ...this.tags.map(tag => ['tag', tag])];
  }

  isAll() {
    return this.parameters().length === 0;
  }

  /** Beside a question that has been asked. */
  words() {
    if (this.isAll()) return '';
    const tags = this.tags.length > 0 ? `documents with ${this.tags.join(' and ')}` : '';
    return `Only in ${[this.document ? this.name : '', tags].filter(Boolean).join(', ')}`;
  }

  async findName() {
    try {
      const found = await api.get(`/documents/${this.document}`);
      this.name = found.title ?? found.filename;
    } catch (trouble) {
      if (trouble.status === 404) this.name = 'a document that is not there any more';
    }
    this.draw();
  }

  set(document, tags) {
    this.document = document;
    this.tags = tags;
    this.draw();
    this.node.querySelector('button')?.focus();
    this.changed();
  }

  draw() {
    const choose = button(this.tags.length > 0 ? 'Other tags…' : 'Only documents with tags…', () => this.choose(), { class: 'quiet' });
    this.node.classList.toggle('limited', !this.isAll());
    if (this.isAll()) {
      fill(this.node, choose);
      return;
    }
    fill(this.node,
      el('span', {}, this.document ? 'Only in' : 'Only with'),
      this.document ? this.part(this.name, () => this.set(null, this.tags)) : null,
      this.document && this.tags.length > 0 ? el('span', {}, 'with') : null,
      this.tags.map(tag => this.part(tag, () => this.set(this.document, this.tags.filter(one => one !== tag)))),
      choose,
      button('All documents', () => this.set(null, []), { class: 'quiet' }));
  }

  part(text, remove) {
    return button([el('span', { class: 'part-name' }, text), el('span', { 'aria-hidden': 'true' }, '×')], remove,
      { class: 'part', 'aria-label': `No longer only in ${text}`, title: text });
  }

  async choose() {
    const place = el('div', {}, el('p', { class: 'waiting' }, 'Looking for tags…'));
    let boxes = () => [];
    known(this.tags).then(
      found => { boxes = shown(place, found, this.tags); },
      trouble => fill(place, el('p', { class: 'bad', role: 'alert' }, trouble.message)));
    if (!await ask('Only documents with these tags', ['With more than one, a document must have them all.', place], 'Use these')) return;
    const ticked = boxes();
    if (ticked) this.set(this.document, ticked);
  }
}

/** Tags with how many documents have them, those in use most often first. */
async function known(chosen) {
  const counts = new Map(chosen.map(tag => [tag, 0]));
  for (const document of await api.all('/documents', LOOKED_AT))
    for (const tag of document.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, few]) => few - many || a.localeCompare(b));
}

/** @return gives the tags that are ticked */
function shown(place, found, chosen) {
  if (found.length === 0) {
    fill(place, el('p', { class: 'empty' }, 'No document has a tag yet. Tags are given on a document’s own page.'));
    return () => null;
  }
  const inputs = found.map(([tag, count]) => el('input', {
    type: 'checkbox', value: tag, checked: chosen.includes(tag), 'aria-label': `${tag}, ${counted(count, 'document')}`,
  }));
  fill(place, el('fieldset', { class: 'picks' }, el('legend', { class: 'visually-hidden' }, 'Tags'),
    found.map(([tag, count], index) => el('label', { class: 'pick' }, inputs[index], el('span', { class: 'part-name' }, tag), el('span', { class: 'hint' }, String(count))))));
  inputs[0].focus();
  return () => inputs.filter(input => input.checked).map(input => input.value);
}

/** `#/ask/…` or `#/search` with what is asked and where. */
export function address(place, parameters) {
  const query = new URLSearchParams(parameters).toString();
  return `#/${place}${query ? `?${query}` : ''}`;
}
