// Window and level of the viewer's plate: canvases over the 8-bit pictures, drawn from the 16-bit grey levels as decoded. Nothing is
// fetched before the first change. Drag with the right button, or with the left one while the tool is on; sliders, numbers, presets and keys.

const white = 65535;
const everything = { width: white, level: white / 2 };

const unpack = async (url) => {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`the grey levels cannot be fetched (${response.status})`);
  }
  const bytes = await new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  const [width, height] = new Uint32Array(bytes, 0, 2);
  return { width, height, levels: new Uint16Array(bytes, 8) };
};

// The level below which the given share of the pixels lies.
const percentile = ({ levels }, share) => {
  const counts = new Uint32Array(white + 1);
  levels.forEach((level) => counts[level]++);
  let level = 0;
  for (let below = counts[0]; level < white && below <= share * levels.length; below += counts[++level]);
  return level;
};

const presets = { full: null, auto: [0.01, 0.99], lungs: [0.01, 0.6], dense: [0.4, 0.995] };

export const attach = (viewer) => {
  const control = new AbortController();
  const plate = viewer.querySelector(".plate");
  const pictures = new Map();
  let range = { ...everything };
  let unit = 1;
  let pending = false;

  const all = (selector) => [...viewer.querySelectorAll(selector)];
  const isFull = () => range.width === everything.width && range.level === everything.level;
  const picture = (url) => {
    if (!pictures.has(url)) {
      pictures.set(url, unpack(url));
    }
    return pictures.get(url);
  };

  const paint = (canvas, { width, height, levels }) => {
    const shades = new Uint32Array(white + 1);
    const low = range.level - range.width / 2;
    for (let level = 0; level <= white; level++) {
      const shade = Math.round(Math.min(1, Math.max(0, (level - low) / range.width)) * 255);
      shades[level] = 0xff000000 | shade << 16 | shade << 8 | shade;
    }
    [canvas.width, canvas.height] = [width, height];
    const image = new ImageData(width, height);
    const pixels = new Uint32Array(image.data.buffer);
    for (let i = 0; i < pixels.length; i++) {
      pixels[i] = shades[levels[i]];
    }
    canvas.getContext("2d").putImageData(image, 0, 0);
    canvas.hidden = false;
  };

  const tell = () => {
    for (const input of all("[data-window]")) {
      const value = String(Math.round(range[input.dataset.window] / unit));
      if (input.value !== value) {
        input.value = value;
      }
    }
  };

  const draw = async () => {
    pending = false;
    const canvases = all("canvas.window");
    if (isFull()) {
      canvases.forEach((canvas) => { canvas.hidden = true; });
      return;
    }
    for (const canvas of canvases) {
      const url = canvas.dataset.levels;
      const levels = await wait(picture(url));
      if (levels && url === canvas.dataset.levels && !isFull()) {
        paint(canvas, levels);
      }
    }
  };

  // Says what is waited for, and what went wrong.
  const wait = async (work) => {
    const say = (state) => all("[data-window-wait]").forEach((output) => { output.hidden = output.dataset.windowWait !== state; });
    const late = setTimeout(() => say("fetching"), 150);
    try {
      const result = await work;
      say("");
      return result;
    } catch {
      pictures.clear();
      say("failed");
      return null;
    } finally {
      clearTimeout(late);
    }
  };

  const change = (next) => {
    range = {
      width: Math.min(white, Math.max(unit, next.width ?? range.width)),
      level: Math.min(white, Math.max(0, next.level ?? range.level)),
    };
    tell();
    if (!pending) {
      pending = true;
      requestAnimationFrame(draw);
    }
  };

  const preset = async (name) => {
    const url = viewer.querySelector("canvas.window")?.dataset.levels;
    const levels = presets[name] && url ? await wait(picture(url)) : null;
    if (levels) {
      const [low, high] = presets[name].map((share) => percentile(levels, share));
      change({ width: high - low, level: (low + high) / 2 });
    } else if (!presets[name]) {
      change(everything);
    }
  };

  const tool = () => {
    const on = plate.classList.toggle("windowing");
    all("[data-window-tool]").forEach((button) => button.setAttribute("aria-pressed", String(on)));
  };

  const on = (target, type, handler) => target.addEventListener(type, handler, { signal: control.signal });
  let dragging = null;

  on(plate, "contextmenu", (event) => viewer.querySelector("canvas.window") && event.preventDefault());
  on(plate, "pointerdown", (event) => {
    if (viewer.querySelector("canvas.window") && (event.button === 2 || (event.button === 0 && plate.classList.contains("windowing")))) {
      dragging = event.pointerId;
      plate.setPointerCapture(dragging);
    }
  });
  on(plate, "pointermove", (event) => {
    if (dragging === event.pointerId) {
      change({ width: range.width * Math.exp(event.movementX / 200), level: range.level + event.movementY * range.width / 400 });
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    on(plate, end, () => { dragging = null; });
  }
  on(viewer, "input", (event) => {
    const name = event.target.dataset.window;
    if (name && Number.isFinite(event.target.valueAsNumber)) {
      change({ [name]: event.target.valueAsNumber * unit });
    }
  });
  on(viewer, "click", (event) => {
    const button = event.target.closest("[data-window-preset], [data-window-tool]");
    if (button) {
      button.dataset.windowPreset ? preset(button.dataset.windowPreset) : tool();
    }
  });

  const keys = {
    w: tool,
    a: () => preset("auto"),
    r: () => preset("full"),
    "[": () => change({ width: range.width / 1.1 }),
    "]": () => change({ width: range.width * 1.1 }),
    ",": () => change({ level: range.level - range.width / 20 }),
    ".": () => change({ level: range.level + range.width / 20 }),
  };
  on(document, "keydown", (event) => {
    const typing = event.target.matches("input:not([type=range]), textarea, select");
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && viewer.querySelector("canvas.window")) {
      keys[event.key.toLowerCase()]?.();
    }
  });

  return {
    // Another X-ray: its grey levels, of so many bits, all shown.
    show: (bits) => {
      unit = white / (2 ** bits - 1);
      pictures.clear();
      change(everything);
      viewer.dataset.ready = "";
    },
    // Panes have come or gone.
    refresh: () => change({}),
    dispose: () => control.abort(),
  };
};
