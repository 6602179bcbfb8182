// Mouse, pen and fingers on the plate. The left button or a single finger does what the tool does, the right button always windows, two
// fingers always zoom and pan, the wheel zooms.
import { pan, toImage, zoom } from "./view.js";

const middle = ([[x, y], [u, v]]) => [(x + u) / 2, (y + v) / 2];
const apart = ([[x, y], [u, v]]) => Math.hypot(u - x, v - y);

export const listenToPointers = (plate, desk, on) => {
  const down = new Map();
  let pane = null;
  let drag = null;

  const begin = (event) => {
    const at = pane.at(event);
    drag = event.button === 2 ? "window" : event.button === 0 ? desk.tool() : null;
    if (drag === "ruler") {
      pane.rulers.push([toImage(pane.placed(), at), toImage(pane.placed(), at)]);
    }
    desk.hover(pane, toImage(pane.placed(), at));
  };

  const end = () => {
    if (drag === "ruler") {
      desk.ruled(pane);
    }
    drag = null;
  };

  const pinch = (before, after) => {
    const placed = pane.placed();
    const [[x, y], [u, v]] = [middle(before), middle(after)];
    pan(pane.look.view, placed, u - x, v - y);
    zoom(pane.look.view, pane.placed(), apart(after) / Math.max(1, apart(before)), [u, v]);
    desk.changed();
  };

  const acts = {
    pan: (dx, dy) => {
      pan(pane.look.view, pane.placed(), dx, dy);
      desk.changed();
    },
    window: (dx, dy) => desk.range.drag(dx, dy),
    ruler: (dx, dy, at) => {
      pane.rulers.at(-1)[1] = toImage(pane.placed(), at);
      desk.changed();
    },
    magnifier: () => {},
  };

  on(plate, "contextmenu", (event) => event.preventDefault());
  on(plate, "wheel", (event) => {
    const over = desk.paneOf(event);
    if (over) {
      event.preventDefault();
      zoom(over.look.view, over.placed(), Math.exp(-event.deltaY / 400), over.at(event));
      desk.changed();
    }
  });
  on(plate, "pointerdown", (event) => {
    const over = desk.paneOf(event);
    if (!over || (pane && down.size > 0 && over !== pane)) {
      return;
    }
    pane = over;
    desk.choose(pane);
    down.set(event.pointerId, pane.at(event));
    pane.element.setPointerCapture(event.pointerId);
    if (down.size === 1) {
      begin(event);
    } else if (drag === "ruler") {
      // The first of two fingers was no ruler.
      pane.rulers.pop();
      drag = null;
    } else {
      drag = null;
    }
  });
  on(plate, "pointermove", (event) => {
    const over = down.size > 0 ? pane : desk.paneOf(event);
    const at = over?.at(event);
    if (down.has(event.pointerId)) {
      const [x, y] = down.get(event.pointerId);
      const before = [...down.values()];
      down.set(event.pointerId, at);
      if (down.size === 2) {
        pinch(before, [...down.values()]);
      } else {
        acts[drag]?.(at[0] - x, at[1] - y, at);
      }
    }
    desk.hover(over, over ? toImage(over.placed(), at) : null);
  });
  for (const kind of ["pointerup", "pointercancel"]) {
    on(plate, kind, (event) => {
      if (down.delete(event.pointerId) && down.size === 0) {
        end();
        if (event.pointerType === "touch") {
          desk.hover(null, null);
        }
      }
    });
  }
  on(plate, "pointerleave", () => desk.hover(null, null));
  on(plate, "dblclick", () => desk.tool() === "ruler" || desk.act("fit"));
};
