// Whether this browser has seen the tour.
const name = "tour";

export const attach = () => ({
  isNew: () => localStorage.getItem(name) === null,
  done: () => localStorage.setItem(name, "seen"),
  dispose: () => {},
});
