// The page picture beside an answer, with what was quoted marked on it.

import * as api from './api.js';
import { arrive, button, el, fill, notify } from './dom.js';
import { flowing } from './words.js';

/** Pixels for each point of the page. */
const SCALE = 2;
/** A picture of so many pixels may have been drawn smaller than it was asked for. */
const LARGE = 3_900_000;
const SMALL_SCALE = 0.25;
const MOST_KEPT = 12;
const root = document.getElementById('beside');
const pictures = new Map();
let opener = null;
let turn = 0;

export function close() {
  if (root.hidden) return;
  turn += 1;
  root.hidden = true;
  fill(root);
  document.body.classList.remove('beside-open');
  if (opener?.isConnected) opener.focus({ preventScroll: true });
  opener = null;
}

/** @param place a citation or a passage: document_id, filename, page, boxes, and the text that is marked */
export function open(place, from) {
  opener = from ?? document.activeElement;
  document.body.classList.add('beside-open');
  root.hidden = false;
  root.setAttribute('aria-label', `Page of ${place.filename}`);
  const stage = el('div', { class: 'stage', tabindex: 0, role: 'group', 'aria-label': 'Page picture, scrolls' });
  const number = el('span', { class: 'number' });
  const heading = el('h2', {}, place.filename);
  fill(root,
    el('header', {}, heading, button('Close', close, { class: 'quiet' })),
    el('div', { class: 'turning' },
      button('‹', () => turnTo(-1), { class: 'quiet', 'aria-label': 'Page before' }), number,
      button('›', () => turnTo(1), { class: 'quiet', 'aria-label': 'Next page' }),
      button('Open the PDF', () => openPdf(place.document_id), { class: 'quiet' })),
    el('blockquote', {}, flowing(place.quote ?? place.text)),
    stage);
  let page = place.page;
  const turnTo = by => {
    if (page + by < 1) return;
    page += by;
    draw(place, page, stage, number);
  };
  draw(place, page, stage, number);
  arrive(heading);
}

async function draw(place, page, stage, number) {
  turn += 1;
  const mine = turn;
  fill(number, `Page ${page}`);
  fill(stage, el('p', { class: 'waiting' }, 'Drawing the page…'));
  let picture;
  try {
    picture = await load(place.document_id, page);
  } catch (trouble) {
    if (mine === turn) fill(stage, el('p', { class: 'waiting' }, trouble.status === 404 ? 'There is no picture of this page.' : trouble.message));
    return;
  }
  if (mine !== turn) return;
  const image = el('img', { src: picture.address, alt: `Page ${page} of ${place.filename}`, width: picture.width, height: picture.height });
  const marks = place.boxes.filter(box => box.page === page).map(box => mark(box, picture));
  fill(stage, el('div', { class: 'sheet' }, image, marks));
  if (marks.length > 0) stage.scrollTop = Math.max(0, marks[0].offsetTop - stage.clientHeight / 3);
}

/** In shares of the picture, so that it stays in place at any size. */
function mark(box, picture) {
  const node = el('div', { class: 'mark' });
  const across = points => `${100 * points / picture.points.width}%`;
  const down = points => `${100 * points / picture.points.height}%`;
  node.style.left = across(box.l);
  node.style.top = down(box.t);
  node.style.width = across(box.r - box.l);
  node.style.height = down(box.b - box.t);
  return node;
}

async function load(id, page) {
  const key = `${id}/${page}`;
  if (!pictures.has(key)) {
    const picture = await fetched(id, page, SCALE);
    const measured = picture.width * picture.height < LARGE ? picture : await fetched(id, page, SMALL_SCALE);
    pictures.set(key, { ...picture, points: measured.points });
    forgetOldest();
  }
  return pictures.get(key);
}

async function fetched(id, page, scale) {
  const response = await api.send('GET', `/documents/${id}/pages/${page}?scale=${scale}`, { accept: 'image/png, application/problem+json' });
  const address = URL.createObjectURL(await response.blob());
  const image = new Image();
  image.src = address;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  return { address, width, height, points: { width: width / scale, height: height / scale } };
}

function forgetOldest() {
  while (pictures.size > MOST_KEPT) {
    const [key, picture] = pictures.entries().next().value;
    URL.revokeObjectURL(picture.address);
    pictures.delete(key);
  }
}

/** Its address is good for a few minutes and needs no token. The window is opened first, or browsers take it for an advertisement. */
export async function openPdf(id) {
  const tab = window.open('', '_blank');
  try {
    const { url } = await api.get(`/documents/${id}/content`);
    if (tab) tab.location = url;
    else location.assign(url);
  } catch (trouble) {
    tab?.close();
    notify(trouble.message);
  }
}
