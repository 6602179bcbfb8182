// Files on their way to the server, by HTTP: two at a time, large ones in parts, and after a break each on until it is there. The queue is the
// page's, not the circuit's: it goes on while that is broken, and waits for the next one when it is lost.

import { put, take } from "./left-files.js";
import { breakOff, isBreak, newUpload, send } from "./upload-parts.js";

const [atOnce, mostTries, longestPause] = [2, 10, 15_000];

const waiting = [];
const running = new Set();
const state = { total: 0, sent: 0, refused: [], cut: false };
let address = null;
let changed = () => {};
let [places, breaks, isLeft] = [0, 0, false];
let pause;

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
      queue(file, first);
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
  items.forEach(({ file, first }) => queue(file, first));
  pump();
};

export const cancel = () => {
  waiting.length = 0;
  running.forEach(breakOff);
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

const queue = (file, first) => waiting.push({ ...newUpload(file), first, place: places++, tries: 0, reached: 0, share: 0 });

const run = async (item) => {
  running.add(item);
  const headers = { "Upload-Place": item.place, "Upload-First": item.first };
  const status = await send(item, () => address, headers, (share) => {
    item.share = share;
    mend();
    changed();
  });
  const begun = item.share > 0 || status !== 0;
  item.share = 0;
  const readable = status !== 0 || await item.file.slice(0, 1).arrayBuffer().then(() => true, () => false);
  if (!running.delete(item)) { // cancelled
    return;
  }
  if (!readable) {
    refuse(item, "unreadable");
  } else if (isBreak(status)) {
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
  if (item.offset > item.reached) {
    [item.reached, item.tries, breaks] = [item.offset, 0, 0];
  }
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
