// Walks the worklist by keyboard: j, k and the arrows move from row to row, Enter opens (the row's link has the focus), x selects,
// / goes to the search field. A click anywhere on a row opens it, too.

export const attach = (host) => {
  const control = new AbortController();
  const links = () => [...host.querySelectorAll("tbody a.open")];

  const move = (step) => {
    const all = links();
    const row = document.activeElement?.closest("tr");
    const at = all.findIndex((link) => link.closest("tr") === row);
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
    all[next]?.focus();
    all[next]?.closest("tr").scrollIntoView({ block: "nearest" });
  };

  const act = {
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    x: () => document.activeElement?.closest("tbody tr")?.querySelector("input[type=checkbox]").click(),
    "/": () => host.querySelector("input[type=search]").focus(),
  };

  // What is typed, chosen in a list that is open, or asked in a dialog has its own keys.
  const busy = "textarea, input:not([type=checkbox]), [role=combobox], [role=listbox] *, [role=menu] *, [role=dialog] *";

  document.addEventListener("keydown", (event) => {
    if (act[event.key] && !event.target.matches(busy) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act[event.key]();
    }
  }, { signal: control.signal });

  host.addEventListener("click", (event) => {
    if (!event.target.closest("a, button, input, label") && getSelection().isCollapsed) {
      event.target.closest("tbody tr")?.querySelector("a.open")?.click();
    }
  }, { signal: control.signal });

  // The grid draws rows anew when another study comes in before them: the keyboard keeps its place all the same.
  let place = null;
  document.addEventListener("pointerdown", () => { place = null; }, { signal: control.signal });
  document.addEventListener("focusin", ({ target }) => {
    const link = target.closest("tbody tr")?.querySelector("a.open");
    place = link && host.contains(link) ? { target, address: link.href, part: target.matches("input") ? "input" : "a.open" } : null;
  }, { signal: control.signal });

  const observer = new MutationObserver(() => {
    if (place && !place.target.isConnected && document.activeElement === document.body) {
      links().find((link) => link.href === place.address)?.closest("tr").querySelector(place.part).focus();
    }
  });
  observer.observe(host, { childList: true, subtree: true });

  return { dispose: () => { control.abort(); observer.disconnect(); } };
};
