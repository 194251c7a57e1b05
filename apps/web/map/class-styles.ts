import type { GapClass } from '#domain/gap-classes';

/** How a class is drawn, on the map and in the legend. Hatched: somebody should go and look. Solid: established. */
export interface ClassStyle {
  /** Ground of the fill. */
  readonly ground: string;
  /** Colour of the stripes; null for a solid class. */
  readonly stripes: string | null;
  /** Rising stripes: nobody knows. Falling ones: somebody reports. A second sign, for eyes and prints that do not tell the hues apart. */
  readonly falling: boolean;
  readonly opacity: number;
  /** Second sign for prints without colour: the three solid dark classes are alike in grey. */
  readonly texture: 'dots' | 'rings' | null;
}

const solid = (ground: string, texture: ClassStyle['texture'] = null, opacity = 1): ClassStyle => ({ ground, stripes: null, falling: false, opacity, texture });
const hatched = (stripes: string, ground: string, falling = false): ClassStyle => ({ ground, stripes, falling, opacity: 1, texture: null });

export const CLASS_STYLES: Readonly<Record<GapClass, ClassStyle>> = {
  gap: solid('#c4302b'),
  assess: hatched('#e39a2d', '#fbe9cc'),
  verify: hatched('#c9a93b', '#f5edcb', true),
  joined: solid('#2c7a6b', 'dots'),
  unannounced: solid('#2f6db5', 'rings'),
  quiet: hatched('#8db0da', '#e3ecf7', true),
  unassessed: hatched('#d3d8de', '#eef0f2'),
  blindSpot: solid('#b9c0c8', null, 0.55),
};

/** Side of the square that a pattern repeats, CSS px. */
export const PATTERN_SIZE = 8;
/** Width of a stripe across, CSS px; stripes stand at 45°. */
export const STRIPE_WIDTH = 2.6;
