import type { GapClass } from '#domain/gap-classes';

/** How a class is drawn, on the map and in the legend. Hatched: somebody should go and look. Solid: established. */
export interface ClassStyle {
  /** Colour of a solid class, or of the stripes of a hatched one. */
  readonly colour: string;
  /** Rising stripes: nobody knows. Falling ones: somebody reports. A second sign, for eyes and prints that do not tell the hues apart. */
  readonly hatch: 'rising' | 'falling' | null;
  readonly opacity: number;
  /** Second sign for prints without colour: the three solid dark classes are alike in grey. */
  readonly texture: 'dots' | 'rings' | null;
}

const solid = (colour: string, texture: ClassStyle['texture'] = null, opacity = 1): ClassStyle => ({ colour, hatch: null, opacity, texture });
const hatched = (colour: string, hatch: 'rising' | 'falling'): ClassStyle => ({ colour, hatch, opacity: 1, texture: null });

export const CLASS_STYLES: Readonly<Record<GapClass, ClassStyle>> = {
  gap: solid('#c4302b'),
  assess: hatched('#e39a2d', 'rising'),
  verify: hatched('#c9a93b', 'falling'),
  joined: solid('#2c7a6b', 'dots'),
  unannounced: solid('#2f6db5', 'rings'),
  quiet: hatched('#8db0da', 'falling'),
  unassessed: hatched('#d3d8de', 'rising'),
  blindSpot: solid('#b9c0c8', null, 0.55),
};

/** Side of the square that a pattern repeats, CSS px. */
export const PATTERN_SIZE = 8;
/** Width of the white between two stripes, across, CSS px; they stand at 45°. */
export const GROUND_WIDTH = 3.1;
/** The ground between stripes is the stripe’s own colour under this much white: `#e39a2d` on `#f9e9d1`. */
export const GROUND_OPACITY = 0.78;

/** Upright lines of ink over every class say that it is foretold: their distance and width, CSS px, and how strong they are. */
export const FORECAST_PITCH = 5;
export const FORECAST_LINE = 1;
export const FORECAST_OPACITY = 0.42;
