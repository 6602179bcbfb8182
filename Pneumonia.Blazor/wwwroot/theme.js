// Remembers the theme in a cookie, from which the server renders the next page, and tells the styles of it.

const year = 365 * 24 * 60 * 60;

export const attach = () => ({
  set: (theme) => {
    document.cookie = `theme=${theme}; path=${new URL(document.baseURI).pathname}; max-age=${year}; samesite=lax`;
    document.documentElement.dataset.theme = theme;
  },
  dispose: () => {},
});
