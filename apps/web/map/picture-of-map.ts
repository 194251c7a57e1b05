import type { Map as MapLibre } from 'maplibre-gl';
import { ON_DEMAND } from './area-layers';
import { show } from './area-states';
import { GROUND } from './basemap';
import type { MapPicture } from './map-picture';

/** Longest wait for the textures to be drawn, ms: a print without them is better than none. */
const WAIT = 4_000;

/** `hasTextures`: whether the screen shows the textures anyway. */
export const pictureOf = (map: MapLibre, hasTextures: () => boolean): MapPicture => ({
  now: () => take(map),
  async textured() {
    show(map, ON_DEMAND.textures, true);
    await Promise.race([map.once('idle'), new Promise((resolve) => setTimeout(resolve, WAIT))]);
    const picture = take(map);
    show(map, ON_DEMAND.textures, hasTextures());
    return picture;
  },
});

function take(map: MapLibre): string {
  // The drawing is kept until the end of this turn only: it is copied at once.
  map.redraw();
  return drawWithScale(map.getCanvas(), map.getContainer().querySelector<HTMLElement>('.maplibregl-ctrl-scale'));
}

/** The canvas of the map with its scale bar drawn in: the bar on the screen is not part of the canvas. */
function drawWithScale(map: HTMLCanvasElement, bar: HTMLElement | null): string {
  const canvas = document.createElement('canvas');
  canvas.width = map.width;
  canvas.height = map.height;
  const brush = canvas.getContext('2d');
  if (!brush) return map.toDataURL('image/png');
  brush.fillStyle = GROUND.land;
  brush.fillRect(0, 0, canvas.width, canvas.height);
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
