// Shows the saliency under the cursor: the overlay's own opacity, pixel by pixel, is the map.

export const attach = (viewer) => {
  const control = new AbortController();
  const plate = viewer.querySelector(".plate");
  const output = viewer.querySelector(".under-cursor");
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  let drawn = null;

  const pixels = (image) => {
    if (drawn !== image.src) {
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      pen.drawImage(image, 0, 0);
      drawn = image.src;
    }
    return pen;
  };

  // Where the cursor stands in the image, which is fitted into its box with its aspect ratio kept.
  const place = (event, image) => {
    const box = image.parentElement.getBoundingClientRect();
    const scale = Math.min(box.width / image.naturalWidth, box.height / image.naturalHeight);
    const x = (event.clientX - box.x - (box.width - image.naturalWidth * scale) / 2) / scale;
    const y = (event.clientY - box.y - (box.height - image.naturalHeight * scale) / 2) / scale;
    return x >= 0 && y >= 0 && x < image.naturalWidth && y < image.naturalHeight ? [Math.floor(x), Math.floor(y)] : null;
  };

  const show = (event) => {
    const image = viewer.querySelector("img.overlay");
    const at = image?.complete && image.naturalWidth > 0 && place(event, image);
    output.hidden = !at;
    if (at) {
      output.value = output.dataset.text.replace("{0}", (pixels(image).getImageData(...at, 1, 1).data[3] / 255).toFixed(2));
    }
  };

  plate.addEventListener("pointermove", show, { signal: control.signal });
  plate.addEventListener("pointerleave", () => { output.hidden = true; }, { signal: control.signal });
  return { dispose: () => control.abort() };
};
