import type { AnalysisArea, AnalysisDecision, AnalysisEvidence, AnalysisInitiative, AnalysisPlace, AnalysisProgramme, AnalysisStructure } from '#db/stores/analysis-input';
import type { SitingProblem } from '#analysis/siting-problem';
import type { CareStandard } from '#domain/care-standard';
import type { CriterionResult } from '#domain/criterion-result';
import type { IsoDate } from '#domain/dates';
import type { Disagreement } from '#domain/disagreements';
import type { AcceptedTraining, CountedMovement } from '#domain/evidence';
import type { GapParameters } from '#domain/gap-parameters';
import type { Outline } from '#analysis/outline-ring';
import type { KitLine } from '#domain/programme-records';
import type { AreaType, InitiativeKind, Service, TargetGroup } from '#domain/records';
import type { Readiness } from '#domain/readiness';
import type { Need } from '#domain/readiness-needs';
import type { ItemOutlook } from '#domain/stock-outlook';
import type { Viewer } from '#domain/viewer';
import type { StandardShown } from '../contract/facets';
import type { OverlapsQuery, TileLayer } from '../contract/queries';
import type { WhereNextAsked } from '../contract/where-next';
import type { ProblemIssue } from '../problem';
import type { RasterShelf } from './ground';
import type { IssueCode } from '#domain/issue-codes';

/** What a data set is, before its rows. `today` comes from outside: the engine has no clock. */
export interface DatasetHeading {
  readonly viewer: Viewer;
  readonly dataVersion: number;
  readonly exercise: boolean;
  readonly today: IsoDate;
  readonly standards: readonly CareStandard[];
}

/** Rows on their way into a data set, as the stores give them. */
export type DatasetPart =
  | { readonly part: 'areas'; readonly rows: readonly AnalysisArea[] }
  | { readonly part: 'places'; readonly rows: readonly AnalysisPlace[] }
  | { readonly part: 'structures'; readonly rows: readonly AnalysisStructure[] }
  | { readonly part: 'evidence'; readonly rows: readonly AnalysisEvidence[] }
  | { readonly part: 'programmes'; readonly rows: readonly AnalysisProgramme[] }
  | { readonly part: 'initiatives'; readonly rows: readonly AnalysisInitiative[] }
  | { readonly part: 'decisions'; readonly rows: readonly AnalysisDecision[] }
  | { readonly part: 'withheldCare'; readonly rows: readonly WithheldCare[] };

/** A health zone in which something that the viewer may not see is ready for a service, on the date of the data (decision 0037). */
export interface WithheldCare {
  readonly service: Service;
  readonly healthZoneCode: string;
}

/** Each list holds alternatives; the lists hold together. */
export interface GapFilters {
  readonly province?: readonly string[] | undefined;
  readonly organisation?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly targetGroup?: readonly string[] | undefined;
  readonly domain?: readonly string[] | undefined;
}

/** How readiness is judged. `standard` null: the default of the service. `asOf` null: the date of the data. `at` null: `asOf` itself, no forecast. */
export interface JudgedBy {
  readonly service: Service;
  readonly standard: string | null;
  readonly asOf: IsoDate | null;
  readonly at: IsoDate | null;
}

export interface GapQuestion extends Omit<GapParameters, keyof JudgedBy | 'standardVersion'>, JudgedBy {
  readonly filters: GapFilters;
}

/** A question that may try out changes, as `writeChanges` gives them; left out or empty: none. */
export type TriedQuestion = GapQuestion & { readonly changes?: string | undefined };

/** A plan that is not launched yet. Exactly one of `areas` (codes) and `outline` says where; no groups or null people: not known. */
export interface AskedPlan {
  readonly areas: readonly string[] | null;
  readonly outline: Outline | null;
  readonly kind: InitiativeKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly groups: readonly TargetGroup[];
  readonly people: number | null;
  /** Id of the organisation that plans it. */
  readonly organisation: string | null;
  readonly nearbyKm: number;
}

/** Readiness of one structure, as lists show it. `criteria` and `forecast` only where asked for. */
export interface StructureReadiness {
  readonly readiness: Readiness;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly evidenceOn: IsoDate | null;
  readonly lapsesAfter: IsoDate | null;
}
export interface StructureJudgement extends StructureReadiness {
  readonly asOf: IsoDate;
  readonly at: IsoDate;
  readonly standard: StandardShown;
  readonly lapseCriterion: string | null;
  /** Quantities are null for a viewer who does not see stock levels. */
  readonly criteria: readonly CriterionResult[];
  readonly forecast: readonly { readonly at: IsoDate; readonly readiness: Readiness; readonly missing: readonly string[] }[];
  readonly need: Need | null;
  readonly trainings: readonly AcceptedTraining[];
  /** Lines are null for a viewer who does not see stock levels, and so is the outlook. */
  readonly movements: readonly (Omit<CountedMovement, 'lines'> & { readonly lines: readonly KitLine[] | null })[];
  readonly disagreements: readonly Disagreement[];
  readonly stockOutlook: readonly ItemOutlook[] | null;
  /** What its readiness is tried out as; null: it is not. Everything else here is what is known. */
  readonly tried: Readiness | null;
}

/** A siting problem as an exact solver takes it, and what the list of `/api/where-next` reaches. Weights are whole: `unit` of them make one person. */
export interface SitingForProof {
  readonly asked: WhereNextAsked;
  readonly dataVersion: number;
  readonly problem: SitingProblem;
  readonly unit: number;
  readonly list: readonly number[];
  /** Of each candidate, by its number. */
  readonly structures: readonly { readonly structureId: string; readonly structureName: string }[];
}

/** JSON text as UTF-8, ready for the wire. */
export type JsonBytes = Uint8Array<ArrayBuffer>;

/** Every question that the engine answers: kind → question and answer. */
export interface EngineQuestions {
  readonly gaps: { question: TriedQuestion; answer: JsonBytes };
  /** Features with their geometry. */
  readonly gapsGeojson: { question: TriedQuestion; answer: JsonBytes };
  readonly explain: { question: TriedQuestion & { readonly code: string }; answer: JsonBytes };
  readonly sweep: { question: GapQuestion; answer: JsonBytes };
  readonly forecast: { question: GapQuestion; answer: JsonBytes };
  /** `changes`: as `writeChanges` gives them. */
  readonly whatIf: { question: GapQuestion & { readonly changes: string }; answer: JsonBytes };
  readonly triedAreas: { question: GapQuestion & { readonly changes: string }; answer: JsonBytes };
  /** Of each text of changes: does the data set hold everything that it changes? */
  readonly changesKnown: { question: { readonly changes: readonly string[] }; answer: boolean[] };
  readonly nearest: { question: GapQuestion & { readonly lngLat: readonly [number, number] }; answer: JsonBytes };
  readonly isochrones: { question: GapQuestion & { readonly minutes: readonly number[] }; answer: JsonBytes };
  readonly facets: { question: { readonly areaType: AreaType; readonly asOf: IsoDate | null; readonly awarenessMonths: number }; answer: JsonBytes };
  readonly overlaps: { question: Omit<OverlapsQuery, 'format'>; answer: JsonBytes };
  readonly tile: { question: JudgedBy & { readonly layer: TileLayer; readonly z: number; readonly x: number; readonly y: number }; answer: Uint8Array<ArrayBuffer> };
  readonly check: { question: GapQuestion & { readonly plan: AskedPlan }; answer: JsonBytes };
  readonly needs: { question: GapQuestion & { readonly limit: number }; answer: JsonBytes };
  readonly catchments: { question: GapQuestion; answer: JsonBytes };
  readonly whereNext: { question: GapQuestion & { readonly asked: WhereNextAsked; readonly limit: number }; answer: JsonBytes };
  readonly siting: { question: GapQuestion & { readonly asked: WhereNextAsked }; answer: SitingForProof };
  readonly lapsing: { question: Omit<JudgedBy, 'at'> & { readonly days: number; readonly province?: readonly string[] | undefined }; answer: JsonBytes };
  readonly refreshers: { question: Omit<JudgedBy, 'at'> & { readonly months: number; readonly province?: readonly string[] | undefined }; answer: JsonBytes };
  readonly compare: { question: { readonly a: string; readonly b: string; readonly asOf: IsoDate | null; readonly province?: readonly string[] | undefined; readonly limit: number }; answer: JsonBytes };
  /** Null for a structure that the data set does not hold (yet). */
  readonly readiness: { question: JudgedBy & { readonly ids: readonly string[] }; answer: (StructureReadiness | null)[] };
  readonly judgement: { question: JudgedBy & { readonly id: string; readonly changes?: string | undefined }; answer: StructureJudgement | null };
  readonly structuresByReadiness: { question: JudgedBy & { readonly readiness: readonly Readiness[] }; answer: string[] };
}
export type QuestionKind = keyof EngineQuestions;

export type ToWorker =
  | { readonly kind: 'begin'; readonly heading: DatasetHeading; readonly shelf: RasterShelf }
  | { readonly kind: 'part'; readonly part: DatasetPart }
  | { readonly kind: 'finish'; readonly id: number }
  | { [K in QuestionKind]: { readonly kind: 'ask'; readonly id: number; readonly name: K; readonly question: EngineQuestions[K]['question'] } }[QuestionKind];

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'problem'; readonly id: number; readonly code: IssueCode; readonly issues: readonly ProblemIssue[] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
