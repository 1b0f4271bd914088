// Passages that fit a few words, without an answer.

import * as api from './api.js';
import { el, fill } from './dom.js';
import { passages } from './passages.js';

export function search(main, _, query) {
  const input = el('input', { type: 'search', 'aria-label': 'Words to search for', placeholder: 'Words, or “an exact phrase”', value: query.get('q') ?? '', maxlength: 10_000 });
  const results = el('div', { class: 'results', 'aria-live': 'polite' });
  const submit = event => {
    event.preventDefault();
    if (input.value.trim()) location.hash = `#/search?q=${encodeURIComponent(input.value.trim())}`;
  };
  fill(main, el('h1', {}, 'Search'),
    el('form', { class: 'line', role: 'search', on: { submit } }, input, el('button', { type: 'submit', class: 'primary' }, 'Search')),
    results);
  if (input.value) find(input.value, results);
  else input.focus({ preventScroll: true });
}

async function find(text, results) {
  fill(results, el('p', { class: 'waiting' }, 'Searching…'));
  try {
    const found = await api.change('POST', '/search', { query: text.replaceAll(/[“”]/g, '"'), limit: 20 });
    fill(results,
      found.degraded.length > 0 ? el('p', { class: 'note' }, 'Only the words themselves were searched for just now, not their meaning.') : null,
      found.passages.length > 0 ? passages(found.passages) : el('p', { class: 'empty' }, 'Nothing fits. Try other words.'));
  } catch (trouble) {
    fill(results, el('p', { class: 'bad', role: 'alert' }, trouble.message));
  }
}
