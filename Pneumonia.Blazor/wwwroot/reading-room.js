// What the browser alone can do: open its file chooser, take files dropped anywhere, hear keys wherever the focus is.

const listen = (entries) => {
  const control = new AbortController();
  for (const [type, handler] of entries) {
    document.addEventListener(type, handler, { signal: control.signal });
  }
  return { dispose: () => control.abort() };
};

// The newest file input comes last; older ones only stay until their files are read.
export const attachIntake = (host) => {
  const input = () => host.querySelector("input:last-of-type");
  const dragging = (on) => document.documentElement.classList.toggle("dragging", on);
  return listen([
    ["click", (event) => event.target.closest("[data-choose-files]") && input().click()],
    ["dragover", (event) => {
      event.preventDefault();
      dragging(true);
    }],
    ["dragleave", (event) => event.relatedTarget ?? dragging(false)],
    ["drop", (event) => {
      event.preventDefault();
      dragging(false);
      if (event.dataTransfer.files.length > 0 && !input().disabled) {
        input().files = event.dataTransfer.files;
        input().dispatchEvent(new Event("change", { bubbles: true }));
      }
    }],
  ]);
};

export const attachKeys = (component, keys) => listen([
  ["keydown", (event) => {
    const editing = event.target.matches("input, textarea, select, [contenteditable]");
    if (keys.includes(event.key) && !editing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      component.invokeMethodAsync("OnKey", event.key);
    }
  }],
]);
