// Shortcuts of a single letter can be switched off (WCAG 2.1.4), for whoever speaks to the computer or hits keys unawares. The choice stays
// in this browser. Ctrl and Alt, Tab, arrows and Enter work all the same.

const root = document.documentElement;
const name = "shortcuts";
root.dataset.shortcuts = localStorage.getItem(name) ?? "on";

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-switch-shortcuts]")) {
    root.dataset.shortcuts = root.dataset.shortcuts === "on" ? "off" : "on";
    localStorage.setItem(name, root.dataset.shortcuts);
  }
});

// Before any listener of a page hears of it. What is typed into a field is none of this file's business.
window.addEventListener("keydown", (event) => {
  const typing = event.target.matches?.("input:not([type=checkbox], [type=range]), textarea, select, [contenteditable]");
  const single = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (root.dataset.shortcuts === "off" && single && !typing) {
    event.stopImmediatePropagation();
  }
}, { capture: true });
