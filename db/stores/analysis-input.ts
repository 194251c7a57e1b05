import type { AreaType, InitiativeKind, InitiativeRecord, OrganisationRole, StructureType, TargetGroup, Topic } from '#domain/records';
import type { Evidence } from '#domain/readiness';
import type { Viewer } from '#domain/viewer';
import type { DecisionItem } from './decisions';
import type { Handle } from './handle';
import { notYet } from './not-yet';

export interface AnalysisArea {
  readonly id: string;
  readonly code: string;
  readonly type: AreaType;
  readonly name: string;
  readonly parentCode: string | null;
  /** The province itself, for a province; null where the chain of parents holds none. */
  readonly provinceCode: string | null;
  /** MultiPolygon, EPSG:4326, every stored decimal; null: known by name only. */
  readonly geojson: string | null;
  /** On the WGS 84 ellipsoid; null without geometry. */
  readonly areaKm2: number | null;
  readonly population: { readonly value: number; readonly year: number | null; readonly source: string } | null;
  readonly source: string;
}
export interface AnalysisPlace {
  readonly id: string;
  readonly name: string;
  readonly lngLat: [number, number];
  /** Null: not known. */
  readonly population: number | null;
  readonly source: string;
}
export interface AnalysisStructure {
  readonly id: string;
  readonly name: string;
  readonly type: StructureType;
  readonly lngLat: [number, number] | null;
  readonly healthZoneCode: string | null;
  readonly territoryCode: string | null;
  readonly provinceCode: string | null;
  readonly source: string;
}
export interface AnalysisEvidence {
  readonly structureId: string;
  readonly evidence: Evidence;
}
export interface AnalysisInitiative {
  readonly id: string;
  readonly title: string;
  /** With the words of the source that caused each. */
  readonly kinds: { readonly kind: InitiativeKind; readonly words: string[] }[];
  readonly topic: Topic;
  readonly toReview: boolean;
  readonly domain: InitiativeRecord['domain'];
  readonly targetGroups: TargetGroup[];
  readonly organisations: { readonly id: string; readonly name: string; readonly acronym: string | null; readonly role: OrganisationRole }[];
  readonly areaCodes: { readonly type: AreaType; readonly code: string }[];
  readonly start: string | null;
  readonly end: string | null;
  readonly status: InitiativeRecord['status'];
  readonly reportedOn: string | null;
  readonly targetedTotal: number | null;
  readonly source: string;
  readonly sourceRow: number | null;
}
export type AnalysisDecision = DecisionItem;

/** Areas by type and code. Pages of one read may straddle a change: read inside a repeatable-read transaction, or check the data version after. */
export async function* readAreasForAnalysis(db: Handle, viewer: Viewer): AsyncIterable<AnalysisArea[]> {
  yield notYet(db, viewer);
}
export async function* readPlacesForAnalysis(db: Handle, viewer: Viewer): AsyncIterable<AnalysisPlace[]> {
  yield notYet(db, viewer);
}
export async function* readStructuresForAnalysis(db: Handle, viewer: Viewer): AsyncIterable<AnalysisStructure[]> {
  yield notYet(db, viewer);
}
/**
 * Evidence of the structures that this viewer may see. Stock lines are in it for every viewer, because readiness is
 * computed from them: the engine never lets a quantity out to a viewer who does not `seesStock`.
 */
export async function* readEvidenceForAnalysis(db: Handle, viewer: Viewer): AsyncIterable<AnalysisEvidence[]> {
  yield notYet(db, viewer);
}
export async function* readInitiativesForAnalysis(db: Handle, viewer: Viewer): AsyncIterable<AnalysisInitiative[]> {
  yield notYet(db, viewer);
}
export async function* readDecisionsForAnalysis(db: Handle, viewer: Viewer): AsyncIterable<AnalysisDecision[]> {
  yield notYet(db, viewer);
}
