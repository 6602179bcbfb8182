// Files that were still to be sent when the page had to be loaded again: kept from one page of a tab to its next, and no longer.

const mark = "left-files";
const longest = 10 * 60_000;

const finished = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const files = async () => {
  const request = indexedDB.open("uploads", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("files", { autoIncrement: true });
  const database = await finished(request);
  return database.transaction("files", "readwrite").objectStore("files");
};

export const put = async (items) => {
  const tab = `${Date.now()} ${Math.random()}`;
  const store = await files();
  await Promise.all(items.map((item, place) => finished(store.add({ tab, place, time: Date.now(), ...item }))));
  sessionStorage.setItem(mark, tab);
};

/** What this tab put there. What other tabs did not come back for goes. */
export const take = async () => {
  const tab = sessionStorage.getItem(mark);
  sessionStorage.removeItem(mark);
  const store = await files();
  const [items, keys] = [await finished(store.getAll()), await finished(store.getAllKeys())];
  const isMine = (item) => item.tab === tab;
  await Promise.all(keys.filter((_, i) => isMine(items[i]) || items[i].time < Date.now() - longest).map((key) => finished(store.delete(key))));
  return items.filter(isMine).sort((one, other) => one.place - other.place);
};
