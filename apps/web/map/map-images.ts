import type { Map as MapLibre } from 'maplibre-gl';
import { closureEffects } from '#domain/vocabularies/reach';
import { structureTypes } from '#domain/vocabularies/structures';
import { FORECAST_LINE, FORECAST_PITCH, GROUND_WIDTH, PATTERN_SIZE } from './class-styles';
import { MISSION_CROSS, MISSION_INK, MISSION_PHASES, MISSION_RING, MOBILE_CROSS, SHAPE_BOX, SHAPE_INK, SHAPE_STROKE, STRUCTURE_SHAPES, type Fill, type MissionPhase } from './structure-shapes';

/** Everything is drawn at twice its size, for sharp screens and prints. */
const RATIO = 2;
const FILLS: readonly Fill[] = ['full', 'half', 'bar', 'question'];
/** Side of the square that repeats over an area closed to movement, CSS px. */
const CLOSED_SIZE = 9;
/** Room for the white halo and the cross of a mobile team. */
const SIGN_BOX = SHAPE_BOX + 6;

type Brush = CanvasRenderingContext2D;

function draw(width: number, height: number, paint: (brush: Brush) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = width * RATIO;
  canvas.height = height * RATIO;
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('canvas 2d: no context; expected one');
  brush.scale(RATIO, RATIO);
  paint(brush);
  return brush.getImageData(0, 0, canvas.width, canvas.height);
}

/** White between the stripes; their colour is that of the ground below. */
const hatch = (falling: boolean): ImageData =>
  draw(PATTERN_SIZE, PATTERN_SIZE, (brush) => {
    if (falling) brush.transform(-1, 0, 0, 1, PATTERN_SIZE, 0);
    brush.strokeStyle = '#fff';
    brush.lineWidth = GROUND_WIDTH;
    // Three strokes, so that the corners join across repeats.
    for (const shift of [-PATTERN_SIZE, 0, PATTERN_SIZE]) {
      brush.beginPath();
      brush.moveTo(shift - 2, PATTERN_SIZE + 2);
      brush.lineTo(shift + PATTERN_SIZE + 2, -2);
      brush.stroke();
    }
  });

const texture = (kind: 'dots' | 'rings'): ImageData =>
  draw(12, 12, (brush) => {
    for (const [x, y] of [[3, 3], [9, 9]] as const) {
      brush.beginPath();
      brush.arc(x, y, kind === 'dots' ? 1.5 : 2, 0, 2 * Math.PI);
      if (kind === 'dots') {
        brush.fillStyle = '#fff';
        brush.fill();
      } else {
        brush.strokeStyle = '#fff';
        brush.lineWidth = 1.1;
        brush.stroke();
      }
    }
  });

const questionMarks = (): ImageData =>
  draw(30, 30, (brush) => {
    brush.font = "700 9px 'Inter Variable', sans-serif";
    brush.textAlign = 'center';
    brush.textBaseline = 'middle';
    brush.lineWidth = 2.5;
    brush.strokeStyle = 'rgb(255 255 255 / 0.7)';
    brush.fillStyle = '#3a4553';
    for (const [x, y] of [[8, 8], [23, 23]] as const) {
      brush.strokeText('?', x, y);
      brush.fillText('?', x, y);
    }
  });

function sign(type: (typeof structureTypes.codes)[number], fill: Fill): ImageData {
  return draw(SIGN_BOX, SIGN_BOX, (brush) => {
    const shape = new Path2D(STRUCTURE_SHAPES[type]);
    const cross = new Path2D(type === 'mobile' ? MOBILE_CROSS : '');
    brush.translate((SIGN_BOX - SHAPE_BOX) / 2, (SIGN_BOX - SHAPE_BOX) / 2);
    brush.lineJoin = 'round';
    brush.strokeStyle = '#fff';
    brush.lineWidth = SHAPE_STROKE + 3;
    brush.stroke(shape);
    brush.stroke(cross);
    brush.fillStyle = fill === 'full' ? SHAPE_INK : '#fff';
    brush.fill(shape);
    brush.fillStyle = SHAPE_INK;
    if (fill === 'half') {
      brush.save();
      brush.clip(shape);
      brush.fillRect(0, SHAPE_BOX / 2, SHAPE_BOX, SHAPE_BOX / 2);
      brush.restore();
    }
    brush.strokeStyle = SHAPE_INK;
    brush.lineWidth = SHAPE_STROKE;
    brush.stroke(shape);
    brush.stroke(cross);
    if (fill === 'bar') brush.fillRect(5.2, 7.1, 5.6, 1.8);
    if (fill === 'question') {
      brush.font = "800 8.6px 'Inter Variable', sans-serif";
      brush.textAlign = 'center';
      brush.fillText('?', SHAPE_BOX / 2, type === 'PS' ? 12.2 : 11.1);
    }
  });
}

const uprightLines = (): ImageData =>
  draw(FORECAST_PITCH, FORECAST_PITCH, (brush) => {
    brush.fillStyle = '#16202c';
    brush.fillRect(0, 0, FORECAST_LINE, FORECAST_PITCH);
  });

/** A ring with a cross: full while the team gives care, hollow before, broken after. */
const missionSign = (phase: MissionPhase): ImageData =>
  draw(SIGN_BOX, SIGN_BOX, (brush) => {
    const ring = new Path2D(MISSION_RING);
    const cross = new Path2D(MISSION_CROSS);
    brush.translate((SIGN_BOX - SHAPE_BOX) / 2, (SIGN_BOX - SHAPE_BOX) / 2);
    brush.strokeStyle = '#fff';
    brush.lineWidth = SHAPE_STROKE + 3;
    brush.stroke(ring);
    brush.fillStyle = phase === 'running' ? MISSION_INK : '#fff';
    brush.fill(ring);
    brush.strokeStyle = MISSION_INK;
    brush.lineWidth = SHAPE_STROKE;
    brush.setLineDash(phase === 'ended' ? [2.4, 2] : []);
    brush.stroke(ring);
    brush.setLineDash([]);
    brush.strokeStyle = phase === 'running' ? '#fff' : MISSION_INK;
    brush.lineWidth = 2;
    brush.globalAlpha = phase === 'ended' ? 0.55 : 1;
    brush.stroke(cross);
  });

/** Lines of ink over an area closed to movement: crossing where nobody passes, lying where people pass slowly. Classes are hatched in white, at a slant. */
const closedLines = (effect: 'blocked' | 'slowed'): ImageData =>
  draw(CLOSED_SIZE, CLOSED_SIZE, (brush) => {
    brush.strokeStyle = '#16202c';
    brush.lineWidth = effect === 'blocked' ? 1.1 : 1.3;
    brush.beginPath();
    if (effect === 'slowed') {
      brush.moveTo(0, CLOSED_SIZE / 2);
      brush.lineTo(CLOSED_SIZE, CLOSED_SIZE / 2);
    } else {
      brush.moveTo(-1, -1);
      brush.lineTo(CLOSED_SIZE + 1, CLOSED_SIZE + 1);
      brush.moveTo(-1, CLOSED_SIZE + 1);
      brush.lineTo(CLOSED_SIZE + 1, -1);
    }
    brush.stroke();
  });

/** The outline around figures of sessions: broken where there was none for months. It grows with its figures between the corners. */
const PILL = { width: 26, height: 18, corner: 5 };
const pill = (broken: boolean): ImageData =>
  draw(PILL.width, PILL.height, (brush) => {
    brush.beginPath();
    brush.roundRect(1, 1, PILL.width - 2, PILL.height - 2, PILL.corner);
    brush.fillStyle = 'rgb(255 255 255 / 0.93)';
    brush.fill();
    brush.strokeStyle = MISSION_INK;
    brush.lineWidth = 1.5;
    brush.setLineDash(broken ? [3, 2.4] : []);
    brush.stroke();
  });

/** Adds the hatches, the textures and the signs of structures: one drawing for the map, the legend draws the same shapes as SVG. */
export function addImages(map: MapLibre): void {
  const add = (name: string, image: ImageData) => map.addImage(name, image, { pixelRatio: RATIO });
  add('hatch-rising', hatch(false));
  add('hatch-falling', hatch(true));
  add('texture-dots', texture('dots'));
  add('texture-rings', texture('rings'));
  add('population-unknown', questionMarks());
  add('forecast', uprightLines());
  for (const effect of closureEffects.codes) add(`closed-${effect}`, closedLines(effect));
  const stretch: [number, number][] = [[(PILL.corner + 2) * RATIO, (PILL.width - PILL.corner - 2) * RATIO]];
  for (const [name, broken] of [['trained-held', false], ['trained-without', true]] as const) map.addImage(name, pill(broken), { pixelRatio: RATIO, stretchX: stretch, content: [2 * RATIO, 2 * RATIO, (PILL.width - 2) * RATIO, (PILL.height - 2) * RATIO] });
  for (const phase of MISSION_PHASES) add(`mission-${phase}`, missionSign(phase));
  for (const type of structureTypes.codes) for (const fill of FILLS) add(`${type}-${fill}`, sign(type, fill));
}
