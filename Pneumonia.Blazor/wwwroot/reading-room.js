// Keys are heard wherever the focus is.
let attached;

export const attachKeys = (component, keys) => {
  // Where the circuit was lost, nobody has let go of the last page.
  attached?.abort();
  const control = attached = new AbortController();
  document.addEventListener("keydown", (event) => {
    const editing = event.target.matches("input, textarea, select, [contenteditable]");
    if (keys.includes(event.key) && !editing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      component.invokeMethodAsync("OnKey", event.key);
    }
  }, { signal: control.signal });
  return { dispose: () => control.abort() };
};
