// What was typed when the line broke is put into the same fields once the page is there again: drawn anew by another circuit, or loaded anew.
// A field of one study is never another's: the element around it tells by data-context which it is.

const name = "drafts";
const fields = "input:not([type=file], [type=password], [type=hidden], [type=radio]), textarea, select";
const patience = 10 * 60_000;

const touched = new WeakSet();
document.addEventListener("input", (event) => touched.add(event.target), { capture: true });

let drafts = JSON.parse(sessionStorage.getItem(name));
sessionStorage.removeItem(name);

const isSwitch = (field) => field.type === "checkbox";

// Identifiers are made up anew with every rendering; what people read at a field stays.
const keyed = () => {
  const seen = {};
  return [...document.querySelectorAll(fields)].map((field) => {
    const label = field.ariaLabel ?? field.labels?.[0]?.textContent ?? field.name ?? "";
    const key = `${field.closest("[data-context]")?.dataset.context ?? ""} ${field.localName} ${label.trim()}`;
    seen[key] = (seen[key] ?? 0) + 1;
    return { field, key: `${key} ${seen[key]}` };
  });
};

/** Remembers what stands in the fields that the visitor has touched. */
export const remember = () => {
  drafts = {
    address: location.href,
    values: keyed().filter(({ field }) => touched.has(field))
      .map(({ field, key }) => [key, isSwitch(field) ? field.checked : field.value]),
  };
};

/** Lets the page that is loaded next know. */
export const carryOver = () => sessionStorage.setItem(name, JSON.stringify(drafts));

/** Fills in what is remembered, as the fields come. */
export const fillIn = () => {
  if (drafts?.address !== location.href) {
    return;
  }
  const left = new Map(drafts.values);
  drafts = null;
  let due = 0;
  const fill = () => {
    due = 0;
    for (const { field, key } of keyed()) {
      if (left.has(key) && !field.disabled) {
        put(field, left.get(key));
        left.delete(key);
      }
    }
    if (left.size === 0) {
      watch.disconnect();
    }
  };
  const watch = new MutationObserver(() => due ||= requestAnimationFrame(fill));
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled", "data-context"] });
  setTimeout(() => watch.disconnect(), patience);
  fill();
};

const put = (field, value) => {
  if (touched.has(field)) { // the visitor has been faster
    return;
  }
  if (isSwitch(field)) {
    if (field.checked !== value) {
      field.click();
    }
  } else if (field.value !== value) {
    field.value = value;
    announce(field);
  }
  touched.add(field);
};

/** Tells the page of what stands in a field. */
export const announce = (field) => ["input", "change"].forEach((name) => field.dispatchEvent(new Event(name, { bubbles: true })));
