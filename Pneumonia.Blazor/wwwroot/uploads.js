// Files on their way to the server, by HTTP: two at a time, and after a break each again until it is there. Its key lets the server tell a
// file that comes twice. The queue is the page's, not the circuit's: it goes on while that is broken, and waits for the next one when it is lost.

import { put, take } from "./left-files.js";

const atOnce = 2;
const mostTries = 10;
const longestPause = 15_000;
const stalled = 30_000;
const unanswered = 180_000;

const waiting = [];
const running = new Set();
const state = { total: 0, sent: 0, refused: [], cut: false };
let address = null;
let changed = () => {};
let [places, breaks] = [0, 0];
let pause;
let isLeft = false;

/** Where the files go from now on, and who is told of every step. */
export const sendTo = (url, listener) => {
  [address, changed] = [url, listener];
  resume();
};

/** What there is to show: counts, the files that are refused, whether the line is cut, the share that has come. */
export const progress = () => ({
  ...state,
  busy: waiting.length + running.size > 0,
  isLeft,
  arrived: [...running].reduce((sum, item) => sum + item.share, state.sent + state.refused.length),
});

/** Queues files; complain(file) gives the name of the reason why one is refused unsent. */
export const add = (files, complain) => {
  if (!progress().busy) {
    clear();
  }
  state.total += files.length;
  let first = true;
  for (const file of files) {
    const reason = complain(file);
    if (reason) {
      refuse({ file }, reason);
    } else {
      waiting.push({ file, first, key: newKey(), place: places++, tries: 0, share: 0 });
      first = false;
    }
  }
  pump();
};

/** Puts what is still to be sent where the tab's next page finds it. */
export const putAway = async () => {
  [isLeft, address] = [true, null];
  const items = [...running, ...waiting];
  if (items.length > 0) {
    await put(items.map(({ file, first }) => ({ file, first })));
  }
};

/** Sends what the tab's last page put away. */
export const takeUp = async () => {
  const items = await take();
  state.total += items.length;
  waiting.push(...items.map(({ file, first }) => ({ file, first, key: newKey(), place: places++, tries: 0, share: 0 })));
  pump();
};

export const cancel = () => {
  waiting.length = 0;
  running.forEach((item) => item.request.abort());
  running.clear();
  clear();
  changed();
};

export const clear = () => Object.assign(state, { total: 0, sent: 0, refused: [], cut: false });

window.addEventListener("online", () => resume());

const resume = () => {
  pause = clearTimeout(pause);
  pump();
};

const pump = () => {
  while (address && !pause && running.size < atOnce && waiting.length > 0) {
    run(waiting.shift());
  }
  changed();
};

const run = async (item) => {
  running.add(item);
  const status = await post(item);
  const begun = item.share > 0 || status !== 0;
  item.share = 0;
  const readable = status !== 0 || await item.file.slice(0, 1).arrayBuffer().then(() => true, () => false);
  if (!running.delete(item)) { // cancelled
    return;
  }
  if (!readable) {
    refuse(item, "unreadable");
  } else if (status === 0 || status === 404 || status === 408 || status === 429 || status >= 500) {
    again(item, status === 404, begun);
  } else {
    settle(item, status);
  }
  pump();
};

const refuse = ({ file }, reason) => state.refused.push({ name: file.name, reason });

// What comes through while others wait for their next try proves nothing.
const mend = () => Object.assign(state, { cut: pause !== undefined || address === null });

const settle = (item, status) => {
  breaks = 0;
  mend();
  if (status === 204) {
    state.sent++;
  } else if (status === 409) { // those behind it find no room either
    [item, ...waiting.splice(0)].forEach((one) => refuse(one, "tabFull"));
  } else {
    refuse(item, status === 413 ? "onTheWay" : "notTaken");
  }
};

// A file that breaks off time and again is given up; a line that is not there is waited for.
const again = (item, lost, begun) => {
  if (!lost && begun && ++item.tries > mostTries) {
    return refuse(item, "notSent");
  }
  state.cut = true;
  waiting.push(item);
  waiting.sort((one, other) => one.place - other.place);
  if (!lost) {
    pause ??= setTimeout(resume, Math.min(longestPause, 1000 * 2 ** breaks++));
  } else if (item.address === address) { // until the page is connected anew
    address = null;
  }
};

const post = (item) => new Promise((resolve) => {
  const request = new XMLHttpRequest();
  Object.assign(item, { request, address });
  const expect = (limit) => {
    clearTimeout(item.watch);
    item.watch = setTimeout(() => request.abort(), limit);
  };
  request.open("POST", address);
  request.setRequestHeader("Upload-Key", item.key);
  request.setRequestHeader("Upload-Name", encodeURIComponent(item.file.name.replace(/\p{Surrogate}/gu, "\uFFFD")));
  request.setRequestHeader("Upload-Place", item.place);
  request.setRequestHeader("Upload-First", item.first);
  request.upload.onprogress = (event) => {
    item.share = event.total ? event.loaded / event.total : 0;
    mend();
    expect(stalled);
    changed();
  };
  request.upload.onload = () => expect(unanswered);
  request.onloadend = () => resolve(request.status, clearTimeout(item.watch));
  expect(stalled);
  request.send(item.file);
});

// crypto.randomUUID is there over HTTPS alone.
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
