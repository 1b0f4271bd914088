// What one's own questions took of models in this month.

import * as api from './api.js';
import { el, failed, fill } from './dom.js';
import * as words from './words.js';

export function usage(main) {
  const place = el('div', {}, el('p', { class: 'waiting' }, 'Adding up…'));
  fill(main, el('h1', {}, 'Usage'), place);
  const load = () => api.get('/usage').then(month => draw(place, month), trouble => fill(place, failed(trouble, load)));
  load();
}

function draw(place, month) {
  const count = new Intl.NumberFormat('en');
  const estimated = month.estimated.prompt + month.estimated.completion;
  fill(place,
    el('p', { class: 'lead' }, `What models took for your questions this month. It begins anew on ${words.day(month.until)}.`),
    el('dl', { class: 'cards' },
      card('Cost', words.dollars(month.cost_usd)),
      card('Calls of models', count.format(month.calls)),
      card('Tokens read', count.format(month.reported.prompt)),
      card('Tokens written', count.format(month.reported.completion)),
      estimated > 0 ? card('Tokens, estimated', count.format(estimated)) : null),
    month.budget_usd === null ? el('p', {}, 'There is no limit.') : budget(month));
}

export function card(name, value) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, value));
}

function budget(month) {
  const share = month.budget_usd > 0 ? Math.min(1, month.cost_usd / month.budget_usd) : 1;
  return el('div', { class: 'budget' },
    el('p', {}, `${words.dollars(month.left_usd)} of ${words.dollars(month.budget_usd)} are left.`),
    el('progress', { max: 1, value: share, 'aria-label': 'Share of the budget that is spent' }));
}
