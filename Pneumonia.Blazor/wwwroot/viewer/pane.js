// One X-ray on the plate: its drawing over the pictures that come first, its levels and where they are.
import { createPainter as createFlat } from "./flat.js";
import { createPainter as createGl } from "./gl.js";
import { fetchLevels, fromPicture, white } from "./pixels.js";
import { place, toPane, toStyle } from "./view.js";

const faded = 0.4;

const round = ({ radius, larger }, [x, y], dense) => ({ x: x * dense, y: y * dense, radius: radius * dense, larger });

export const createPane = (element, changed) => {
  const { columns, rows, left, top, bits, levels } = element.dataset;
  const image = { width: +columns, height: +rows };
  const host = element.querySelector(".screen");
  const picture = element.querySelector("img.radiograph");
  let painter = null;
  let canvas = null;
  let sizes = null;
  let layer = null;
  let isWhole = false;
  let wasAsked = false;
  let isGone = false;

  const show = (all) => {
    sizes = all;
    painter.setLevels(all);
    canvas.dataset.levels = isWhole ? "file" : "picture";
    element.classList.add("drawn");
    changed();
  };

  const start = (create) => {
    canvas = document.createElement("canvas");
    painter = create(canvas);
    if (!painter) {
      return false;
    }
    canvas.dataset.drawnBy = painter.name;
    canvas.addEventListener("webglcontextlost", () => isGone || restart());
    host.replaceChildren(canvas);
    layer = null;
    return true;
  };

  // The graphics card has gone, or its driver has.
  const restart = () => {
    start(createFlat);
    if (sizes) {
      show(sizes);
    }
  };

  const showPicture = () => sizes || isGone || show(fromPicture(picture));

  // What the page lays over the X-ray.
  const layerNow = () => [...element.querySelectorAll("img.overlay, img.contours")].find((each) => !each.hidden);

  const setLayer = (next) => {
    if (next && !(next.complete && next.naturalWidth > 0)) {
      next.addEventListener("load", changed, { once: true });
      next = null;
    }
    const key = next ? next.src : null;
    if (layer !== key) {
      layer = key;
      painter.setLayer(next);
    }
    return next ? { opacity: +next.style.opacity, saturation: next.classList.contains("faded") ? faded : 1 } : { opacity: 0, saturation: 1 };
  };

  start(createGl) || start(createFlat);
  picture.complete && picture.naturalWidth > 0 ? showPicture() : picture.addEventListener("load", showPicture, { once: true });

  const box = () => ({ width: element.clientWidth, height: element.clientHeight });
  const pane = {
    element,
    levels,
    image,
    unit: white / (2 ** +bits - 1),
    // Millimetres from one pixel to the next, across and down; null where the file does not tell.
    get spacing() {
      return element.dataset.spacing?.split(" ").map(Number) ?? null;
    },
    look: null,
    rulers: [],

    placed: () => place(pane.look.view, box(), image),

    // Where a pointer is, in pixels of the pane.
    at: (event) => {
      const bounds = element.getBoundingClientRect();
      return [event.clientX - bounds.x - element.clientLeft, event.clientY - bounds.y - element.clientTop];
    },

    // The file's own levels; those of the picture are worn out by JPEG.
    fetch: async () => {
      const all = await fetchLevels(levels);
      if (!isWhole && !isGone) {
        isWhole = true;
        show(all);
      }
      return all;
    },

    // The same without being asked for: once, whatever comes of it, and not over a line that has better to do.
    fetchOnce: (then) => {
      const { effectiveType = "4g", saveData = false } = navigator.connection ?? {};
      if (!wasAsked && effectiveType === "4g" && !saveData) {
        wasAsked = true;
        pane.fetch().then(then, () => {});
      }
    },

    // The file's own levels where they are here, and its first pixel: bars may have been cut off.
    whole: () => (isWhole ? sizes[0] : null),
    first: [+left, +top],

    draw: (loupe, style) => {
      const { view, range, inverted } = pane.look;
      const placed = pane.placed();
      if (!(placed.scale > 0)) {
        return;
      }
      style(toStyle(placed));
      const overlaid = setLayer(layerNow());
      if (sizes) {
        const dense = window.devicePixelRatio;
        const [width, height] = [Math.round(placed.box.width * dense), Math.round(placed.box.height * dense)];
        if (canvas.width !== width || canvas.height !== height) {
          [canvas.width, canvas.height] = [width, height];
        }
        painter.paint(place(view, { width, height }, image), {
          ...overlaid,
          inverted,
          low: range.level - range.width / 2,
          width: range.width,
          loupe: loupe && round(loupe, toPane(placed, loupe.at), dense),
        });
      }
    },

    dispose: () => {
      isGone = true;
      painter.dispose();
    },
  };
  return pane;
};
