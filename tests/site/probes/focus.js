// Where the keyboard stands, and what is wrong with it: out of sight, covered, or not to be seen.
() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  // A field that is drawn by its label, as a choice of the palette is, stands where that stands.
  const label = one.matches(".md-option") && document.querySelector(`label:not([hidden])[for^=__palette]`);
  const drawn = label || one;
  const boxes = [...drawn.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  const seen = boxes.filter(
    (box) => box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
  );
  const faults = [];
  if (!seen.length) faults.push("out of sight");
  const covered = seen.every((box) => {
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [box.left + box.width * x, box.top + box.height * y]));
    return points.every(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return !top || !(drawn.contains(top) || top.contains(drawn) || top.closest("label")?.control === one);
    });
  });
  if (seen.length && covered) faults.push("covered");
  const style = getComputedStyle(drawn);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const drawing = one.querySelector(":scope > path");
  const stroke = drawing ? parseFloat(getComputedStyle(drawing).strokeWidth) : 0;
  if (stroke < 4 && !ring && style.boxShadow === "none") faults.push("no ring");
  return { name: one.outerHTML.slice(0, 110).replace(/\s+/g, " "), faults };
}
