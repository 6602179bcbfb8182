// Switches between the dark and the light theme and remembers it in a cookie, from which the server renders the next page.

const year = 365 * 24 * 60 * 60;

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-switch-theme]")) {
    return;
  }

  const root = document.documentElement;
  const sheet = document.getElementById("theme");
  const theme = root.dataset.theme === "light" ? "dark" : "light";
  document.cookie = `theme=${theme}; path=/; max-age=${year}; samesite=lax`;
  root.dataset.theme = theme;
  sheet.href = sheet.dataset[theme];
});
