// Draws charts with Apache ECharts, as SVG: sharp in print, its colours the theme's own variables. The library comes with the first
// chart of a visit, not before.

let library;

// A script of the old kind: it is no module.
const load = (source) => library ??= new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.onload = () => resolve(globalThis.echarts);
  script.onerror = () => reject(new Error("The library for charts did not load."));
  script.src = source;
  document.head.append(script);
});

const language = document.documentElement.lang || "en";
const number = (options) => {
  const format = new Intl.NumberFormat(language, options);
  return (value) => format.format(value + 0);
};

const whole = number({ maximumFractionDigits: 0 });

const formats = {
  percent: number({ style: "percent", maximumFractionDigits: 1 }),
  whole: (value) => whole(value),
  twoPlaces: number({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  plain: number({ maximumFractionDigits: 4 }),
  squareRoot: (value) => whole(value * value),
  day: (value) => new Date(value * 86_400_000).toISOString().slice(5, 10),
  name: (value) => value,
};

// Text of the page as an element: what a class is called must not become markup.
const tooltip = (points) => {
  const box = document.createElement("div");
  const told = [points].flat().filter((point) => point.data?.words);
  for (const { seriesName, data, color } of told) {
    const line = box.appendChild(document.createElement("div"));
    if (seriesName && told.length > 1) {
      const mark = line.appendChild(document.createElement("i"));
      mark.style.cssText = `display:inline-block;width:.6em;height:.6em;margin-right:.5em;border-radius:50%;background:${color}`;
      line.appendChild(document.createElement("strong")).textContent = `${seriesName} `;
    }
    line.append(data.words);
  }
  return box.childElementCount > 0 ? box : "";
};

const withFunctions = (option) => {
  for (const axis of [option.xAxis, option.yAxis]) {
    axis.axisLabel.formatter = formats[axis.axisLabel.format];
  }
  option.tooltip.formatter = tooltip;
  for (const series of option.series) {
    if (series.markLine) {
      series.markLine.tooltip = { formatter: tooltip };
    }
  }
  return option;
};

// Variables stand for nothing outside the page.
const drawing = (host) => {
  const svg = host.querySelector("svg").cloneNode(true);
  const style = getComputedStyle(host);
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.style.cssText = `background:${style.getPropertyValue("--ground")};font-family:${style.fontFamily}`;
  return new XMLSerializer().serializeToString(svg).replace(/var\((--[\w-]+)\)/g, (_, name) => style.getPropertyValue(name).trim());
};

const download = (name, content) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

const picture = async (host, scale) => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing(host))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [host.clientWidth * scale, host.clientHeight * scale];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
};

export const attach = async (host, source) => {
  const echarts = await load(source);
  const chart = echarts.init(host, null, { renderer: "svg" });
  const resizing = new ResizeObserver(() => chart.resize());
  resizing.observe(host);

  // Zooms about the middle of what is seen; 0: back to the whole.
  const zoom = (factor) => (chart.getOption().dataZoom ?? []).forEach(({ start, end }, dataZoomIndex) => {
    const half = factor === 0 ? 50 : Math.min(50, (end - start) / 2 / factor);
    const middle = factor === 0 ? 50 : Math.min(100 - half, Math.max(half, (start + end) / 2));
    chart.dispatchAction({ type: "dataZoom", dataZoomIndex, start: middle - half, end: middle + half });
  });

  return {
    draw: (option) => chart.setOption(withFunctions(option), { replaceMerge: ["series"] }),
    zoom,
    savePng: async (name) => download(name, await picture(host, 2)),
    saveSvg: (name) => download(name, new Blob([drawing(host)], { type: "image/svg+xml" })),
    saveText: (name, text) => download(name, new Blob(["\ufeff", text], { type: "text/csv" })),
    dispose: () => {
      resizing.disconnect();
      chart.dispose();
    },
  };
};
