import { CLASS_CODES, CLASS_COUNT } from '#analysis/classify';
import { buildPoints, chordSquaredBetween, chordToKm, type PointSet } from '#analysis/sphere';
import { activeUntil, givesService } from '#domain/initiative-rules';
import { lapse } from '#domain/readiness';
import type { InitiativeKind } from '#domain/records';
import type { GapExplanation } from '../contract/gaps';
import { Problem } from '../problem';
import { changesOf, parametersOf } from './answer-gaps';
import { byText } from './by-text';
import type { Dataset } from './dataset';
import { describeArea, peopleIn, populationOf, roundKm, roundShare } from './gap-area';
import { type GapView, structuresOf } from './gap-view';
import { isActiveMatter, raisesAwareness, reportsCare } from './initiatives';
import type { TriedQuestion } from './messages';
import { missionsAround } from './missions-around';
import { nextActions } from './next-actions';
import type { AreaReach } from './reach-by/reach';
import { READINESS } from './structures';
import { travelMinShown } from './travel-min-shown';
import { isTried } from './tried-here';
import { viewAsked } from './view-tried';

type Explained = GapExplanation['structures'][number];
type Shown = GapExplanation['initiatives'][number];

/** A town may have a hundred structures within reach; those who decide read the first of them. */
const STRUCTURES_SHOWN = 100;

/** One area in full. Throws `notFound` for a code that no area of this type has. */
export function explainArea(dataset: Dataset, { code, ...question }: TriedQuestion & { readonly code: string }): GapExplanation {
  const view = viewAsked(dataset, question);
  const area = view.set.numberOf.get(code);
  if (area === undefined) throw new Problem('notFound');
  const centre = centreOf(view, area);
  const structures = structuresAround(view, area);
  const described = describeArea(view, area);
  return {
    ...described,
    parameters: parametersOf(view.question),
    dataVersion: dataset.heading.dataVersion,
    ...changesOf(view),
    classPeople: classPeopleOf(view, area),
    population: populationSourceOf(view, area),
    demand: demandOf(view, area),
    centre,
    initiatives: initiativesHere(view, area),
    structures,
    missions: missionsAround(view, area),
    nextActions: nextActions({ classOf: described.class, awareShare: described.reasons.find(({ code: reason }) => reason === 'awarenessKnown')?.share ?? 0, reported: described.care.reported, structures, asOf: view.question.parameters.asOf }),
  };
}

function centreOf({ dataset, set }: GapView, area: number): [number, number] | null {
  const { lng, lat } = dataset.levels.centres(set.type);
  const centre: [number, number] = [lng[area] ?? NaN, lat[area] ?? NaN];
  return centre.every(Number.isFinite) ? centre : null;
}

function classPeopleOf(view: GapView, area: number): GapExplanation['classPeople'] {
  const { level, classification } = view;
  const total = level.totalMass[area] ?? 0;
  return CLASS_CODES.map((code, one) => ({
    class: code,
    people: peopleIn(view, area, [code]),
    share: total === 0 ? 0 : roundShare((classification.mass[area * CLASS_COUNT + one] ?? 0) / total),
  }));
}

/** Where the figure comes from; of a sum over smaller areas, all their sources, and their year where it is one. */
function populationSourceOf(view: GapView, area: number): GapExplanation['population'] {
  const { dataset: { base, sets, levels }, set, level } = view;
  const value = populationOf(view, area);
  const own = set.areas[area]?.population ?? null;
  if (value === null) return null;
  if (set.type === base || level.peopleKnown[area] !== 1) return own === null ? null : { value, year: own.year, source: own.source };
  const parts = levels.touched({ type: set.type, number: area }, base).flatMap((number) => sets[base].areas[number]?.population ?? []);
  const years = new Set(parts.map(({ year }) => year));
  return { value, year: years.size === 1 ? (parts[0]?.year ?? null) : null, source: [...new Set(parts.map(({ source }) => source))].sort(byText).join('; ') };
}

function demandOf({ dataset: { base, levels }, set }: GapView, area: number): GapExplanation['demand'] {
  const methods = levels.touched({ type: set.type, number: area }, base).map((number) => levels.demand.method[number] ?? 'none');
  // The weakest claim is said for all.
  return (['evenSpread', 'places', 'raster'] as const).find((method) => methods.includes(method)) ?? 'none';
}

function initiativesHere({ dataset: { initiatives }, question: { window, asOfDay, parameters: { service, evidence } }, set, tried }: GapView, area: number): Shown[] {
  return initiatives.all.flatMap((one, number): Shown[] => {
    const { row, days } = one;
    if (days === null || !(isActiveMatter(one, window) || reportsCare(one, service, asOfDay))) return [];
    if (!initiatives.areasOf(number, set.type).includes(area)) return [];
    const show = (counts: Shown['counts'], words: readonly string[]): Shown => ({
      id: row.id,
      title: row.title,
      kinds: row.kinds.map(({ kind }) => kind),
      organisations: [...new Set(row.organisations.map(({ name }) => name))],
      start: row.start,
      until: activeUntil(days),
      undated: days.undated,
      counts,
      announces: [...one.announces],
      words: [...new Set(words)],
      ...(tried?.changes.stopped.has(number) === true ? { stopped: true } : {}),
      source: row.source,
      sourceRow: row.sourceRow,
    });
    const wordsOf = (counts: (kind: InitiativeKind) => boolean): string[] => row.kinds.filter(({ kind }) => counts(kind)).flatMap(({ words }) => words);
    const shown: Shown[] = [];
    if (raisesAwareness(one, service, window)) shown.push(show('awareness', wordsOf((kind) => kind === 'awareness')));
    if (evidence === 'reported' && reportsCare(one, service, asOfDay)) shown.push(show('care', wordsOf((kind) => givesService(new Set([kind]), row.topic, service))));
    return shown.length > 0 ? shown : [show('other', row.kinds.flatMap(({ words }) => words))];
  }).sort((a, b) => COUNTS_ORDER[a.counts] - COUNTS_ORDER[b.counts] || byText(a.title, b.title) || byText(a.id, b.id));
}
const COUNTS_ORDER = { awareness: 0, care: 1, other: 2 } as const;

/** Structures in or around the area, and the nearest ready and almost ready ones wherever they are: ready first, then almost ready, then by distance. */
function structuresAround(view: GapView, area: number): Explained[] {
  const numbers = new Set(structuresOf(view, area).filter((number) => view.judged.level[number] !== READINESS.noCare));
  for (const { structure } of [view.counts.nearestReady(), view.counts.nearestAlmostReady()]) if ((structure[area] ?? -1) >= 0) numbers.add(structure[area] ?? -1);
  const reach = view.reach.ofArea(view.set.type, area);
  const rankOf = (number: number): number => (view.judged.almost[number] === 1 ? 1 : (READINESS_RANK[view.judged.level[number] ?? READINESS.unknown] ?? 3));
  return [...numbers]
    .map((number) => ({ rank: rankOf(number), shown: explainStructure(view, area, number, reach) }))
    .sort((a, b) => a.rank - b.rank || (a.shown.distanceKm ?? Infinity) - (b.shown.distanceKm ?? Infinity) || byText(a.shown.id, b.shown.id))
    .slice(0, STRUCTURES_SHOWN)
    .map(({ shown }) => shown);
}
const READINESS_RANK = [0, 2, 3];

function explainStructure(view: GapView, area: number, number: number, reach: AreaReach): Explained {
  const { dataset: { structures, levels }, judged, set } = view;
  const row = structures.rows[number];
  if (row === undefined) throw new Error(`structure ${number} of ${structures.rows.length}`);
  const result = judged.result(number);
  const position = { lng: structures.lng[number] ?? NaN, lat: structures.lat[number] ?? NaN };
  const placed = Number.isFinite(position.lng);
  const fromCentre = placed ? kmBetween(levels.centres(set.type), area, position) : NaN;
  const tried = isTried(view, number);
  // What is supposed does not run out.
  const runsOut = tried ? null : lapse(result);
  const newest = result.criteria.find(({ evidenceOn, required }) => required && evidenceOn === result.evidenceOn);
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    distanceKm: Number.isFinite(fromCentre) ? roundKm(fromCentre) : null,
    travelMin: travelMinShown(travelMinOf(view, area, number) ?? reach.travelMin(number)),
    missing: [...result.missing],
    readiness: result.readiness,
    unknown: [...result.unknown],
    withinReach: reach.isReached(number),
    evidenceOn: result.evidenceOn,
    evidenceAgeDays: newest?.evidenceAgeDays ?? null,
    lapsesAfter: runsOut?.lapsesAfter ?? null,
    lapseCriterion: runsOut?.criterion ?? null,
    ...(tried ? { tried: true } : {}),
  };
}

/** Known already of the nearest ones. */
function travelMinOf({ counts }: GapView, area: number, number: number): number | null {
  const nearest = [counts.nearestReady(), counts.nearestAlmostReady()].find(({ structure }) => structure[area] === number);
  return nearest?.travelMin?.[area] ?? null;
}

function kmBetween(points: PointSet, point: number, position: { lng: number; lat: number }): number {
  return chordToKm(chordSquaredBetween(points, point, pointAt(position), 0));
}

const pointAt = ({ lng, lat }: { lng: number; lat: number }): PointSet => buildPoints(Float64Array.of(lng), Float64Array.of(lat));
