// What is drawn over an X-ray: the lungs' outlines, rulers, and the cross that the keyboard moves.
import { toPane } from "./view.js";

const create = (name, attributes, text = "") => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  element.textContent = text;
  return element;
};

// In millimetres where the file tells how far its pixels are apart, else in pixels of the file.
export const lengthOf = ([[u, v], [w, z]], spacing) => {
  const length = Math.hypot((w - u) * (spacing?.[0] ?? 1), (z - v) * (spacing?.[1] ?? 1));
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false };
  return `${length.toLocaleString(document.documentElement.lang || "en", digits)} ${spacing ? "mm" : "px"}`;
};

const ruler = (pane, placed, points) => {
  const [[x1, y1], [x2, y2]] = points.map((point) => toPane(placed, point));
  const group = create("g", { class: "ruler" });
  group.append(
    create("line", { x1, y1, x2, y2 }),
    create("circle", { cx: x1, cy: y1, r: 3 }),
    create("circle", { cx: x2, cy: y2, r: 3 }),
    create("text", { x: (x1 + x2) / 2 + 8, y: (y1 + y2) / 2 - 8 }, lengthOf(points, pane.spacing)));
  return group;
};

const cross = (placed, point) => {
  const [x, y] = toPane(placed, point);
  return create("path", { class: "cross", d: `M${x - 12} ${y}h9m6 0h9M${x} ${y - 12}v9m0 6v9` });
};

// Corners in shares of the image.
const lungs = (pane, placed) => JSON.parse(pane.element.dataset.lungs ?? "[]").map((line) => create("polygon", {
  class: "lungs",
  points: line.map(([x, y]) => toPane(placed, [x * pane.image.width, y * pane.image.height]).map((length) => length.toFixed(1)).join(",")).join(" "),
}));

export const drawMarks = (pane, cursor) => {
  const placed = pane.placed();
  const marks = [...lungs(pane, placed), ...pane.rulers.map((points) => ruler(pane, placed, points))];
  if (cursor) {
    marks.push(cross(placed, cursor));
  }
  pane.element.querySelector(".marks").replaceChildren(...marks);
};
