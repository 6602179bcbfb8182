// Opens a report, and the browser's dialog to print it or save it as a PDF.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-print]");
  if (link) {
    event.preventDefault();
    const report = window.open(link.href, "_blank");
    report?.addEventListener("load", () => report.print());
  }
});
