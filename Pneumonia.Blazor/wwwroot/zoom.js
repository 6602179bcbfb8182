// Zoom and pan of the viewer's plate, the same in all panes: wheel, drag, double click, the keys + - 0 R, and buttons with data-zoom.

const largest = 8;
const step = 1.4;

export const attach = (viewer) => {
  const control = new AbortController();
  const plate = viewer.querySelector(".plate");
  const stack = viewer.querySelector(".stack");
  let scale = 1;
  let x = 0;
  let y = 0;

  const draw = () => {
    const pane = stack.querySelector(".pane") ?? stack;
    const [roomX, roomY] = [pane.clientWidth, pane.clientHeight].map((side) => side * (scale - 1) / 2);
    x = Math.min(roomX, Math.max(-roomX, x));
    y = Math.min(roomY, Math.max(-roomY, y));
    if (scale === 1) {
      stack.style.removeProperty("--view");
    } else {
      stack.style.setProperty("--view", `translate(${x}px, ${y}px) scale(${scale})`);
    }
    plate.classList.toggle("zoomed", scale > 1);
  };

  // The place under (atX, atY), measured from the pane's centre, stays where it is.
  const zoom = (factor, atX = 0, atY = 0) => {
    const before = scale;
    scale = Math.min(largest, Math.max(1, scale * factor));
    x = atX - (atX - x) * scale / before;
    y = atY - (atY - y) * scale / before;
    draw();
  };

  const fit = () => {
    scale = 1;
    draw();
  };

  const act = { "+": () => zoom(step), "=": () => zoom(step), "-": () => zoom(1 / step), "0": fit, r: fit };
  const on = (target, type, handler) => target.addEventListener(type, handler, { signal: control.signal, passive: false });
  let dragging = null;

  on(plate, "wheel", (event) => {
    event.preventDefault();
    const box = (event.target.closest(".pane") ?? plate).getBoundingClientRect();
    const [atX, atY] = [event.clientX - box.x - box.width / 2, event.clientY - box.y - box.height / 2];
    zoom(Math.exp(-event.deltaY / 400), atX, atY);
  });
  on(plate, "pointerdown", (event) => {
    if (scale > 1 && event.button === 0 && !plate.classList.contains("windowing")) {
      dragging = event.pointerId;
      plate.setPointerCapture(dragging);
    }
  });
  on(plate, "pointermove", (event) => {
    if (dragging === event.pointerId) {
      x += event.movementX;
      y += event.movementY;
      draw();
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    on(plate, end, () => { dragging = null; });
  }
  on(plate, "dblclick", fit);
  on(viewer, "click", (event) => act[event.target.closest("[data-zoom]")?.dataset.zoom]?.());
  on(document, "keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && !event.target.matches("input, textarea, select")) {
      act[event.key.toLowerCase()]?.();
    }
  });

  return { fit, dispose: () => control.abort() };
};
