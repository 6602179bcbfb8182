// The same by keyboard: a key presses the button that bears its name, and with the focus on an X-ray the arrows do what the pointer would.
import { pan, toImage, toPane } from "./view.js";

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const step = 40;
const coarse = 20;

const withModifier = (event) => event.ctrlKey || event.metaKey || event.altKey;

export const listenToKeys = (viewer, bindings, desk, on) => {
  const names = new Map(bindings.map(([key, name]) => [key, name]));

  on(document, "keydown", (event) => {
    const elsewhere = event.target.closest("input:not([type=range]), textarea, select, [contenteditable], [role=dialog], [role=menu], .mud-dialog");
    const name = names.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
    if (!name || elsewhere || withModifier(event)) {
      return;
    }
    const button = viewer.querySelector(`[data-act="${name}"]`);
    button ? button.click() : desk.act(name);
  });

  const move = (pane, [dx, dy], isFine) => {
    const tool = desk.tool();
    if (tool === "pan") {
      pan(pane.look.view, pane.placed(), -dx * step, -dy * step);
      desk.changed();
    } else if (tool === "window") {
      desk.range.drag(dx * coarse, dy * coarse);
    } else {
      const placed = pane.placed();
      const [x, y] = toPane(placed, desk.cursorOf(pane));
      const length = isFine ? 1 : coarse;
      const [left, top] = [x + dx * length, y + dy * length];
      const within = (value, most) => Math.min(most - 1, Math.max(0, value));
      const point = toImage(placed, [within(left, placed.box.width), within(top, placed.box.height)]);
      if (desk.isOpen(pane)) {
        pane.rulers.at(-1)[1] = point;
      }
      desk.point(pane, point);
    }
  };

  const press = (pane) => {
    const point = desk.cursorOf(pane);
    if (desk.isOpen(pane)) {
      desk.ruled(pane);
    } else {
      pane.rulers.push([point, point]);
      desk.open(pane);
      desk.point(pane, point);
    }
  };

  on(viewer, "keydown", (event) => {
    const pane = event.target.matches(".pane") && !withModifier(event) ? desk.paneOf(event) : null;
    if (!pane) {
      return;
    }
    const isRuler = desk.tool() === "ruler";
    const isFixed = desk.tool() === "pan" && pane.look.view.zoom === 1;
    if (event.key in arrows && !isFixed) {
      move(pane, arrows[event.key], event.shiftKey);
    } else if (isRuler && (event.key === "Enter" || event.key === " ")) {
      press(pane);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      desk.removeRuler(pane);
    } else {
      return;
    }
    // The page's own arrows would go to another X-ray, as they do where there is nothing to move.
    event.preventDefault();
    event.stopPropagation();
  });
  on(viewer, "focusin", (event) => {
    const pane = event.target.matches(".pane") ? desk.paneOf(event) : null;
    if (pane) {
      desk.choose(pane);
    }
  });
};
