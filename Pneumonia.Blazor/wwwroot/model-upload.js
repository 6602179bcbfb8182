// A model zip on its way to the server, in parts: after a break of the line it goes on where it stood, also to the next circuit of the page.

const partLength = 1 << 20;
const pause = 2_000;
const stalled = 60_000;

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
      send(file, () => complain(fill(texts.notTaken, file.name)));
    }
  }, { signal: control.signal });
  part("cancel").addEventListener("click", () => {
    sending?.request.abort();
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

const send = async (file, refuse) => {
  const job = sending = { file, offset: 0, isCut: false, key: crypto.getRandomValues(new Uint32Array(4)).join("-"), request: new AbortController() };
  draw();
  do {
    const answer = address && await post(job).catch(() => null);
    if (job !== sending) {
      return;
    }
    job.isCut = !answer || answer.status === 404 || answer.status === 429 || answer.status >= 500;
    if (job.isCut) {
      draw();
      await wait();
    } else if (answer.ok) {
      job.offset = Number(await answer.text());
      draw();
    } else {
      refuse();
      break;
    }
  } while (job === sending && (job.isCut || job.offset < file.size));
  if (job === sending) {
    sending = null;
    draw();
  }
};

const post = ({ file, offset, key, request }) => fetch(address, {
  method: "POST",
  body: file.slice(offset, offset + partLength),
  headers: {
    "Upload-Key": key,
    "Upload-Name": encodeURIComponent(file.name.replace(/\p{Surrogate}/gu, "\uFFFD")),
    "Upload-Length": file.size,
    "Upload-Offset": offset,
  },
  signal: AbortSignal.any([request.signal, AbortSignal.timeout(stalled)]),
});
