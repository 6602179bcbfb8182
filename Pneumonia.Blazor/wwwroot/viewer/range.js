// Window and level: which grey levels are spread from black to white. Sliders, numbers, presets, keys and the pointer's drag.
import { percentiles, white } from "./pixels.js";

export const everything = () => ({ width: white, level: white / 2 });

const presets = { lungs: [0.01, 0.6], bones: [0.4, 0.995], auto: [0.01, 0.99] };

export const createRange = (viewer, lead, alike, changed) => {
  const all = (selector) => [...viewer.querySelectorAll(selector)];

  // Says what is waited for, and what went wrong.
  const wait = async (work) => {
    const say = (state) => all("[data-window-wait]").forEach((output) => { output.hidden = output.dataset.windowWait !== state; });
    const late = setTimeout(() => say("fetching"), 150);
    try {
      const result = await work;
      say("");
      return result;
    } catch {
      say("failed");
      return null;
    } finally {
      clearTimeout(late);
    }
  };

  const set = ({ width, level }) => {
    const pane = lead();
    if (pane) {
      const { range } = pane.look;
      range.width = Math.min(white, Math.max(pane.unit, width ?? range.width));
      range.level = Math.min(white, Math.max(0, level ?? range.level));
      changed();
      alike().forEach((each) => wait(each.fetch()));
    }
  };

  const scale = (factor) => lead() && set({ width: lead().look.range.width * factor });
  const shift = (share) => lead() && set({ level: lead().look.range.level + lead().look.range.width * share });
  const spread = ([low, high]) => set({ width: high - low, level: (low + high) / 2 });

  return {
    drag: (dx, dy) => {
      const { width, level } = lead().look.range;
      set({ width: width * Math.exp(dx / 200), level: level + dy * width / 400 });
    },

    preset: async (name) => {
      const pane = lead();
      const sizes = presets[name] && pane ? await wait(pane.fetch()) : null;
      if (sizes) {
        spread(percentiles(sizes, presets[name]));
      } else if (name === "file" && pane?.element.dataset.window) {
        const [width, level] = pane.element.dataset.window.split(" ").map((value) => value * pane.unit);
        set({ width, level });
      } else if (name === "full") {
        set(everything());
      }
    },

    // What the fields show.
    tell: () => {
      const pane = lead();
      for (const input of pane ? all("input[data-window]") : []) {
        const value = String(Math.round(pane.look.range[input.dataset.window] / pane.unit));
        if (input.value !== value) {
          input.value = value;
        }
      }
    },

    listen: (on) => on(viewer, "input", ({ target }) => {
      const name = target.dataset.window;
      if (name && Number.isFinite(target.valueAsNumber) && lead()) {
        set({ [name]: target.valueAsNumber * lead().unit });
      }
    }),

    acts: {
      narrower: () => scale(1 / 1.1),
      wider: () => scale(1.1),
      darker: () => shift(1 / 20),
      brighter: () => shift(-1 / 20),
    },
  };
};
