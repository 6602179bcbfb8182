// Where an image stands in its pane. A view holds for images and panes of any size: how much larger than fitting, which share of the image
// is in the middle, and how it is turned and mirrored. The matrix takes a step in the image to one on the screen; its inverse is its transpose.

export const largest = 16;

export const straight = [1, 0, 0, 1];

export const fresh = () => ({ zoom: 1, x: 0.5, y: 0.5, matrix: straight });

// A quarter clockwise, as seen.
export const turn = ([a, b, c, d]) => [0 - c, 0 - d, a, b];

// Left and right exchanged, as seen.
export const flip = ([a, b, c, d]) => [0 - a, 0 - b, c, d];

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

// The scale, and the place of the image in the middle of the pane, so that no room is left empty that the image could fill.
export const place = ({ zoom, x, y, matrix }, box, image) => {
  const lies = matrix[0] === 0;
  const [across, down] = lies ? [image.height, image.width] : [image.width, image.height];
  const scale = zoom * Math.min(box.width / across, box.height / down);
  const [halfX, halfY] = (lies ? [box.height, box.width] : [box.width, box.height]).map((side) => side / scale / 2);
  const middle = (share, side, half) => side > 2 * half ? clamp(share * side, half, side - half) : side / 2;
  return { scale, x: middle(x, image.width, halfX), y: middle(y, image.height, halfY), matrix, box, image };
};

export const toImage = ({ scale, x, y, matrix: [a, b, c, d], box }, [atX, atY]) => {
  const [dx, dy] = [(atX - box.width / 2) / scale, (atY - box.height / 2) / scale];
  return [x + a * dx + c * dy, y + b * dx + d * dy];
};

export const toPane = ({ scale, x, y, matrix: [a, b, c, d], box }, [u, v]) =>
  [box.width / 2 + scale * (a * (u - x) + b * (v - y)), box.height / 2 + scale * (c * (u - x) + d * (v - y))];

const centre = (view, { box, image }, x, y) => {
  const found = place({ ...view, x: x / image.width, y: y / image.height }, box, image);
  [view.x, view.y] = [found.x / image.width, found.y / image.height];
};

// The image goes along with the pointer.
export const pan = (view, placed, dx, dy) => {
  const { scale, x, y, matrix: [a, b, c, d] } = placed;
  centre(view, placed, x - (a * dx + c * dy) / scale, y - (b * dx + d * dy) / scale);
};

// What is under the given point of the pane stays there.
export const zoom = (view, placed, factor, at = [placed.box.width / 2, placed.box.height / 2]) => {
  const [u, v] = toImage(placed, at);
  view.zoom = clamp(view.zoom * factor, 1, largest);
  const after = place(view, placed.box, placed.image);
  const [nowU, nowV] = toImage(after, at);
  centre(view, placed, after.x + u - nowU, after.y + v - nowV);
};

// The same as a style, for the pictures that lie below the drawing.
export const toStyle = ({ scale, x, y, matrix, box, image }) => {
  const [a, b, c, d] = matrix;
  const larger = +(scale / Math.min(box.width / image.width, box.height / image.height)).toFixed(4);
  const [u, v] = [image.width / 2 - x, image.height / 2 - y];
  const [left, top] = [scale * (a * u + b * v), scale * (c * u + d * v)].map((length) => +length.toFixed(2) || 0);
  const turned = matrix.every((value, i) => value === straight[i]) ? "" : ` matrix(${a}, ${c}, ${b}, ${d}, 0, 0)`;
  return larger === 1 && left === 0 && top === 0 && turned === "" ? "" : `translate(${left}px, ${top}px) scale(${larger})${turned}`;
};
