// The API of this server: requests with the token, problems as exceptions, answers as they stream in.

import * as session from './session.js';

/** What went wrong, in words for a person. @param kind the last part of the problem's type */
export class Trouble extends Error {
  constructor(kind, title, detail, status = 0, more = {}) {
    super(detail ? `${title}: ${detail}` : title);
    this.kind = kind;
    this.title = title;
    this.detail = detail;
    this.status = status;
    this.more = more;
  }
}

let listener = () => {};
const waiting = new Set();

/** @param hears after each request whether the server answered */
export function whenHeard(hears) {
  listener = hears;
}

function heard(answered) {
  listener(answered);
  if (!answered) return;
  for (const goOn of waiting) goOn();
  waiting.clear();
}

/** Waits as long as the server is silent. */
export async function whenBack() {
  try {
    await send('GET', '/health');
  } catch (trouble) {
    if (trouble.kind === 'offline') await new Promise(goOn => waiting.add(goOn));
  }
}

function silent() {
  heard(false);
  return new Trouble('offline', 'The server does not answer', 'It may be stopped, or you are offline. Nothing that it has said it has taken is lost.');
}

export function headers(more = {}) {
  const token = session.token();
  return token === null ? more : { authorization: `Bearer ${token}`, ...more };
}

/** The response, when its status says that all is well. */
export async function send(method, path, { json, accept = 'application/json', more = {}, signal } = {}) {
  const all = headers({ accept, ...more });
  if (json !== undefined) all['content-type'] = 'application/json';
  let response;
  try {
    response = await fetch(path, { method, headers: all, signal, body: json === undefined ? undefined : JSON.stringify(json) });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw silent();
  }
  heard(true);
  if (!response.ok) throw await trouble(response.status, await response.text(), response.headers.get('retry-after'));
  return response;
}

/** What a refusal says. A token that is no longer good ends the session. */
export function trouble(status, text, retryAfter) {
  let problem = {};
  try {
    problem = JSON.parse(text);
  } catch {
    // whatever stands between us and the server speaks otherwise
  }
  const kind = String(problem.type ?? '').split(':').pop() || `status-${status}`;
  const told = new Trouble(kind, problem.title ?? `The server answered ${status}`, words(problem), status, problem);
  told.retryAfter = Number(retryAfter) || null;
  if (status === 401) session.end(`${told.detail.slice(0, 1).toUpperCase()}${told.detail.slice(1)}.`);
  return told;
}

function words(problem) {
  const violations = (problem.violations ?? []).map(one => `${one.field} ${one.message}`);
  return violations.length > 0 ? violations.join('; ') : problem.detail ?? '';
}

export async function get(path, options) {
  return (await send('GET', path, options)).json();
}

export async function change(method, path, json) {
  const response = await send(method, path, { json });
  return response.status === 204 ? null : response.json();
}

/** Signed with an address, and set by browsers themselves. */
const BY_BROWSER = new Set(['content-length', 'host']);
const RETRY_AFTER = /^retry-after: *(\d+)/im;

/** Sends a body with its progress, which fetch does not tell. @param told hears how many bytes have gone */
export function put(method, url, body, all, told) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(all)) if (!BY_BROWSER.has(name)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', event => told(event.loaded));
    request.addEventListener('error', () => failed(new Trouble('offline', 'The connection broke', 'It is tried again.')));
    request.addEventListener('load', () => done({ status: request.status, text: request.responseText, retryAfter: RETRY_AFTER.exec(request.getAllResponseHeaders())?.[1] }));
    request.send(body);
  });
}

/** Asks, and tells each event of the answer as it comes. Ends after `done`; anything earlier is a {@link Trouble}. */
export async function stream(path, json, key, told, signal) {
  const more = key === null ? {} : { 'idempotency-key': key };
  const response = await send('POST', path, { json, accept: 'text/event-stream', more, signal });
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (true) {
    let part;
    try {
      part = await reader.read();
    } catch (failure) {
      if (failure.name === 'AbortError') throw failure;
      throw broken();
    }
    if (part.done) throw broken();
    text += decoder.decode(part.value, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop();
    for (const block of blocks) if (dispatch(block, told)) return;
  }
}

function broken() {
  return new Trouble('broken', 'The connection broke while this was answered', 'Ask again; a question that was answered already is not paid for twice.');
}

function dispatch(block, told) {
  const event = /^event: (\w+)\ndata: (.*)$/s.exec(block);
  if (!event) return false;
  const data = JSON.parse(event[2]);
  if (event[1] === 'error') throw trouble(data.status ?? 500, event[2], null);
  told(event[1], data);
  return event[1] === 'done';
}

/** All items of a list, page after page, but at most so many. */
export async function all(path, most = 500) {
  const items = [];
  let cursor = null;
  do {
    const page = await get(`${path}${path.includes('?') ? '&' : '?'}limit=100${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null && items.length < most);
  return items;
}
