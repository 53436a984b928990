// Texts that do not stand out from their ground as WCAG 2.2 (1.4.3) asks, with the ratio.
() => {
  const channel = (c) => ((c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = ([r, g, b, a], under) =>
    [r, g, b].map((c, n) => (c * a) / 255 + under[n] * (1 - a / 255));
  const ground = (one) => {
    const layers = [];
    for (let up = one; up; up = up.parentElement) {
      layers.unshift(rgba(getComputedStyle(up).backgroundColor));
    }
    return layers.reduce((under, layer) => over(layer, under), [255, 255, 255]);
  };
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const found = new Set();
  for (const one of document.querySelectorAll("main *")) {
    const own = [...one.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    const skipped = one.closest("svg, .headerlink, [disabled], .apl-solo-lector, .highlight");
    if (!own || skipped || !one.getClientRects().length) continue;
    const style = getComputedStyle(one);
    if (style.visibility === "hidden") continue;
    const under = ground(one);
    const lights = [light(over(rgba(style.color), under)), light(under)];
    const [more, less] = lights.sort((x, y) => y - x);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (Number(style.fontWeight) >= 700 && size >= 18.66);
    const ratio = (more + 0.05) / (less + 0.05);
    if (ratio < (large ? 3 : 4.5) - 0.01) {
      found.add(`${one.tagName}.${one.className}: ${ratio.toFixed(2)}`);
    }
  }
  return [...found].slice(0, 8);
}
