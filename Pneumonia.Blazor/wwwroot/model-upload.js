// A model zip on its way to the server: after a break of the line it goes on, also to the next circuit of the page.

import { breakOff, isBreak, newUpload, send } from "./upload-parts.js";

const pause = 2_000;

const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);
const megabytes = (bytes) => (bytes / 1e6).toFixed(0);
const wait = () => new Promise((resolve) => setTimeout(resolve, pause));

let address = null;
let draw = () => {};
let sending = null;
let attached;

export const attach = (host, url, most, texts) => {
  // Where the circuit was lost, nobody has let go of the last page.
  attached?.abort();
  const control = attached = new AbortController();
  const part = (name) => host.querySelector(`[data-${name}]`);
  const input = part("file");
  const complain = (text) => {
    part("complaint").textContent = text;
  };
  draw = () => {
    part("sending").hidden = sending === null;
    input.disabled = sending !== null;
    if (sending) {
      const { file, offset, isCut } = sending;
      [part("bar").max, part("bar").value] = [file.size, offset];
      part("text").textContent = fill(isCut ? texts.waiting : texts.sending, file.name, megabytes(offset), megabytes(file.size));
    }
  };
  input.addEventListener("change", () => {
    const [file] = input.files;
    input.value = "";
    complain(file && file.size > most ? fill(texts.tooLarge, file.name, megabytes(most)) : "");
    if (file && file.size <= most) {
      start(file, () => complain(fill(texts.notTaken, file.name)));
    }
  }, { signal: control.signal });
  part("cancel").addEventListener("click", () => {
    if (sending) {
      breakOff(sending);
    }
    sending = null;
    draw();
  }, { signal: control.signal });
  address = url;
  draw();
  return {
    dispose: () => {
      control.abort();
      if (address === url) {
        address = null;
      }
    },
  };
};

const start = async (file, refuse) => {
  const job = sending = newUpload(file);
  draw();
  for (;;) {
    const status = await send(job, () => address, {}, draw);
    if (job === sending && isBreak(status)) {
      job.isCut = true;
      draw();
      await wait();
    }
    if (job !== sending) {
      return;
    }
    if (!isBreak(status)) {
      sending = null;
      draw();
      return status === 200 || refuse();
    }
  }
};
