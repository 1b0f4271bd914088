// Questions that must be answered before it goes on; the browser keeps the focus inside and gives it back.

import { button, el, field, unique } from './dom.js';

function open(title, content, actions, role = 'dialog') {
  const id = unique('dialog');
  return new Promise(answered => {
    const dialog = el('dialog', { 'aria-labelledby': id, role });
    const finish = value => {
      dialog.close();
      dialog.remove();
      answered(value);
    };
    dialog.addEventListener('cancel', event => {
      event.preventDefault();
      finish(null);
    });
    const form = el('form', { on: { submit: event => {
      event.preventDefault();
      finish('confirm');
    } } },
    el('h2', { id }, title), content, el('div', { class: 'actions' }, actions(finish)));
    dialog.append(form);
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Yes or no. @param sentences what will happen, or elements that show it */
export async function ask(title, sentences, confirm, kind = 'primary') {
  const answer = await open(title, sentences.map(one => one instanceof Node ? one : el('p', {}, one)), finish => [
    button('Cancel', () => finish(null)),
    el('button', { type: 'submit', class: kind }, confirm),
  ], 'alertdialog');
  return answer === 'confirm';
}

/** Fields to change and things to do. @return `confirm`, the word of another action, or null */
export function form(title, fields, { confirm, others = [] }) {
  return open(title, fields.map(([label, input]) => field(label, input)), finish => [
    el('button', { type: 'submit', class: 'primary' }, confirm),
    others.map(([text, word, kind]) => button(text, () => finish(word), { class: kind ?? null })),
    button('Cancel', () => finish(null)),
  ]);
}

/** Something to read. */
export function tell(title, ...content) {
  return open(title, content, () => [el('button', { type: 'submit', class: 'primary' }, 'Close')]);
}

/** One of several ways to go on. @param ways pairs of text and word */
export function choose(title, sentences, ways) {
  return open(title, sentences.map(text => el('p', {}, text)), finish => [
    ways.map(([text, word], index) => button(text, () => finish(word), { class: index === 0 ? 'primary' : null })),
    button('Cancel', () => finish(null)),
  ], 'alertdialog');
}
