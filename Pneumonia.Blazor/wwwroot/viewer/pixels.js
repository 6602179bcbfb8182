// Grey levels of an image, 0 to 65,535, each with its halves: an image much larger than the screen is drawn from one near its size there.

export const white = 65535;

const smallest = 256;

// Milliseconds after which what failed is tried anew.
const pause = 3000;

const half = ({ width, height, levels }) => {
  const [across, down] = [width >> 1, height >> 1];
  const halved = new Uint16Array(across * down);
  for (let y = 0, at = 0; y < down; y++) {
    for (let x = 0, from = 2 * y * width; x < across; x++, from += 2) {
      halved[at++] = (levels[from] + levels[from + 1] + levels[from + width] + levels[from + width + 1] + 2) >> 2;
    }
  }
  return { width: across, height: down, levels: halved };
};

export const withHalves = (whole) => {
  const sizes = [whole];
  while (Math.min(sizes.at(-1).width, sizes.at(-1).height) >= 2 * smallest) {
    sizes.push(half(sizes.at(-1)));
  }
  return sizes;
};

// Columns and rows, then the levels: see ScreenImages.Levels.
const unpack = async (url) => {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`the grey levels cannot be fetched (${response.status})`);
  }
  const bytes = await new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  const [width, height] = new Uint32Array(bytes, 0, 2);
  return withHalves({ width, height, levels: new Uint16Array(bytes, 8) });
};

const fetched = new Map();

// The levels of a file, fetched once for all panes that show it.
export const fetchLevels = (url) => {
  if (!fetched.has(url)) {
    const levels = unpack(url);
    levels.catch(() => setTimeout(() => fetched.delete(url), pause));
    fetched.set(url, levels);
  }
  return fetched.get(url);
};

// Lets go of what no pane shows any more.
export const keepLevels = (urls) => [...fetched.keys()].filter((url) => !urls.includes(url)).forEach((url) => fetched.delete(url));

// The 8 bits of a picture, until the file's own levels are here.
export const fromPicture = (picture) => {
  const canvas = document.createElement("canvas");
  const [width, height] = [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(picture, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  const levels = new Uint16Array(width * height);
  for (let i = 0; i < levels.length; i++) {
    levels[i] = data[4 * i] * 257;
  }
  return withHalves({ width, height, levels });
};

// Which of the sizes to draw from, at so many pixels of the canvas for one of the image.
export const sizeFor = (sizes, image, scale) => {
  const step = Math.floor(Math.log2(sizes[0].width / image.width / scale) + 0.25);
  return Math.min(sizes.length - 1, Math.max(0, step));
};

// The levels below which the given shares of the pixels lie.
export const percentiles = ([{ levels }], shares) => {
  const counts = new Uint32Array(white + 1);
  levels.forEach((level) => counts[level]++);
  return shares.map((share) => {
    let level = 0;
    for (let below = counts[0]; level < white && below <= share * levels.length; below += counts[++level]);
    return level;
  });
};
