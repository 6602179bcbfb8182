// What the browser alone can do: open its file chooser, take files dropped anywhere, send them, and say how far that is while the line to
// the server is down.
import { add, cancel, clear, progress, sendTo, takeUp } from "./uploads.js";

const shownRefusals = 10;

const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);

let attached;

export const attachIntake = (host, component, address, mostBytes, texts) => {
  // Where the circuit was lost, nobody has let go of the last page.
  attached?.abort();
  const control = attached = new AbortController();
  const part = (name) => host.querySelector(`[data-${name}]`);
  const [input, board, bar] = [part("files"), part("board"), part("bar")];

  let shown = "";

  const say = (name, text) => {
    if (part(name).textContent !== text) {
      part(name).textContent = text;
    }
  };

  const list = (refused) => {
    const lines = refused.slice(0, shownRefusals).map(({ name, reason }) => fill(texts[reason], name));
    if (refused.length > shownRefusals) {
      lines.push(fill(texts.more, refused.length - shownRefusals));
    }
    // Read out anew only when there is something new.
    if (shown !== lines.join("\n")) {
      shown = lines.join("\n");
      part("refused").replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
    }
  };

  const draw = () => {
    const { total, sent, refused, cut, busy, arrived } = progress();
    board.hidden = !busy && refused.length === 0;
    say("count", fill(texts.sent, sent, total));
    say("news", busy && cut ? texts.waiting : "");
    [bar.max, bar.value] = [Math.max(total, 1), arrived];
    bar.hidden = part("cancel").hidden = !busy;
    part("close").hidden = busy;
    list(refused);
  };

  const complain = ({ size, type }) => {
    const image = type === "" || ["application/octet-stream", "application/dicom"].includes(type) || type.startsWith("image/");
    return !image ? "wrongType" : size > mostBytes ? "tooLarge" : null;
  };

  const take = (files) => {
    if (files.length > 0) {
      add([...files], complain);
      // Where the line is down, the page follows later.
      component.invokeMethodAsync("OnChosen").catch(() => {});
    }
  };

  const dragging = (on) => document.documentElement.classList.toggle("dragging", on);
  const on = (target, type, handler) => target.addEventListener(type, handler, { signal: control.signal });
  on(input, "change", () => {
    take(input.files);
    input.value = ""; // so that the same file can be chosen again
  });
  on(part("cancel"), "click", cancel);
  on(part("close"), "click", () => {
    clear();
    draw();
  });
  on(document, "click", (event) => event.target.closest("[data-choose-files]") && input.click());
  on(document, "dragover", (event) => {
    event.preventDefault();
    dragging(true);
  });
  on(document, "dragleave", (event) => event.relatedTarget ?? dragging(false));
  on(document, "drop", (event) => {
    event.preventDefault();
    dragging(false);
    take(event.dataTransfer.files);
  });
  on(window, "beforeunload", (event) => progress().busy && !progress().isLeft && event.preventDefault());

  sendTo(address, draw);
  takeUp().catch(() => {}); // no store in this browser
  return { dispose: () => control.abort() };
};
