// Keys are heard wherever the focus is.
export const attachKeys = (component, keys) => {
  const control = new AbortController();
  document.addEventListener("keydown", (event) => {
    const editing = event.target.matches("input, textarea, select, [contenteditable]");
    if (keys.includes(event.key) && !editing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      component.invokeMethodAsync("OnKey", event.key);
    }
  }, { signal: control.signal });
  return { dispose: () => control.abort() };
};
