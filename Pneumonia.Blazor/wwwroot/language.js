// Remembers the language in a cookie, from which the server renders the page that is loaded again.

const year = 365 * 24 * 60 * 60;

export const attach = () => ({
  set: (value) => {
    document.cookie = `language=${encodeURIComponent(value)}; path=${new URL(document.baseURI).pathname}; max-age=${year}; samesite=lax`;
    location.reload();
  },
  dispose: () => {},
});
