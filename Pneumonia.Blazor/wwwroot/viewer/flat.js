// Draws without WebGL: of the part that is seen, at the size that comes near, each level is looked up in a table of shades.
import { sizeFor, white } from "./pixels.js";
import { toImage } from "./view.js";

const createShades = () => {
  const shades = new Uint32Array(white + 1);
  let known = "";
  return ({ low, width, inverted }) => {
    if (known !== (known = `${low} ${width} ${inverted}`)) {
      for (let level = 0; level <= white; level++) {
        const grey = Math.round(Math.min(1, Math.max(0, (level - low) / width)) * 255);
        shades[level] = 0xff000000 | (inverted ? 255 - grey : grey) * 0x010101;
      }
    }
    return shades;
  };
};

export const createPainter = (canvas) => {
  const pen = canvas.getContext("2d", { alpha: false });
  const sheet = document.createElement("canvas");
  const sheetPen = sheet.getContext("2d");
  const shadesOf = createShades();
  let sizes = [];
  let layer = null;
  let pixels = new Uint32Array(0);

  // The rectangle of the image that is seen, as pixels of one of its sizes.
  const seen = (placed, { width, height }) => {
    const [[u, v], [w, z]] = [toImage(placed, [0, 0]), toImage(placed, [placed.box.width, placed.box.height])];
    const [across, down] = [width / placed.image.width, height / placed.image.height];
    const bound = (value, most) => Math.min(most, Math.max(0, value));
    const [left, right] = [bound(Math.floor(Math.min(u, w) * across) - 1, width), bound(Math.ceil(Math.max(u, w) * across) + 1, width)];
    const [top, bottom] = [bound(Math.floor(Math.min(v, z) * down) - 1, height), bound(Math.ceil(Math.max(v, z) * down) + 1, height)];
    return { left, top, columns: right - left, rows: bottom - top, across, down };
  };

  const draw = (placed, look) => {
    const size = sizes[sizeFor(sizes, placed.image, placed.scale)];
    const { left, top, columns, rows, across, down } = seen(placed, size);
    if (columns <= 0 || rows <= 0) {
      return;
    }
    const shades = shadesOf(look);
    if (pixels.length < columns * rows) {
      pixels = new Uint32Array(columns * rows);
    }
    for (let row = 0, at = 0; row < rows; row++) {
      for (let from = (top + row) * size.width + left, end = from + columns; from < end;) {
        pixels[at++] = shades[size.levels[from++]];
      }
    }
    if (sheet.width < columns || sheet.height < rows) {
      [sheet.width, sheet.height] = [Math.max(sheet.width, columns), Math.max(sheet.height, rows)];
    }
    sheetPen.putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer, 0, 4 * columns * rows), columns, rows), 0, 0);

    const { scale, x, y, matrix: [a, b, c, d], box, image } = placed;
    pen.transform(scale * a, scale * c, scale * b, scale * d, box.width / 2 - scale * (a * x + b * y), box.height / 2 - scale * (c * x + d * y));
    pen.drawImage(sheet, 0, 0, columns, rows, left / across, top / down, columns / across, rows / down);
    if (layer && look.opacity > 0) {
      pen.globalAlpha = look.opacity;
      pen.filter = look.saturation < 1 ? `saturate(${look.saturation})` : "none";
      pen.drawImage(layer, 0, 0, image.width, image.height);
    }
  };

  const enlarge = (placed, look, { x, y, radius, larger }) => {
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.strokeStyle = "#999";
    pen.lineWidth = 2;
    pen.stroke();
    pen.clip();
    pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    // What is under the loupe's middle stays there.
    const [u, v] = toImage(placed, [x, y]);
    const within = { ...placed, scale: placed.scale * larger };
    const [nowU, nowV] = toImage(within, [x, y]);
    draw({ ...within, x: placed.x + u - nowU, y: placed.y + v - nowV }, look);
  };

  return {
    name: "2d",
    setLayer: (picture) => { layer = picture; },
    setLevels: (all) => { sizes = all; },
    paint: (placed, look) => {
      pen.reset();
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.save();
      draw(placed, look);
      pen.restore();
      if (look.loupe) {
        pen.fillStyle = "#000";
        enlarge(placed, look, look.loupe);
      }
    },
    dispose: () => {},
  };
};
