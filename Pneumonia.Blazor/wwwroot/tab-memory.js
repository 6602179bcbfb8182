// What one part of the page remembers beyond its circuit. It ends with the tab.
import { fillIn } from "./drafts.js";

export const attach = (name) => ({
  recall: () => JSON.parse(sessionStorage.getItem(name)),
  keep: (value) => sessionStorage.setItem(name, JSON.stringify(value)),
  fillIn,
  dispose: () => {},
});
