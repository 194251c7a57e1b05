/** How the page gets a picture of the map for print, without knowing the map library. */
let take: (() => string) | null = null;

export function offerMapPicture(maker: (() => string) | null): void {
  take = maker;
}

/** The canvas of the map as a PNG, with its scale bar drawn in: the bar on the screen is not part of the canvas. */
export function drawWithScale(map: HTMLCanvasElement, bar: HTMLElement | null): string {
  const canvas = document.createElement('canvas');
  canvas.width = map.width;
  canvas.height = map.height;
  const brush = canvas.getContext('2d');
  if (!brush) return map.toDataURL('image/png');
  brush.drawImage(map, 0, 0);
  if (bar !== null) {
    const ratio = map.width / map.clientWidth;
    const width = bar.offsetWidth * ratio;
    const [left, bottom] = [canvas.width - width - 14 * ratio, canvas.height - 14 * ratio];
    brush.fillStyle = 'rgb(255 255 255 / 0.85)';
    brush.fillRect(left, bottom - 17 * ratio, width, 17 * ratio);
    brush.strokeStyle = '#16202c';
    brush.lineWidth = 1.5 * ratio;
    brush.beginPath();
    brush.moveTo(left, bottom - 8 * ratio);
    brush.lineTo(left, bottom);
    brush.lineTo(left + width, bottom);
    brush.lineTo(left + width, bottom - 8 * ratio);
    brush.stroke();
    brush.fillStyle = '#16202c';
    brush.font = `${11 * ratio}px 'Inter Variable', sans-serif`;
    brush.textAlign = 'center';
    brush.fillText(bar.textContent, left + width / 2, bottom - 5 * ratio);
  }
  return canvas.toDataURL('image/png');
}

/** A PNG of the map as it stands, as a data URL; null while there is no map. */
export const takeMapPicture = (): string | null => take?.() ?? null;
