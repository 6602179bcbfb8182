// A file on its way to the server by HTTP, in parts. The server says where the next one begins, so that after a break of the line the file
// goes on where it stood, and nothing that has come is sent again.

const partLength = 1 << 20;
const stalled = 30_000;
const unanswered = 180_000;

// crypto.randomUUID is there over HTTPS alone.
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** A file that is to be sent. Its key lets the server tell one that comes twice. */
export const newUpload = (file) => ({ file, key: newKey(), address: null, offset: 0, isCut: false });

/** Whether the same may pass another time: the line broke, the server has no time, or is another one now. */
export const isBreak = (status) => status === 0 || status === 404 || status === 408 || status === 429 || status >= 500;

/** Sends what is still to be sent of a file. */
export const send = async (upload, addressNow, headers, moved) => {
  for (;;) {
    const address = addressNow();
    const status = address ? await sendPart(upload, address, headers, moved) : 404;
    if (status !== 200 || upload.offset === upload.file.size || upload.isBrokenOff) {
      return status;
    }
  }
};

/** Sends no more of a file. */
export const breakOff = (upload) => {
  upload.isBrokenOff = true;
  upload.request?.abort();
};

// After a break it first asks how far the file has come. The status is 200 where there is more to be sent.
const sendPart = async (upload, address, headers, moved) => {
  if (upload.address !== address) { // nothing of the file is there
    Object.assign(upload, { address, offset: 0, isCut: false });
  }
  const { file, offset } = upload;
  // What fits into one part is sent as fast as asked for.
  const asks = upload.isCut && file.size > partLength;
  const part = file.slice(offset, asks ? offset : offset + partLength);
  const { status, text } = await post(upload, part, headers, (bytes) => moved((offset + bytes) / (file.size || 1)));
  upload.isCut = isBreak(status);
  if (status === 200) {
    upload.offset = Number(text);
  }
  return status === 200 && !asks && upload.offset <= offset && offset < file.size ? 503 : status;
};

const post = (upload, part, headers, moved) => new Promise((resolve) => {
  const { file, key, address, offset } = upload;
  const request = upload.request = new XMLHttpRequest();
  let watch;
  const expect = (limit) => {
    clearTimeout(watch);
    watch = setTimeout(() => request.abort(), limit);
  };
  request.open("POST", address);
  const all = {
    ...headers,
    "Upload-Key": key,
    "Upload-Name": encodeURIComponent(file.name.replace(/\p{Surrogate}/gu, "\uFFFD")),
    "Upload-Length": file.size,
    "Upload-Offset": offset,
  };
  Object.entries(all).forEach(([name, value]) => request.setRequestHeader(name, value));
  request.upload.onprogress = ({ loaded }) => {
    expect(stalled);
    moved(loaded);
  };
  request.upload.onload = () => expect(unanswered);
  request.onloadend = () => resolve({ status: request.status, text: request.responseText }, clearTimeout(watch));
  expect(stalled);
  request.send(part);
});
