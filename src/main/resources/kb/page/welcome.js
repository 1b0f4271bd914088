// What stands where a conversation is to begin.

import * as api from './api.js';
import { el, fill } from './dom.js';
import * as session from './session.js';

export async function welcome(thread) {
  const place = el('div', { class: 'welcome' });
  fill(thread, place);
  try {
    const { items } = await api.get('/documents?limit=1&status=ready');
    fill(place, items.length > 0
      ? el('p', { class: 'lead' }, 'Answers come with quotes. Each quote was looked up again on its page, and a click shows it there.')
      : nothing());
  } catch {
    // the strip at the top says it
  }
}

function nothing() {
  return [el('p', { class: 'lead' }, 'There is nothing to ask about yet.'), el('p', {}, session.mayWrite()
    ? el('a', { class: 'primary button', href: '#/documents' }, 'Add your first PDF')
    : 'Somebody with the role manager can add documents.')];
}
