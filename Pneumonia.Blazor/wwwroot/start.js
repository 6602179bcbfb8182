// What is seen comes first. A script of the page runs once its styles are there, and this one asks only then for those that are large: on a
// slow line they would keep the styles waiting. They run in their order.
const { scripts } = document.querySelector("script[data-scripts]").dataset;
for (const src of scripts.split(" ")) {
  document.body.append(Object.assign(document.createElement("script"), { src, async: false }));
}
