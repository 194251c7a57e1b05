import { CLASS_CODES, CLASS_COUNT } from '#analysis/classify';
import { UNCERTAIN_CLASSES } from '#domain/gap-classes';
import type { z } from 'zod';
import type { dataSources, GapsAnswer, gapSummary } from '../contract/gaps';
import { byText } from './by-text';
import type { Dataset } from './dataset';
import { populationOf } from './gap-area';
import type { GapView } from './gap-view';
import { possibleDuplications } from './overlaps';
import { READINESS } from './structures';
import { surfaceShown } from './surface-shown';

type Summary = z.infer<typeof gapSummary>;

/** Totals over the areas that the filters keep. People are those that are known; how many areas hold unknown ones is said beside them. */
export const summarise = (view: GapView): Summary => ({ ...summariseClasses(view), possibleDuplications: possibleDuplications(view), ...structureFigures(view) });

/** The part of the totals that a threshold moves. */
export function summariseClasses(view: GapView): Omit<Summary, 'possibleDuplications' | 'staleEvidenceShare' | 'structures'> {
  const { classification, level, kept } = view;
  const areas = new Array<number>(CLASS_COUNT).fill(0);
  const people = new Array<number>(CLASS_COUNT).fill(0);
  const notClassified = { areas: 0, people: 0 };
  let populationUnknown = 0;
  for (const area of kept) {
    const areaClass = classification.areaClass[area] ?? -1;
    if (areaClass === -1) {
      notClassified.areas += 1;
      notClassified.people += populationOf(view, area) ?? 0;
    } else areas[areaClass] = (areas[areaClass] ?? 0) + 1;
    for (let one = 0; one < CLASS_COUNT; one += 1) people[one] = (people[one] ?? 0) + (classification.people[area * CLASS_COUNT + one] ?? 0);
    if (areaClass === -1 ? populationOf(view, area) === null : level.peopleKnown[area] !== 1) populationUnknown += 1;
  }
  const peopleOf = (codes: readonly string[]): number => CLASS_CODES.reduce((sum, code, one) => (codes.includes(code) ? sum + (people[one] ?? 0) : sum), 0);
  return {
    classes: CLASS_CODES.map((code, one) => ({ class: code, areas: areas[one] ?? 0, people: people[one] ?? 0 })),
    notClassified,
    populationUnknown: { areas: populationUnknown },
    peopleInGap: peopleOf(['gap']),
    peopleUncertain: peopleOf(UNCERTAIN_CLASSES),
    population: people.reduce((sum, one) => sum + one, 0) + notClassified.people,
  };
}

/** Readiness and staleness of the structures that lie in the areas kept; of all, also those in no area, where no filter is set. */
export function structureFigures({ dataset: { structures }, judged, set, kept }: GapView): Pick<Summary, 'staleEvidenceShare' | 'structures'> {
  const all = kept.length === set.areas.length;
  const keptAreas = new Set(kept);
  const areaOf = structures.areaOf[set.type];
  const counts = [0, 0, 0];
  let established = 0;
  let stale = 0;
  judged.level.forEach((level, structure) => {
    if (level === READINESS.noCare || (!all && !keptAreas.has(areaOf[structure] ?? -1))) return;
    counts[level] = (counts[level] ?? 0) + 1;
    established += judged.established[structure] ?? 0;
    stale += judged.stale[structure] ?? 0;
  });
  return {
    staleEvidenceShare: established === 0 ? null : stale / established,
    structures: { ready: counts[READINESS.ready] ?? 0, notReady: counts[READINESS.notReady] ?? 0, unknown: counts[READINESS.unknown] ?? 0 },
  };
}

/** What every number of a level stands on. */
export const sourcesOf = (dataset: Dataset, { set, reach }: Pick<GapView, 'set' | 'reach'>): GapsAnswer['sources'] => ({
  ...dataset.memory.recall('sources', 5, set.type, () => listSources(dataset, { set })),
  surface: reach.footing === null ? null : surfaceShown(dataset.surface),
});

function listSources({ base, sets, levels, initiatives, structures }: Dataset, { set }: Pick<GapView, 'set'>): Omit<z.infer<typeof dataSources>, 'surface'> {
  const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort(byText);
  const reports = new Map(initiatives.all.map(({ row: { source, reportedOn } }) => [`${source}\n${reportedOn ?? ''}`, { source, reportedOn }]));
  const methods = new Set(levels.demand.method.filter((method) => method !== 'none'));
  const drawn = set.areas.filter((_, number) => set.outlines[number] !== null);
  return {
    populationSources: distinct(sets[base].areas.flatMap(({ population }) => population?.source ?? [])),
    initiativeSources: [...reports.keys()].sort(byText).flatMap((key) => reports.get(key) ?? []),
    structureSources: distinct(structures.rows.map(({ source }) => source)),
    boundarySources: distinct(drawn.map(({ source }) => source)),
    demand: methods.size > 1 ? (methods.has('raster') ? 'mixedRaster' : 'mixed') : ([...methods][0] ?? 'none'),
  };
}
