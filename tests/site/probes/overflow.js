// What makes a page wider than its window: the first few elements, and both widths.
() => {
  const wide = document.documentElement.clientWidth;
  const clipped = (one) => {
    for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.overflowX !== "visible" || style.position === "fixed") return true;
    }
    return false;
  };
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll("main *")]
    .filter((one) => one.getBoundingClientRect().right > wide + 1 && !clipped(one))
    .slice(0, 5)
    .map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 40)}`)
    .concat(`${document.documentElement.scrollWidth} > ${wide}`);
}
