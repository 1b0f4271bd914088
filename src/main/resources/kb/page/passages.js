// Passages of documents, each with the way to its page.

import { button, el } from './dom.js';
import { open } from './viewer.js';

export function where(place) {
  return `${place.filename}, page ${place.page}`;
}

export function passages(list) {
  return el('ol', { class: 'passages' }, list.map(one));
}

function one(passage) {
  return el('li', {},
    el('div', { class: 'where' },
      button(where(passage), event => open(passage, event.currentTarget), { class: 'link' }),
      passage.section ? el('span', { class: 'section' }, passage.section) : null),
    el('p', { class: 'excerpt' }, passage.text));
}
