// The viewer of the page Diagnose. The page says in its elements what is to be seen: panes with their X-rays, layers and buttons with data-act.
// This draws it, and knows alone how it is looked at, without a word to the server.
import { createActs, freshLook, tools } from "./acts.js";
import { listenToKeys } from "./keyboard.js";
import { drawMarks, lengthOf } from "./marks.js";
import { createPane } from "./pane.js";
import { keepLevels } from "./pixels.js";
import { listenToPointers } from "./pointer.js";
import { createRange } from "./range.js";
import { createReadout } from "./readout.js";

const loupe = { radius: 100, larger: 2.5 };

let attached;

export const attach = (viewer, bindings) => {
  // Where the circuit was lost, nobody has let go of the last page.
  attached?.dispose();
  const control = new AbortController();
  const on = (target, type, handler) => target.addEventListener(type, handler, { signal: control.signal, passive: false });
  const [plate, stack] = [viewer.querySelector(".plate"), viewer.querySelector(".stack")];
  const readout = createReadout(viewer);

  // cursor: where pointer or keys point, { pane, point, byKeys }; open: the pane whose last ruler the keys are drawing.
  const state = { look: freshLook(), panes: [], chosen: null, linked: true, tool: "pan", cursor: null, open: null };
  let pending = 0;

  const main = () => state.panes.find(({ element }) => "main" in element.dataset) ?? state.panes[0];
  const lead = () => (state.linked ? main() : state.chosen ?? main());
  const press = (name, isOn) => viewer.querySelector(`[data-act="${name}"]`)?.setAttribute("aria-pressed", String(isOn));

  const tell = () => {
    const { view, inverted } = lead()?.look ?? state.look;
    tools.forEach((name) => press(name, name === state.tool));
    press("link", state.linked);
    press("screen", viewer.classList.contains("whole"));
    press("invert", inverted);
    range.tell();
    stack.classList.toggle("inverted", inverted);
    plate.dataset.tool = state.tool;
    plate.classList.toggle("zoomed", view.zoom > 1);
  };

  const draw = () => {
    pending = 0;
    for (const pane of state.panes) {
      const cursor = state.cursor?.pane === pane ? state.cursor : null;
      const style = (pane === main() ? stack : pane.element).style;
      pane.draw(
        state.tool === "magnifier" && cursor ? { ...loupe, at: cursor.point } : null,
        (view) => (view ? style.setProperty("--view", view) : style.removeProperty("--view")));
      drawMarks(pane, cursor?.byKeys ? cursor.point : null);
    }
    tell();
  };
  const changed = () => { pending ||= requestAnimationFrame(draw); };
  const range = createRange(viewer, lead, () => (state.linked ? state.panes : [lead()]), changed);
  const acts = createActs(viewer, state, { lead, main, range, changed });

  const point = (pane, at, byKeys = false) => {
    state.cursor = pane && { pane, point: at, byKeys };
    readout(pane, at);
    changed();
    // The grey value is known once the levels are here.
    pane?.fetchOnce(() => state.cursor?.pane === pane && readout(pane, state.cursor.point));
  };

  const desk = {
    range,
    changed,
    tool: () => state.tool,
    act: (name) => acts[name]?.(),
    paneOf: (event) => state.panes.find(({ element }) => element.contains(event.target)),
    choose: (pane) => {
      state.chosen = pane;
      changed();
    },
    hover: point,
    point: (pane, at) => point(pane, at, true),
    cursorOf: (pane) => (state.cursor?.pane === pane ? state.cursor.point : [pane.image.width / 2, pane.image.height / 2]),
    isOpen: (pane) => state.open === pane,
    open: (pane) => { state.open = pane; },
    removeRuler: (pane) => {
      state.open = null;
      pane.rulers.pop();
      changed();
    },
    // A ruler is done, unless it is none.
    ruled: (pane) => {
      const [from, to] = pane.rulers.at(-1);
      if (from[0] === to[0] && from[1] === to[1]) {
        desk.removeRuler(pane);
      } else {
        state.open = null;
        viewer.querySelector(".ruled").value = lengthOf([from, to], pane.spacing);
        changed();
      }
    },
  };

  // Takes in what the page shows now.
  const resized = new ResizeObserver(changed);
  const follow = () => {
    const before = main()?.levels;
    const elements = [...viewer.querySelectorAll(".pane")];
    state.panes.filter(({ element }) => !elements.includes(element)).forEach((pane) => pane.dispose());
    state.panes = elements.map((element) => state.panes.find((pane) => pane.element === element) ?? createPane(element, changed));
    if (main()?.levels !== before) {
      state.look = freshLook();
      state.panes.forEach((pane) => { pane.look = null; });
    }
    state.panes.forEach((pane) => { pane.look ??= state.linked || pane === main() ? state.look : structuredClone(state.look); });
    for (const name of ["chosen", "open", "cursor"]) {
      state[name] = state.panes.includes(state[name]?.pane ?? state[name]) ? state[name] : null;
    }
    keepLevels(state.panes.map(({ levels }) => levels));
    resized.disconnect();
    elements.forEach((element) => resized.observe(element));
    changed();
  };
  const matters = ({ type, target, attributeName, addedNodes, removedNodes }) =>
    type === "attributes" ? attributeName === "data-lungs" || target.matches("img") : [...addedNodes, ...removedNodes].some((node) => node.matches?.(".pane, img, .toolbar"));
  const observer = new MutationObserver((records) => records.some(matters) && follow());
  observer.observe(viewer, { subtree: true, childList: true, attributes: true, attributeFilter: ["src", "hidden", "style", "class", "data-lungs"] });

  listenToPointers(plate, desk, on);
  listenToKeys(viewer, bindings, desk, on);
  range.listen(on);
  on(viewer, "click", ({ target }) => desk.act(target.closest("[data-act]:enabled")?.dataset.act));
  on(document, "fullscreenchange", () => {
    viewer.classList.toggle("whole", document.fullscreenElement !== null);
    changed();
  });
  follow();
  viewer.dataset.ready = "";

  attached = {
    dispose: () => {
      control.abort();
      observer.disconnect();
      resized.disconnect();
      cancelAnimationFrame(pending);
      state.panes.forEach((pane) => pane.dispose());
      state.panes = [];
    },
  };
  return attached;
};
