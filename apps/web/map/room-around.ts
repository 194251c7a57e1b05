/** Room around what is brought into sight, px: the foot with the sources covers the map from below, the buttons from the right. */
export function roomAround(element: HTMLElement, margin: number): { top: number; right: number; bottom: number; left: number } {
  const foot = parseFloat(getComputedStyle(element).getPropertyValue('--map-foot')) || 0;
  return { top: margin + 20, right: margin + (element.clientWidth < 500 ? 40 : 0), bottom: margin + foot, left: margin };
}
