// One answer: its sentences, a chip for each quote, and what it rests on.

import * as api from './api.js';
import { button, el, fill, notify } from './dom.js';
import { passages, where } from './passages.js';
import { open } from './viewer.js';
import * as words from './words.js';

/** Text with `[1]` as chips; whatever else stands there stays text. */
function marked(content, citations) {
  return content.split(/(\[\d+\]|\[unsupported\])/).map(piece => {
    if (piece === '[unsupported]') return el('span', { class: 'unsupported' }, 'no quote');
    const number = /^\[(\d+)\]$/.exec(piece);
    const citation = number && citations.find(one => one.number === Number(number[1]));
    return citation ? chip(citation) : piece;
  });
}

function chip(citation) {
  if (citation.boxes.length === 0) return el('span', { class: 'chip gone', title: 'erased' }, String(citation.number));
  return button(String(citation.number), event => open(citation, event.currentTarget), {
    class: 'chip', 'aria-label': `Source ${citation.number}: ${where(citation)}`, title: where(citation),
  });
}

function prose(content, citations) {
  return content.split(/\n{2,}/).filter(text => text.trim()).map(text => el('p', {}, marked(text, citations)));
}

function sources(citations) {
  if (citations.length === 0) return null;
  return el('ol', { class: 'sources' }, citations.map(citation => el('li', {},
    el('span', { class: 'count', 'aria-hidden': 'true' }, String(citation.number)),
    el('div', {},
      citation.boxes.length > 0
        ? button(where(citation), event => open(citation, event.currentTarget), { class: 'link' })
        : el('span', {}, 'From a document that has been erased'),
      el('blockquote', {}, words.flowing(citation.quote))))));
}

function cautions(message) {
  const texts = new Set((message.warnings ?? []).flatMap(one => one.warnings.map(words.warning)));
  return texts.size === 0 ? null : el('details', { class: 'cautions' },
    el('summary', {}, 'What to know of these documents'), el('ul', {}, [...texts].map(text => el('li', {}, text))));
}

/** A whole answer, as it is stored. @param again asks the same once more, or null where that cannot be */
export function answer(message, again = null) {
  if (message.status === 'not_in_documents') return missing(message, again);
  const shortfall = words.shortfall(message);
  return el('article', { class: 'answer', 'aria-label': 'Answer' },
    shortfall ? el('p', { class: 'shortfall' }, shortfall) : null,
    el('div', { class: 'prose' }, prose(message.content, message.citations)),
    sources(message.citations),
    message.citations.length === 0 && message.passages.length > 0 ? nearest(message.passages) : null,
    cautions(message),
    foot(message, again));
}

/** Nothing is made up: it says so, and shows what comes nearest. */
function missing(message, again) {
  return el('article', { class: 'answer missing', 'aria-label': 'Not in the documents' },
    el('h2', {}, 'Not in the documents'),
    el('p', {}, message.passages.length > 0
      ? 'Your documents do not answer this. What comes nearest:'
      : 'Your documents do not answer this, and nothing in them comes near.'),
    message.passages.length > 0 ? passages(message.passages) : null,
    cautions(message),
    foot(message, again));
}

export function nearest(list) {
  return el('section', { class: 'nearest' }, el('h3', {}, 'The nearest passages'), passages(list));
}

function foot(message, again) {
  const rate = el('div', { class: 'rating' });
  const draw = rating => fill(rate, [['up', 'Helpful'], ['down', 'Not helpful']].map(([word, text]) =>
    button(text, () => judge(message, word, draw), { class: 'quiet', 'aria-pressed': String(rating === word) })));
  draw(message.feedback?.rating ?? null);
  const cost = message.usage?.model ? `${message.usage.model}, ${words.dollars(message.usage.cost_usd)}` : '';
  return el('footer', {}, rate, again ? button('Answer anew', event => again(event.currentTarget.closest('article')), { class: 'quiet again' }) : null, cost ? el('span', { class: 'cost' }, cost) : null);
}

async function judge(message, rating, draw) {
  try {
    await api.change('PUT', `/chats/${message.chat_id}/messages/${message.message_id}/feedback`, { rating });
    draw(rating);
    notify('Thank you, it is noted.');
  } catch (trouble) {
    notify(trouble.message);
  }
}

/** An answer while it is made. */
export function growing() {
  const stage = el('p', { class: 'stage-word', role: 'status' }, 'Looking through your documents…');
  const prosePlace = el('div', { class: 'prose' });
  const node = el('article', { class: 'answer growing', 'aria-label': 'Answer', 'aria-busy': 'true' }, stage, prosePlace);
  let text = '';
  const citations = [];
  const draw = () => fill(prosePlace, prose(text, citations));
  return {
    node,
    told(event, data) {
      if (event === 'status' && data.stage === 'answering') fill(stage, 'Writing what they say…');
      if (event === 'text') text += data.text;
      if (event === 'citation') citations.push(data);
      if (event === 'text' || event === 'citation') draw();
    },
  };
}
