// What each button of the viewer does, by the name in its data-act.
import { everything } from "./range.js";
import { flip, fresh, turn, zoom } from "./view.js";

const step = 1.4;

export const tools = ["pan", "window", "ruler", "magnifier"];

const presets = ["full", "lungs", "bones", "auto", "file"];

// How an X-ray is looked at.
export const freshLook = () => ({ view: fresh(), range: everything(), inverted: false });

export const createActs = (viewer, state, { lead, main, range, changed }) => {
  const named = (names, act) => Object.fromEntries(names.map((name) => [name, () => act(name)]));
  const seen = (change) => () => {
    const pane = lead();
    if (pane) {
      change(pane.look, pane);
      changed();
    }
  };

  return {
    ...range.acts,
    ...named(presets, range.preset),
    ...named(tools, (name) => {
      [state.tool, state.open] = [name, null];
      changed();
    }),
    "zoom-in": seen(({ view }, pane) => zoom(view, pane.placed(), step)),
    "zoom-out": seen(({ view }, pane) => zoom(view, pane.placed(), 1 / step)),
    fit: seen(({ view }) => Object.assign(view, fresh(), { matrix: view.matrix })),
    flip: seen(({ view }) => { view.matrix = flip(view.matrix); }),
    turn: seen(({ view }) => { view.matrix = turn(view.matrix); }),
    invert: seen((look) => { look.inverted = !look.inverted; }),
    reset: seen((look) => {
      Object.assign(look, freshLook());
      state.panes.filter((pane) => pane.look === look).forEach((pane) => { pane.rulers = []; });
      state.open = null;
    }),
    link: () => {
      state.linked = !state.linked;
      state.panes.forEach((pane) => { pane.look = state.linked || pane === main() ? state.look : structuredClone(state.look); });
      changed();
    },
    screen: () => {
      const isWhole = viewer.classList.toggle("whole");
      changed();
      // Telephones that know no full screen have the whole window at least.
      (isWhole ? document.documentElement.requestFullscreen?.() : document.fullscreenElement && document.exitFullscreen())?.catch(() => {});
    },
  };
};
