// Where one shows a token.

import { arrive, el, field, fill } from './dom.js';
import * as session from './session.js';

const LOCAL = /^(localhost|127\.|\[::1\])/.test(location.hostname);

export function signIn(main, why, enter) {
  const input = el('textarea', { rows: 4, spellcheck: 'false', autocomplete: 'off', required: true, placeholder: 'eyJ…' });
  const trouble = el('p', { class: 'bad', role: 'alert', hidden: !why }, why);
  const submit = event => {
    event.preventDefault();
    const text = input.value.trim().replace(/^bearer\s+/i, '');
    const complaint = wrong(text);
    if (complaint) {
      fill(trouble, complaint);
      trouble.hidden = false;
      input.focus();
      return;
    }
    session.keep(text);
    enter();
  };
  const heading = el('h1', {}, why ? 'Sign in again' : 'Sign in');
  fill(main, el('form', { class: 'signin', on: { submit } },
    heading,
    el('p', { class: 'lead' }, 'Ask your documents, and see every quote where it stands on the page.'),
    trouble,
    field('Your token', input),
    el('button', { type: 'submit', class: 'primary' }, 'Sign in'),
    hint()));
  if (why) arrive(heading);
}

function hint() {
  if (!LOCAL) return el('p', { class: 'hint' }, 'Whoever runs this service gives you a token. It stays in this tab and is forgotten when you close it.');
  return el('div', { class: 'hint' },
    el('p', {}, 'The terminal where this server was started shows a link that signs you in. Another token comes from:'),
    el('pre', {}, 'task token -- --role admin'),
    el('p', {}, 'It stays in this tab and is forgotten when you close it.'));
}

/** What can be told of a token without its key. */
function wrong(text) {
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return 'This is not a token. It has three parts with dots between them and usually begins with eyJ.';
  try {
    const claims = JSON.parse(atob(text.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
    if (claims.exp * 1000 < Date.now()) return 'This token has expired. Ask for a new one.';
  } catch {
    return 'This is not a token: its middle part cannot be read.';
  }
  return '';
}
