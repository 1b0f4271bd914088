// Bars over days, as one picture with a table behind it for those who hear it.

import { el, svg } from './dom.js';

const WIDTH = 640;
const HEIGHT = 160;
const FOOT = 20;

/** @param points each with a label and a value, oldest first @param shown a value in words */
export function bars(title, points, shown) {
  const most = Math.max(...points.map(point => point.value), 0);
  const step = WIDTH / Math.max(1, points.length);
  const thick = Math.min(24, step * 0.7);
  const tall = value => most > 0 ? Math.max(value > 0 ? 2 : 0, value / most * (HEIGHT - FOOT - 18)) : 0;
  return el('figure', { class: 'chart' },
    el('figcaption', {}, title, el('span', {}, most > 0 ? `highest ${shown(most)}` : 'nothing yet')),
    svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true', focusable: 'false' },
      svg('line', { x1: 0, x2: WIDTH, y1: HEIGHT - FOOT, y2: HEIGHT - FOOT, class: 'axis' }),
      points.map((point, index) => svg('rect', {
        x: index * step + (step - thick) / 2, width: thick, y: HEIGHT - FOOT - tall(point.value), height: tall(point.value), rx: 2,
      }, svg('title', {}, `${point.label}: ${shown(point.value)}`))),
      points.map((point, index) => labelled(index, points.length)
        ? svg('text', { x: index * step + step / 2, y: HEIGHT - 4, 'text-anchor': 'middle' }, point.label) : null)),
    el('table', { class: 'visually-hidden' }, el('caption', {}, title), el('tbody', {}, points.map(point =>
      el('tr', {}, el('th', { scope: 'row' }, point.label), el('td', {}, shown(point.value)))))));
}

/** About six labels, the last among them. */
function labelled(index, count) {
  return (count - 1 - index) % Math.ceil(count / 6) === 0;
}

/** Lines of a name, a bar and a value. */
export function shares(rows, shown) {
  const most = Math.max(...rows.map(row => row.value), 0);
  return el('ul', { class: 'shares' }, rows.map(row => {
    const bar = el('span', { class: 'share-bar', 'aria-hidden': 'true' });
    bar.style.width = `${most > 0 ? 100 * row.value / most : 0}%`;
    return el('li', {}, el('span', {}, row.label), el('span', { class: 'share-value' }, shown(row.value)), bar);
  }));
}
