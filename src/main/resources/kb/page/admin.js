// What administrators see: health, what it costs, what went wrong, what was done.

import * as api from './api.js';
import { bars, shares } from './chart.js';
import { el, failed, fill } from './dom.js';
import { card } from './usage.js';
import * as words from './words.js';

const PERIODS = [['24h', 'the last day'], ['7d', 'the last 7 days'], ['30d', 'the last 30 days']];
/** As people call what the replaced service was made of. */
const PARTS = { database: 'Records', weaviate: 'Index' };
const count = new Intl.NumberFormat('en');

export function admin(main, _, query) {
  const period = query.get('period') ?? '7d';
  const select = el('select', { 'aria-label': 'Show' }, PERIODS.map(([value, text]) => el('option', { value, selected: value === period }, text)));
  select.addEventListener('change', () => { location.hash = `#/admin?period=${select.value}`; });
  const days = { '24h': 1, '7d': 7, '30d': 30 }[period] ?? 7;
  const hours = Math.min(168, days * 24);
  fill(main, el('div', { class: 'with-choice' }, el('h1', {}, 'Administration'), select),
    part('/admin/health', health),
    part(`/admin/stats?period=${period}`, figures),
    part(`/admin/costs?days=${Math.max(days, 7)}`, costs),
    part(`/admin/errors?hours=${Math.min(24, hours)}&limit=50`, errors),
    part(`/admin/activity-logs?hours=${hours}&limit=50`, activity));
}

/** Each part comes when it comes, and fails alone. */
function part(path, draw) {
  const place = el('section', { class: 'admin-part' }, el('p', { class: 'waiting' }, 'Looking…'));
  const load = () => api.get(path).then(found => fill(place, draw(found)), trouble => fill(place, failed(trouble, load)));
  load();
  return place;
}

function health(found) {
  const states = Object.entries(found.services).map(([name, service]) => [PARTS[name] ?? name, service.status]);
  return [el('h2', {}, 'Health'), el('ul', { class: 'states' }, states.map(([name, state]) =>
    el('li', { 'data-state': state === 'connected' ? 'good' : 'poor' }, `${name}: ${state}`)),
  el('li', { 'data-state': found.recent_errors > 0 ? 'poor' : 'good' }, words.counted(found.recent_errors ?? 0, 'error in the last hour', 'errors in the last hour')))];
}

function figures(found) {
  return [el('h2', {}, 'In this time'), el('dl', { class: 'cards' },
    card('Documents', count.format(found.documents.processed)),
    card('Pieces', count.format(found.documents.chunks_created)),
    card('Conversations', count.format(found.chat.sessions)),
    card('Messages', count.format(found.chat.messages)),
    card('An answer takes', `${(found.chat.avg_response_time_ms / 1000).toFixed(1)} s`),
    card('Cost', words.dollars(found.totals.cost_usd)))];
}

function costs(found) {
  const points = [...found.daily_trend].reverse().map(one => ({ label: one.date.slice(5), value: one.cost }));
  const models = Object.entries(found.by_model).map(([label, one]) => ({ label, value: one.cost }));
  return [el('h2', {}, 'Costs'), bars(`${words.dollars(found.total_cost_usd)} in all`, points, words.dollars),
    models.length > 0 ? shares(models, words.dollars) : null];
}

function errors(found) {
  const parts = Object.entries(found.by_component).map(([label, value]) => ({ label, value }));
  return [el('h2', {}, 'Errors of the last day'),
    found.total_errors === 0 ? el('p', { class: 'empty' }, 'None.') : null,
    parts.length > 0 ? shares(parts, value => count.format(value)) : null,
    lines(found.recent, one => [one.timestamp, one.component, one.message])];
}

function activity(found) {
  return [el('h2', {}, 'Activity'), bars(found.period_hours > 24 ? 'Each day' : 'Each hour', perTime(found), value => count.format(value)),
    found.logs.length === 0 ? el('p', { class: 'empty' }, 'Nothing has been done in this time.') : null,
    lines(found.logs, one => [one.timestamp, one.action.replaceAll('_', ' '), one.error ?? (one.type === 'chat' ? 'a conversation' : one.target), one.success])];
}

function perTime(found) {
  const daily = found.period_hours > 24;
  const length = daily ? 10 : 13;
  const unit = daily ? 86_400_000 : 3_600_000;
  const counts = new Map();
  for (const one of found.logs) {
    const key = new Date(one.timestamp).toISOString().slice(0, length);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const steps = daily ? Math.round(found.period_hours / 24) : found.period_hours;
  return Array.from({ length: steps }, (_, back) => new Date(Date.now() - (steps - 1 - back) * unit).toISOString().slice(0, length))
    .map(key => ({ label: daily ? key.slice(5) : `${key.slice(11)}:00`, value: counts.get(key) ?? 0 }));
}

function lines(list, told) {
  if (list.length === 0) return null;
  return el('ol', { class: 'log' }, list.map(one => {
    const [time, what, text, fine = true] = told(one);
    return el('li', { 'data-state': fine ? null : 'poor' }, el('time', { datetime: time }, words.moment(time)), el('strong', {}, what), el('span', {}, text ?? ''));
  }));
}
