// Plain words for what the API says in codes and numbers.

export function bytes(count) {
  if (count < 1000) return `${count} bytes`;
  if (count < 1_000_000) return `${(count / 1000).toFixed(0)} kB`;
  return `${(count / 1_000_000).toFixed(1)} MB`;
}

export function counted(count, one, many = `${one}s`) {
  return `${new Intl.NumberFormat('en').format(count)} ${count === 1 ? one : many}`;
}

export function dollars(amount) {
  const digits = amount !== 0 && Math.abs(amount) < 0.1 ? 4 : 2;
  return `$${Number(amount).toFixed(digits)}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

export function day(time) {
  return DAY.format(new Date(time));
}

export function moment(time) {
  return MOMENT.format(new Date(time));
}

/** The text of a page without the ends of its lines; paragraphs stay. */
export function flowing(text) {
  return text.replaceAll(/([^\n])\n(?!\n)/g, '$1 ');
}

/** Where a document is on its way. */
export function status(document) {
  const progress = document.progress;
  switch (document.status) {
    case 'uploading': return 'Waiting for its bytes';
    case 'queued': return 'Waiting to be read';
    case 'parsing': return progress.pages > 0 ? `Reading page ${progress.pages_done} of ${progress.pages}` : 'Reading';
    case 'embedding': return progress.chunks > 0 ? `Indexing piece ${progress.chunks_done} of ${progress.chunks}` : 'Indexing';
    case 'ready': return 'Ready';
    case 'failed': return 'Could not be read';
    default: return document.status;
  }
}

/** From 0 to 1. Reading is taken for the first half of the work and indexing for the second. */
export function share(document) {
  const { pages_done: read, pages, chunks_done: indexed, chunks } = document.progress;
  if (document.status === 'ready') return 1;
  if (document.status === 'embedding') return 0.5 + (chunks > 0 ? 0.5 * indexed / chunks : 0);
  if (document.status === 'parsing') return pages > 0 ? 0.5 * read / pages : 0.05;
  return 0;
}

const WARNINGS = {
  no_text: 'No page has text, so nothing can be found in it. It may be a scan.',
  pages_without_text: 'These pages show something, but nothing of it is text',
  pages_unreadable: 'Nothing could be made of these pages',
  pages_garbled: 'The file does not say what the letters on these pages mean',
  pages_recognised: 'The letters of these pages were recognised from pictures',
  hidden_text: 'Text that nobody sees was left out on these pages',
};

/** @param warning a code, mostly with pages: `pages_without_text: 3, 7-9` */
export function warning(warning) {
  const [code, pages] = warning.split(/: (.*)/s);
  const known = WARNINGS[code] ?? code.replaceAll('_', ' ');
  return pages === undefined ? known : `${known}: ${pages.replaceAll('-', '–')}`;
}

const FAILURES = {
  damaged: 'The file is damaged.',
  no_pages: 'The file has no pages.',
  password_required: 'The file opens with a password only. Save it without one and add it again.',
  unsupported_encryption: 'The file is encrypted in a way that is not supported.',
  too_many_pages: 'The file has too many pages.',
  limit_exceeded: 'The file asks for more memory than a document may have.',
  parse_timeout: 'Reading took too long.',
  parser_crashed: 'Reading it broke off. Another try may help; if not, export it again.',
  source_missing: 'Its PDF is not here. Add the same file again.',
};

export function failure(error) {
  return FAILURES[error.code] ?? error.detail ?? error.code;
}

/** Why an answer is not a whole one. */
export function shortfall(message) {
  switch (message.status) {
    case 'partial': return 'Some sentences have no quote that holds. They are marked.';
    case 'unsupported': return 'No quote in this answer could be found in your documents. Do not rely on it.';
    case 'failed': return 'A part of the service was down.';
    case 'aborted': return 'This answer was broken off.';
    default: return '';
  }
}
