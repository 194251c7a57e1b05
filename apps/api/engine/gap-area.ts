import { CLASS_CODES, CLASS_COUNT, sharesOfArea } from '#analysis/classify';
import type { IsoDate } from '#domain/dates';
import { type GapClass, UNCERTAIN_CLASSES } from '#domain/gap-classes';
import { activeUntil } from '#domain/initiative-rules';
import type { z } from 'zod';
import type { GapArea, gapReason, nearStructure } from '../contract/gaps';
import { provinceName } from './area-sets';
import { type GapView, structuresOf } from './gap-view';
import { offSurface } from './off-surface';
import type { NearestStructures } from './reach-by/reach';
import { shownPeople } from './shown-people';
import { mayBeReady, READINESS } from './structures';
import { travelMinShown } from './travel-min-shown';
import { campaignsTried, isTried } from './tried-here';
import { isCareWithheld } from './withheld-care';

type GapReason = z.infer<typeof gapReason>;
type NearStructure = z.infer<typeof nearStructure>;

/** Shares to a millionth, distances to a metre: more digits would be noise on the wire. */
export const roundShare = (share: number): number => Math.min(1, Math.round(share * 1e6) / 1e6);
export const roundKm = (km: number): number => Math.round(km * 1000) / 1000;

export function describeArea(view: GapView, area: number): GapArea {
  const { set, dataset, classification } = view;
  const row = set.areas[area];
  if (row === undefined) throw new Error(`area ${area} of ${set.areas.length}`);
  const classNumber = classification.areaClass[area] ?? -1;
  return {
    code: row.code,
    name: row.name,
    provinceCode: row.provinceCode,
    provinceName: provinceName(dataset.sets, row.provinceCode),
    class: CLASS_CODES[classNumber] ?? null,
    population: populationOf(view, area),
    peopleInGap: peopleIn(view, area, ['gap']),
    peopleUncertain: peopleIn(view, area, UNCERTAIN_CLASSES),
    awareness: awarenessOf(view, area),
    care: careOf(view, area),
    reasons: reasonsOf(view, area),
  };
}

/** People of the area: the sum of its points where all are known, else what the source says of the area itself. Null: not known. */
export function populationOf({ level, set }: GapView, area: number): number | null {
  if (level.peopleKnown[area] === 1) return level.population[area] ?? null;
  const own = set.areas[area]?.population ?? null;
  return own === null ? null : Math.round(own.value);
}

/** People of some classes; null where the people of the area are not known, or too few to be shown. */
export function peopleIn({ level, classification, dataset }: GapView, area: number, classes: readonly GapClass[]): number | null {
  if (level.peopleKnown[area] !== 1) return null;
  const people = classes.reduce((sum, one) => sum + (classification.people[area * CLASS_COUNT + CLASS_CODES.indexOf(one)] ?? 0), 0);
  return shownPeople(dataset.heading.viewer, people);
}

function awarenessOf(view: GapView, area: number): GapArea['awareness'] {
  const { dataset, active } = view;
  const all = (active.awareness[area] ?? []).flatMap((number) => dataset.initiatives.all[number] ?? []);
  const tried = campaignsTried(view, area);
  return {
    initiatives: all.length + tried,
    organisations: new Set(all.flatMap((one) => one.acting)).size,
    until: lastDay(all.map(({ days }) => (days === null ? null : activeUntil(days)))),
    ...(tried > 0 ? { tried } : {}),
  };
}

/** The last of some last days; null where one of them is open, or there are none. */
const lastDay = (dates: readonly (IsoDate | null)[]): IsoDate | null =>
  dates.reduce<IsoDate | null>((last, date, i) => (i === 0 ? date : last === null || date === null ? null : date > last ? date : last), null);

function careOf(view: GapView, area: number): GapArea['care'] {
  const counts = [0, 0, 0];
  for (const structure of structuresOf(view, area)) {
    const level = view.judged.level[structure] ?? READINESS.unknown;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  return {
    ready: counts[READINESS.ready] ?? 0,
    missions: view.missions.running.get(area)?.length ?? 0,
    reported: view.question.parameters.evidence === 'assessed' ? 0 : (view.active.reportedCare[area]?.length ?? 0),
    unknown: counts[READINESS.unknown] ?? 0,
    notReady: counts[READINESS.notReady] ?? 0,
    redundancy: { twoReady: redundant(view, area, 'twoReady'), threeReady: redundant(view, area, 'threeReady') },
    nearestReady: near(view, view.counts.nearestReady(), area),
    nearestAlmostReady: near(view, view.counts.nearestAlmostReady(), area),
  };
}

const redundant = ({ level, counts }: GapView, area: number, least: 'twoReady' | 'threeReady'): number | null => (level.peopleKnown[area] === 1 ? (counts.redundancy()?.[least][area] ?? null) : null);

function near(view: GapView, nearest: NearestStructures, area: number): NearStructure | null {
  const structure = nearest.structure[area] ?? -1;
  const row = view.dataset.structures.rows[structure];
  if (row === undefined) return null;
  return { id: row.id, name: row.name, type: row.type, distanceKm: roundKm(nearest.distanceKm[area] ?? NaN), travelMin: travelMinShown(nearest.travelMin?.[area] ?? null), missing: [...(structure < 0 ? [] : view.judged.result(structure).missing)], ...(isTried(view, structure) ? { tried: true } : {}) };
}

/** Why the area has its class: what is known of awareness, then how its people stand to care, then what is not known. */
function reasonsOf(view: GapView, area: number): GapReason[] {
  const { dataset, classification, level, active, judged } = view;
  const reasons: GapReason[] = [];
  const add = (code: GapReason['code'], values: Partial<Omit<GapReason, 'code'>> = {}): void => void reasons.push({ code, share: null, count: null, until: null, ...values });
  const shares = sharesOfArea(level, classification, area);
  const awareness = awarenessOf(view, area);
  const care = careOf(view, area);

  if (awareness.initiatives > 0) add('awarenessKnown', { share: shares === null ? null : roundShare(shares.aware), count: awareness.initiatives, until: awareness.tried === undefined ? awareness.until : null });
  else add('noAwarenessKnown');
  const undated = (active.awareness[area] ?? []).filter((number) => dataset.initiatives.all[number]?.days?.undated === true).length;
  if (undated > 0) add('undatedAwareness', { count: undated });

  if (shares === null) add('noGeometry');
  else {
    const none = Math.max(0, 1 - shares.ready - shares.reported - shares.unknown);
    const byMission = view.missions.shares.get(area);
    const byStructure = byMission?.structure ?? shares.ready;
    if (byStructure > 0) add('readyWithinReach', { share: roundShare(byStructure), count: care.ready });
    if (byMission !== undefined && byMission.mission > 0) add('missionWithinReach', { share: roundShare(byMission.mission), count: care.missions, until: lastMissionDay(view, area) });
    if (shares.reported > 0) add('reportedCareOnly', { share: roundShare(shares.reported), count: care.reported });
    if (shares.unknown > 0) add('readinessUnknown', { share: roundShare(shares.unknown), count: care.unknown });
    if (isCareWithheld(view, area)) add('careWithheld');
    if (roundShare(none) > 0) add('noStructureWithinReach', { share: roundShare(none) });
  }
  const unplaced = [...structuresOf(view, area)].filter((number) => !Number.isFinite(dataset.structures.lng[number]) && mayBeReady(judged.level[number])).length;
  if (unplaced > 0 && view.reach.needsPosition) add('structureWithoutPosition', { count: unplaced });
  const astray = offSurface(view, area);
  if (astray.share > 0) add('peopleOffSurface', { share: roundShare(astray.share) });
  if (astray.structures > 0) add('structuresOffSurface', { count: astray.structures });
  if (shares === null ? populationOf(view, area) === null : level.peopleKnown[area] !== 1) add('populationUnknown', { count: basesWithoutPeople(view, area) });
  return reasons;
}

/** The day after which none of the missions that run here gives care any more. */
const lastMissionDay = ({ dataset, missions }: GapView, area: number): IsoDate | null =>
  lastDay((missions.running.get(area) ?? []).map((number) => dataset.missions[number]?.record.end ?? null));

/** In how many of the areas that people are counted by, and that this one touches, nobody knows how many they are. */
function basesWithoutPeople({ dataset: { levels, base, sets }, set }: GapView, area: number): number {
  return levels.touched({ type: set.type, number: area }, base).filter((number) => sets[base].areas[number]?.population === null).length;
}
