// The description of the API, to read.

import { el, fill } from './dom.js';

const VERBS = ['get', 'post', 'put', 'patch', 'delete'];
/** The rest is about the service itself. */
const GROUPS = new Set(['documents', 'search', 'chats', 'admin', 'pdf', 'kb', 'chat', 'v1', 'mcp']);
const main = document.getElementById('routes');
let root = null;

async function read() {
  try {
    root = await (await fetch('/openapi.json')).json();
    draw();
  } catch {
    fill(main, el('h1', {}, 'Knowledge Base API'), el('p', { class: 'bad', role: 'alert' }, 'The description does not come just now. Load this page again.'));
  }
}

/** The node itself, or what it refers to. */
function resolved(node) {
  if (!node?.$ref) return node ?? {};
  return node.$ref.slice(2).split('/').reduce((at, name) => at?.[name.replaceAll('~1', '/').replaceAll('~0', '~')], root) ?? {};
}

function draw() {
  const groups = new Map();
  for (const [path, verbs] of Object.entries(root.paths)) {
    const group = GROUPS.has(path.split('/')[1]) ? path.split('/')[1] : 'service';
    for (const verb of VERBS) if (verbs[verb]) groups.set(group, [...groups.get(group) ?? [], operation(path, verb, verbs[verb])]);
  }
  fill(main,
    el('h1', {}, root.info.title), el('p', { class: 'lead' }, root.info.summary),
    el('p', {}, `Version ${root.info.version}. `, el('a', { href: '/openapi.json' }, 'The description for programs'), ' · ', el('a', { href: '/' }, 'The page')),
    el('nav', { 'aria-label': 'Parts of the API' }, el('ul', { class: 'groups' }, [...groups.keys()].map(name => el('li', {}, el('a', { href: `#${name}` }, name))))),
    [...groups].map(([name, routes]) => el('section', {}, el('h2', { id: name }, name), routes)),
    el('section', {}, el('h2', { id: 'schemas' }, 'Shapes'), Object.entries(root.components.schemas).map(([name, schema]) =>
      el('details', { class: 'shape', id: `shape-${name}` }, el('summary', {}, name), shape(schema)))));
}

function operation(path, verb, described) {
  const open = Array.isArray(described.security) && described.security.length === 0;
  const body = resolved(described.requestBody);
  return el('details', { class: 'route' },
    el('summary', {}, el('span', { class: `verb ${verb}` }, verb.toUpperCase()), el('code', {}, path), el('span', { class: 'what' }, described.summary ?? '')),
    described.description ? el('p', {}, described.description) : null,
    open ? el('p', { class: 'facts' }, 'Anyone may ask this, without a token.') : null,
    table('Parameters', (described.parameters ?? []).map(resolved).map(one => [one.name, `${one.in}, ${kind(one.schema)}${one.required ? ', required' : ''}`, one.description ?? ''])),
    contents('Body', body.content), responses(described.responses));
}

function table(title, rows) {
  if (rows.length === 0) return null;
  return el('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': title }, el('table', {}, el('caption', {}, title), el('tbody', {}, rows.map(([name, what, text]) =>
    el('tr', {}, el('th', { scope: 'row' }, el('code', {}, name)), el('td', {}, what), el('td', {}, text))))));
}

function contents(title, content) {
  return Object.entries(content ?? {}).map(([type, one]) => el('div', {}, el('p', { class: 'caption' }, `${title}: ${type}`), shape(one.schema)));
}

function responses(all) {
  return table('Answers', Object.entries(all).map(([status, one]) => {
    const answer = resolved(one);
    const kinds = Object.values(answer.content ?? {}).map(content => kind(content.schema));
    return [status, [...new Set(kinds)].join(', '), answer.description ?? ''];
  }));
}

/** A type in one word. */
function kind(schema = {}) {
  if (schema.$ref) return schema.$ref.split('/').pop();
  if (schema.oneOf || schema.anyOf) return (schema.oneOf ?? schema.anyOf).map(kind).join(' or ');
  if (schema.type === 'array') return `list of ${kind(schema.items)}`;
  const name = [schema.type ?? 'anything'].flat().join(' or ');
  return schema.enum ? schema.enum.slice(0, 12).join(', ') : schema.format ? `${name} (${schema.format})` : name;
}

function shape(schema) {
  const found = resolved(schema);
  if (!found.properties) return el('p', { class: 'facts' }, kind(schema));
  const required = new Set(found.required ?? []);
  return table(schema.$ref ? kind(schema) : 'Fields', Object.entries(found.properties).map(([name, one]) =>
    [name, `${kind(one)}${required.has(name) ? '' : ', may be left out'}`, one.description ?? '']));
}

read();
