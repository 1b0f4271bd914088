// Passages of documents, each with the way to its page.

import { button, el } from './dom.js';
import { open } from './viewer.js';
import { flowing } from './words.js';

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
    el('p', { class: 'excerpt' }, excerpt(passage)));
}

/** Without the section's title at its head, which stands beside it already. */
function excerpt(passage) {
  const title = passage.section;
  const text = title && passage.text.startsWith(title) ? passage.text.slice(title.length).trim() : passage.text;
  return flowing(text || passage.text);
}
