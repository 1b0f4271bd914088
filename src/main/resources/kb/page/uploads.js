// PDFs on their way in: sent, read and indexed, each attempt that fails made again.

import * as api from './api.js';
import * as session from './session.js';

const PAUSES = [1000, 3000, 8000];
const SOON = 400;
const LATER = 4000;
const AT_A_TIME = 5;
const listeners = new Set();
let limits = null;

/** Every file that was given to this page since it was opened. */
export const uploads = [];

export function whenChanged(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed() {
  for (const listener of listeners) listener();
}

function wait(milliseconds) {
  return new Promise(done => setTimeout(done, milliseconds));
}

/** One file. `stage` is waiting, checking, sending, working, ready, failed, known or asking. */
class Upload {
  constructor(file, replacing) {
    this.file = file;
    this.name = file.name;
    this.replace = replacing;
    this.stage = 'waiting';
    this.sent = 0;
    this.document = null;
    this.trouble = null;
  }

  set(stage, more = {}) {
    Object.assign(this, { stage, trouble: null, ...more });
    changed();
  }

  async run() {
    try {
      await this.persistently();
    } catch (trouble) {
      this.set(trouble.kind === 'duplicate-filename' ? 'asking' : 'failed', { trouble });
    }
  }

  /** The same bytes are the same document, so sending them twice does no harm. While the server is silent it is no attempt. */
  async persistently() {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.send();
      } catch (trouble) {
        const passing = trouble.kind === 'offline' || trouble.status === 429 || trouble.status >= 500;
        if (!passing || attempt >= PAUSES.length) throw trouble;
        this.set('sending', { sent: 0, trouble });
        await api.whenBack();
        await wait(Math.max(PAUSES[attempt], 1000 * (trouble.retryAfter ?? 0)));
      }
    }
  }

  async send() {
    limits ??= (await api.get('/health')).limits;
    if (this.file.size > limits.presigned_upload_bytes)
      throw new api.Trouble('too-large', 'Too large', `A PDF may have ${Math.floor(limits.presigned_upload_bytes / 1_000_000)} MB.`);
    return this.file.size <= limits.direct_upload_bytes ? this.direct() : this.announced();
  }

  async direct() {
    this.set('sending', { sent: 0 });
    const query = new URLSearchParams({ filename: this.name, ...this.replace ? { replace: 'true' } : {} });
    const reply = await api.put('POST', `/documents?${query}`, this.file, api.headers({ 'content-type': 'application/pdf' }), sent => this.progress(sent));
    this.taken(reply);
  }

  async announced() {
    this.set('checking');
    const announcement = { filename: this.name, size_bytes: this.file.size, sha256: await digest(this.file), replace: this.replace };
    const target = await api.change('POST', '/documents/uploads', announcement);
    if (!target.url) return this.taken({ status: 200, text: JSON.stringify(target) });
    this.set('sending', { sent: 0 });
    const stored = await api.put(target.method, target.url, this.file, target.headers, sent => this.progress(sent));
    // 412: an earlier attempt has put them already
    if (stored.status >= 300 && stored.status !== 412) throw new api.Trouble('storage', 'The storage did not take the file', `It answered ${stored.status}.`, stored.status);
    const document = await api.change('POST', `/documents/uploads/${target.document_id}/complete`);
    return this.taken({ status: 202, text: JSON.stringify(document) });
  }

  progress(sent) {
    this.sent = sent;
    changed();
  }

  taken(reply) {
    if (reply.status >= 300) throw api.trouble(reply.status, reply.text, reply.retryAfter);
    const document = JSON.parse(reply.text);
    const known = reply.status === 200 && document.status === 'ready';
    this.set(known ? 'known' : 'working', { document });
    if (!known) watch();
  }

  /** How far the server is with it. What cannot be told now is asked again. */
  async look() {
    try {
      const document = await api.get(`/documents/${this.document.document_id}`);
      this.set(['ready', 'failed'].includes(document.status) ? document.status : 'working', { document });
    } catch (trouble) {
      if (trouble.status === 404) this.set('failed', { trouble });
    }
  }

  begin(changes = {}) {
    Object.assign(this, changes);
    this.set('waiting');
    return this.run();
  }
}

/** SHA-256 in hexadecimal. */
async function digest(file) {
  if (!crypto.subtle) throw new api.Trouble('insecure', 'Bigger PDFs need https', 'This page came without it, so the browser computes no checksum.');
  const sum = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(sum), byte => byte.toString(16).padStart(2, '0')).join('');
}

let watching = false;

/** Looks after those that are sent, the oldest first, which are read first. */
async function watch() {
  if (watching) return;
  watching = true;
  for (let pause = SOON; session.person() !== null; pause = Math.min(LATER, pause * 1.3)) {
    const working = uploads.filter(upload => upload.stage === 'working');
    if (working.length === 0) break;
    await wait(pause);
    await Promise.all(working.slice(-AT_A_TIME).map(upload => upload.look()));
    if (working.some(upload => upload.stage !== 'working')) pause = SOON;
  }
  watching = false;
}

let owner = null;

/** Goes on with what a token that expired has broken off; what another person gave is forgotten. */
export function resume(person) {
  const same = owner === null || owner.id === person.id && owner.tenant === person.tenant;
  owner = person;
  if (!same) uploads.length = 0;
  for (const upload of uploads) if (upload.stage === 'failed' && upload.trouble?.status === 401) upload.begin();
  watch();
  changed();
}

let queue = Promise.resolve();

/** Takes files in, one after the other. @param replacing says that they may be the next version of a name in use */
export function add(files, replacing = false) {
  for (const file of files) {
    const upload = new Upload(file, replacing);
    uploads.unshift(upload);
    queue = queue.then(() => upload.run());
  }
  changed();
}

/** What is begun again at its own place is on its way here, too. */
export function begunAgain(document) {
  for (const upload of uploads) if (upload.document?.document_id === document.document_id) upload.set('working', { document });
  watch();
}

export function forget(upload) {
  uploads.splice(uploads.indexOf(upload), 1);
  changed();
}
