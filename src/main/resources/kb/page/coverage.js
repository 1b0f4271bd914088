// What was read of each page, at a glance.

import * as api from './api.js';
import { button, el, fill } from './dom.js';
import { open } from './viewer.js';

const LEFT_OUT = { outside: 'beside the page', hidden_layer: 'on a hidden layer', invisible: 'without ink', tiny: 'too small to see', clipped: 'clipped away', covered: 'painted over', same_colour: 'in the colour of its ground' };

export async function coverage(place, found) {
  let read;
  try {
    read = await api.get(`/documents/${found.document_id}/coverage`);
  } catch {
    return;
  }
  fill(place, el('section', { class: 'coverage' }, el('h2', {}, 'Pages'),
    el('ol', { class: 'pages' }, read.pages.map(page => el('li', {}, button(String(page.page), event => show(found, page.page, event), {
      class: `page ${kind(page)}`, 'aria-label': `Page ${page.page}: ${told(page)}`, title: told(page),
    })))),
    el('ul', { class: 'legend' }, [['full', 'text'], ['empty', 'no text'], ['poor', 'read with gaps']].map(([name, text]) =>
      el('li', {}, el('span', { class: `page ${name}`, 'aria-hidden': 'true' }), text)))));
}

function kind(page) {
  if (page.unreadable || page.garbled > 0.1) return 'poor';
  return page.characters === 0 ? 'empty' : 'full';
}

function told(page) {
  const parts = [page.unreadable ? 'could not be read' : `${page.characters} characters`];
  if (page.tables > 0) parts.push(`${page.tables} tables`);
  if (page.images > 0) parts.push(`${page.images} pictures`);
  if (page.garbled > 0) parts.push(`${Math.round(page.garbled * 100)} % of the letters have no meaning`);
  for (const [why, count] of Object.entries(page.left_out)) parts.push(`${count} characters left out, ${LEFT_OUT[why] ?? why.replaceAll('_', ' ')}`);
  return parts.join(', ');
}

function show(found, page, event) {
  open({ document_id: found.document_id, filename: found.title ?? found.filename, page, boxes: [], quote: '' }, event.currentTarget);
}
