// Where the keyboard stands, and what is wrong there: out of sight, covered, or not to be seen.
() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  // A choice of the palette is drawn by its label.
  const drawn = one.matches(".md-option")
    ? document.querySelector("label:not([hidden])[for^=__palette]")
    : one;
  const inSight = ({ left, top, right, bottom }) => ({
    left: Math.max(left, 0),
    top: Math.max(top, 0),
    right: Math.min(right, innerWidth),
    bottom: Math.min(bottom, innerHeight),
  });
  const parts = [...drawn.getClientRects()]
    .map(inSight)
    .filter((box) => box.right - box.left > 1 && box.bottom - box.top > 1);
  const isShown = (x, y) => {
    const top = document.elementFromPoint(x, y);
    return top && (drawn.contains(top) || top.contains(drawn) || top.closest("label")?.control === one);
  };
  const shown = parts.some(({ left, top, right, bottom }) =>
    [0.1, 0.3, 0.5, 0.7, 0.9].some((part) =>
      [0.1, 0.3, 0.5, 0.7, 0.9].some((other) =>
        isShown(left + (right - left) * part, top + (bottom - top) * other),
      ),
    ),
  );
  const faults = [];
  if (!parts.length) faults.push("out of sight");
  else if (!shown) {
    const { left, top } = parts[0];
    faults.push(`covered by ${document.elementFromPoint(left + 2, top + 2)?.outerHTML.slice(0, 80)}`);
  }
  const style = getComputedStyle(drawn);
  const shape = one.querySelector(":scope > path");
  const ringed =
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) ||
    (shape && parseFloat(getComputedStyle(shape).strokeWidth) >= 4);
  if (!ringed) faults.push("no ring");
  return { name: one.outerHTML.slice(0, 110).replace(/\s+/g, " "), faults };
}
