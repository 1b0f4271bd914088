// Starts the page: who is signed in, what is shown for which address, and what is said when the server is silent.

import * as api from './api.js';
import { admin } from './admin.js';
import { ask } from './ask.js';
import { document as oneDocument } from './document.js';
import { documents } from './documents.js';
import { el, failed, fill } from './dom.js';
import { acceptDrops } from './drops.js';
import { search } from './search.js';
import * as session from './session.js';
import { side } from './side.js';
import { signIn } from './signin.js';
import { resume } from './uploads.js';
import { usage } from './usage.js';
import { close as closePage } from './viewer.js';

const VIEWS = { ask, documents, document: oneDocument, search, usage, admin };
const main = document.getElementById('main');
const menu = document.getElementById('menu');
let shown = null;

/** The view that the address names: `#/documents`, `#/ask/<chat>`, `#/search?q=…`. */
function place() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [name, id] = path.split('/');
  const known = Object.hasOwn(VIEWS, name) && (name !== 'admin' || session.mayAdminister());
  return { name: known ? name : 'ask', id: id ? decodeURIComponent(id) : null, query: new URLSearchParams(query) };
}

function show() {
  if (location.hash === '#main') return;
  if (session.person() === null) return;
  shown?.leave?.();
  closePage();
  toggleMenu(false);
  const { name, id, query } = place();
  main.className = `view-${name}`;
  fill(main);
  shown = VIEWS[name](main, id, query) ?? null;
  side.show(name, id);
  performance.mark('usable');
  scrollTo(0, 0);
}

function toggleMenu(open) {
  document.body.classList.toggle('menu-open', open);
  menu.setAttribute('aria-expanded', String(open));
}

async function enter() {
  document.body.classList.remove('signed-out');
  try {
    session.known(await api.get('/me'));
  } catch (trouble) {
    if (trouble.status !== 401) fill(main, el('h1', {}, 'Knowledge Base'), failed(trouble, enter));
    return;
  }
  resume(session.person());
  side.build();
  show();
}

/** @param why an empty text when nobody was signed in */
function leave(why) {
  shown?.leave?.();
  shown = null;
  closePage();
  toggleMenu(false);
  document.body.classList.add('signed-out');
  side.clear();
  main.className = '';
  signIn(main, why, enter);
  performance.mark('usable');
}

/** What could not be shown while the server was silent is shown now. */
function goOn() {
  if (session.person() === null && session.token() !== null) enter();
  else if (main.querySelector('[data-trouble="offline"]')) show();
}

/** While the server is silent it is asked again and again, and the page says so without moving. */
function watchConnection() {
  const strip = el('p', { id: 'silence', role: 'alert', hidden: true });
  document.body.append(strip);
  let timer = null;
  api.whenHeard(answered => {
    if (answered && timer === null) return;
    if (answered) {
      clearInterval(timer);
      timer = null;
      strip.hidden = true;
      fill(strip);
      goOn();
      return;
    }
    if (timer !== null) return;
    fill(strip, 'The server does not answer. Trying again…');
    strip.hidden = false;
    timer = setInterval(() => api.send('GET', '/health').catch(() => {}), 3000);
  });
}

menu.addEventListener('click', () => toggleMenu(!document.body.classList.contains('menu-open')));
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
  if (document.body.classList.contains('menu-open')) {
    toggleMenu(false);
    menu.focus();
  } else closePage();
});
addEventListener('hashchange', () => {
  const link = location.hash.startsWith('#token=');
  session.fromLink();
  if (link) enter();
  else show();
});
watchConnection();
acceptDrops();
session.whenEnded(leave);
session.fromLink();
if (session.token() === null) leave('');
else enter();
