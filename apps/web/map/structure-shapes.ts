import type { Readiness } from '#domain/readiness';
import type { StructureType } from '#domain/records';

/** Shape says the type, fill says the readiness. One set of outlines for the map and the legend, in a square of 16. */
export const SHAPE_BOX = 16;

export const STRUCTURE_SHAPES: Readonly<Record<StructureType, string>> = {
  HGR: 'M2.8 2.8h10.4v10.4H2.8z',
  CSR: 'M8 1.9 13.3 5v6L8 14.1 2.7 11V5z',
  CS: 'M13.4 8A5.4 5.4 0 1 1 2.6 8a5.4 5.4 0 0 1 10.8 0z',
  PS: 'M8 2.2 14 13H2z',
  CISM: 'M8 1.4 14.6 8 8 14.6 1.4 8z',
  mobile: 'M12.6 8A4.6 4.6 0 1 1 3.4 8a4.6 4.6 0 0 1 9.2 0z',
  nonClinical: 'M2.4 5.6h11.2v4.8H2.4z',
  other: 'M2 3h12L8 13.8z',
};

/** Strokes outside the outline: the cross through the ring of a mobile team. */
export const MOBILE_CROSS = 'M8 .6v2.8M8 12.6v2.8M.6 8h2.8M12.6 8h2.8';

export const SHAPE_INK = '#14524a';
export const SHAPE_STROKE = 1.6;

/** A mission: a ring with a cross in it, in the ink of the page: structures, which stay, have their own. */
export const MISSION_RING = 'M14.6 8A6.6 6.6 0 1 1 1.4 8a6.6 6.6 0 0 1 13.2 0z';
export const MISSION_CROSS = 'M8 4.4v7.2M4.4 8h7.2';
export const MISSION_INK = '#16202c';

export const MISSION_PHASES = ['running', 'coming', 'ended'] as const;
export type MissionPhase = (typeof MISSION_PHASES)[number];

export type Fill = 'full' | 'half' | 'bar' | 'question';

/** Not ready with nothing unknown and at most two missing is almost ready: half. */
export function fillOf(readiness: Readiness, missing: number, unknown: number): Fill {
  if (readiness === 'ready') return 'full';
  if (readiness === 'unknown') return 'question';
  return unknown === 0 && missing <= 2 ? 'half' : 'bar';
}
