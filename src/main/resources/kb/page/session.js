// Who is signed in: the token stays in this tab and ends with it.

const KEY = 'kb.token';
let me = null;
let ended = () => {};

export function token() {
  return sessionStorage.getItem(KEY);
}

export function person() {
  return me;
}

export function mayWrite() {
  return me !== null && me.role !== 'user';
}

export function mayAdminister() {
  return me !== null && me.role === 'admin';
}

export function keep(text) {
  sessionStorage.setItem(KEY, text);
}

export function known(person) {
  me = person;
}

/** @param why shown where one signs in again */
export function end(why) {
  if (token() === null && me === null) return;
  sessionStorage.removeItem(KEY);
  me = null;
  ended(why);
}

export function whenEnded(listener) {
  ended = listener;
}

/**
 * The token of a link that the local twin printed. It stands behind the #, so no server and no log ever saw it. Elsewhere
 * such a link is passed over: it would sign its reader in as whoever made it.
 */
export function fromLink() {
  const link = /^#token=([\w.-]+)$/.exec(location.hash);
  if (!link) return;
  history.replaceState(null, '', location.pathname);
  if (/^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname)) keep(link[1]);
}
