// Builds elements. Text becomes text nodes, so what stands in documents, names and answers is never read as HTML.

const BOOLEAN = new Set(['hidden', 'disabled', 'checked', 'required', 'multiple', 'open', 'selected', 'autofocus']);

/** An element with attributes, listeners (`on: {click}`) and children: nodes, strings, lists of them, or nothing. */
export function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    if (name === 'on') for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (name === 'value') node.value = value;
    else if (BOOLEAN.has(name)) node.toggleAttribute(name, Boolean(value));
    else if (name === 'href') node.setAttribute('href', safe(String(value)));
    else node.setAttribute(name, String(value));
  }
  append(node, children);
  return node;
}

/** Only to places of this page, to this server and to what the browser holds itself. */
function safe(address) {
  return /^(#|\/(?!\/)|blob:)/.test(address) ? address : '#';
}

export function append(node, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Puts other children in place of those that are there. */
export function fill(node, ...children) {
  node.replaceChildren();
  append(node, children);
  return node;
}

export function button(text, action, attributes = {}) {
  return el('button', { type: 'button', ...attributes, on: { click: action } }, text);
}

let last = 0;

/** An id that no other element has. */
export function unique(prefix) {
  last += 1;
  return `${prefix}-${last}`;
}

/** A labelled field. */
export function field(label, input) {
  input.id = input.id || unique('field');
  return el('div', { class: 'field' }, el('label', { for: input.id }, label), input);
}

/** Tells those who hear the page, and shows it to the others for a while. */
export function notify(text) {
  const notice = document.getElementById('notice');
  fill(notice, el('p', {}, text));
  clearTimeout(notify.timer);
  notify.timer = setTimeout(() => fill(notice), 6000);
}

/** That something did not work, and the way to try it once more. It is done by itself when a server that was silent is back. */
export function failed(trouble, again) {
  return el('p', { class: 'bad', role: 'alert', 'data-trouble': trouble.kind }, trouble.message, ' ', button('Try again', again, { class: 'link' }));
}

/** Takes the focus to the heading of what has just been shown. */
export function arrive(heading) {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
