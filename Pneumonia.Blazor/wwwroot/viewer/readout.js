// What is under the pointer or the cross: place and grey value as the file has them, and the saliency, which is the overlay's own opacity.

export const createReadout = (viewer) => {
  const sheet = document.createElement("canvas");
  const pen = sheet.getContext("2d", { willReadFrequently: true });
  let drawn = null;

  const saliency = ({ element, image }, [u, v]) => {
    const overlay = element.querySelector("img.overlay");
    if (!overlay?.complete || overlay.naturalWidth === 0) {
      return null;
    }
    if (drawn !== overlay.src) {
      [sheet.width, sheet.height] = [overlay.naturalWidth, overlay.naturalHeight];
      pen.drawImage(overlay, 0, 0);
      drawn = overlay.src;
    }
    const at = [Math.floor(u / image.width * sheet.width), Math.floor(v / image.height * sheet.height)];
    return (pen.getImageData(...at, 1, 1).data[3] / 255).toFixed(2);
  };

  // Null beside the image. A file too large to be had whole has other pixels here: then the value is about that.
  const pixel = (pane, [u, v]) => {
    const { image, first, unit } = pane;
    if (u < 0 || v < 0 || u >= image.width || v >= image.height) {
      return null;
    }
    const place = [Math.floor(u) + first[0], Math.floor(v) + first[1]];
    const whole = pane.whole();
    if (!whole) {
      return [...place, "…"];
    }
    const [x, y] = [Math.floor(Math.floor(u) * whole.width / image.width), Math.floor(Math.floor(v) * whole.height / image.height)];
    return [...place, `${whole.width === image.width ? "" : "≈ "}${Math.round(whole.levels[y * whole.width + x] / unit)}`];
  };

  const tell = (name, values) => {
    const output = viewer.querySelector(name);
    output.hidden = !values;
    if (values) {
      output.value = output.dataset.text.replace(/\{(\d)\}/g, (_, i) => values[i]);
    }
  };

  return (pane, point) => {
    const found = pane && point && pixel(pane, point);
    const salient = found && saliency(pane, point);
    tell(".under-pointer", found);
    tell(".under-cursor", salient && [salient]);
  };
};
