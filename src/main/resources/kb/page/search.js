// Passages that fit a few words, without an answer.

import * as api from './api.js';
import { el, failed, fill } from './dom.js';
import { passages } from './passages.js';
import { address, Scope } from './scope.js';

export function search(main, _, query) {
  const input = el('input', { type: 'search', 'aria-label': 'Words to search for', placeholder: 'Words, or “an exact phrase”', value: query.get('q') ?? '', maxlength: 10_000 });
  const results = el('div', { class: 'results', 'aria-live': 'polite' });
  const place = () => address('search', [...input.value.trim() ? [['q', input.value.trim()]] : [], ...scope.parameters()]);
  let turn = 0;
  const find = () => {
    turn += 1;
    if (input.value.trim()) look(input.value, scope, results, { mine: turn, newest: () => turn, again: find });
  };
  const scope = new Scope(query, () => {
    history.replaceState(null, '', place());
    find();
  });
  const submit = event => {
    event.preventDefault();
    if (input.value.trim()) location.hash = place();
  };
  fill(main, el('h1', {}, 'Search'),
    el('form', { class: 'line', role: 'search', on: { submit } }, input, el('button', { type: 'submit', class: 'primary' }, 'Search')),
    scope.node, results);
  find();
  if (!input.value) input.focus({ preventScroll: true });
}

/** Nothing is shown of what another search has overtaken. */
async function look(text, scope, results, { mine, newest, again }) {
  fill(results, el('p', { class: 'waiting' }, 'Searching…'));
  try {
    const found = await api.change('POST', '/search', { query: text.replaceAll(/[“”]/g, '"'), limit: 20, ...scope.filters() });
    if (newest() === mine) fill(results,
      found.degraded.length > 0 ? el('p', { class: 'note' }, 'Only the words themselves were searched for just now, not their meaning.') : null,
      found.passages.length > 0 ? passages(found.passages) : el('p', { class: 'empty' }, nothing(scope)));
  } catch (trouble) {
    if (newest() === mine) fill(results, failed(trouble, again));
  }
}

function nothing(scope) {
  return scope.isAll() ? 'Nothing fits. Try other words.' : 'Nothing fits in these documents. Try other words, or all documents.';
}
