import { peopleAtPoints } from '#analysis/area-level';
import { buildDemand } from '#analysis/demand';
import { locate } from '#analysis/polygon-index';
import type { AnalysisArea, AnalysisDecision, AnalysisEvidence, AnalysisInitiative, AnalysisPlace, AnalysisProgramme, AnalysisStructure } from '#db/stores/analysis-input';
import type { AreaType } from '#domain/records';
import { type AreaSets, baseLevelOf, buildAreaSets } from './area-sets';
import { byText } from './by-text';
import { type Ground, NO_GROUND } from './ground';
import { buildInitiatives, type Initiatives } from './initiatives';
import { Levels } from './levels';
import { Memory } from './memory';
import type { DatasetHeading, WithheldCare } from './messages';
import { buildMissions, type KnownMission } from './missions';
import { peopleOfRasters } from './people-of-rasters';
import { buildStructures, type Structures } from './structures';
import { buildSurface, type Surface } from './surface';

/** The rows of a data set while they arrive. */
export interface DatasetRows {
  readonly areas: AnalysisArea[];
  readonly places: AnalysisPlace[];
  readonly structures: AnalysisStructure[];
  readonly evidence: AnalysisEvidence[];
  readonly programmes: AnalysisProgramme[];
  readonly initiatives: AnalysisInitiative[];
  readonly decisions: AnalysisDecision[];
  /** Left out: nothing is withheld. */
  readonly withheldCare?: WithheldCare[];
}

/** Everything that one viewer's questions are answered from. */
export interface Dataset {
  readonly heading: DatasetHeading;
  readonly sets: AreaSets;
  /** The level at which people are placed (decision 0005). */
  readonly base: AreaType;
  readonly levels: Levels;
  readonly structures: Structures;
  readonly initiatives: Initiatives;
  /** By id; the number of a mission is its place here. Cancelled ones are not in it. */
  readonly missions: readonly KnownMission[];
  /** Verdicts that stand, by `pairId`. */
  readonly decisions: ReadonlyMap<string, AnalysisDecision>;
  /** The ground of travel times; null: no friction raster is loaded. */
  readonly surface: Surface | null;
  /** Digests of the population rasters from which some area has its people. */
  readonly peopleFrom: ReadonlySet<string>;
  /** `withheldKey` of what is withheld. */
  readonly withheldCare: ReadonlySet<string>;
  readonly memory: Memory;
}

/** Points of an area whose places are not known (decision 0005). */
const POINTS_PER_AREA = 256;

/** Names a health zone and a service. */
export const withheldKey = ({ service, healthZoneCode }: WithheldCare): string => `${service} ${healthZoneCode}`;

/** Names a pair of initiatives, whichever comes first. */
export const pairId = (a: string, b: string): string => (a < b ? `${a}+${b}` : `${b}+${a}`);

/** Builds a data set. The order of the rows does not matter. `drawn`: the same areas, where the caller has built their sets already. */
export function buildDataset(heading: DatasetHeading, rows: DatasetRows, given: Partial<Ground> = {}, drawn: AreaSets = buildAreaSets(rows.areas)): Dataset {
  const ground = { ...NO_GROUND, ...given };
  const base = baseLevelOf(drawn);
  const { sets, spread, used } = peopleOfRasters(drawn, base, ground.people);
  const { index, outlines, areas } = sets[base];
  const places = [...rows.places].sort((a, b) => byText(a.id, b.id)).map(({ lngLat: [lng, lat], population }) => ({ lng, lat, population, areaIndex: locate(index, lng, lat) }));
  const demand = buildDemand(outlines.map((geometry) => ({ geometry })), places, { pointsPerArea: POINTS_PER_AREA, index, raster: spread });
  const levels = new Levels(sets, base, demand, peopleAtPoints(demand, areas.map(({ population }) => population?.value ?? null)));
  const structures = buildStructures(sets, rows.structures, rows.evidence, rows.programmes);
  return {
    heading,
    sets,
    base,
    levels,
    structures,
    initiatives: buildInitiatives(levels, rows.initiatives),
    missions: buildMissions(levels, structures, rows.programmes),
    decisions: standingDecisions(rows.decisions),
    surface: ground.friction === null ? null : buildSurface(ground.friction, sets, rows.programmes),
    peopleFrom: used,
    withheldCare: new Set((rows.withheldCare ?? []).map(withheldKey)),
    memory: new Memory(),
  };
}

/** The last verdict on each pair, unless one of the two changed since: then the pair is to be judged again. */
function standingDecisions(decisions: readonly AnalysisDecision[]): Map<string, AnalysisDecision> {
  const standing = new Map<string, AnalysisDecision>();
  for (const decision of [...decisions].sort((a, b) => byText(a.decidedOn, b.decidedOn) || byText(a.id, b.id))) {
    const id = pairId(...decision.initiativeIds);
    if (decision.outdated) standing.delete(id);
    else standing.set(id, decision);
  }
  return standing;
}
