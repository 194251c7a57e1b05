import type { CareStandardRecord } from './care-standard';
import type { KitMovement, Mission, ProposalVerdict, TrainingSession } from './programme-records';
import type { MovementClosure, RasterRecord, Scenario } from './reach-records';
import type { RecordKind } from './record-kinds';
import type { AreaRecord, AssessmentRecord, DecisionRecord, InitiativeRecord, OrganisationRecord, PlaceRecord, PopulationRecord, StructureRecord } from './records';

/** Which structure an assessment is about, where the file gives no id: the import service finds it, or asks. */
export interface StructureClaim {
  readonly name: string;
  readonly areaCode: string | null;
  readonly areaName: string | null;
  readonly lngLat: readonly [number, number] | null;
}

interface Entry<Kind extends RecordKind, Record> {
  kind: Kind;
  record: Record;
  /** Fields that the file speaks of. A stored record keeps its others. Left out: the file says everything. */
  only?: readonly (keyof Record & string)[];
}

/** Everything that a file can bring, by kind of record. */
export type ImportRecord =
  | Entry<'area', AreaRecord>
  | Entry<'population', PopulationRecord>
  | Entry<'place', PlaceRecord>
  | Entry<'organisation', OrganisationRecord>
  | Entry<'structure', StructureRecord>
  // Without `structureClaim` the scheme and external id of the record say which structure; with it they are empty until it is found.
  | (Entry<'assessment', AssessmentRecord> & { structureClaim?: StructureClaim })
  // `idFromContent`: the source has no ids, so the external id is a digest of the row; a changed row needs matching to the record it changes.
  | (Entry<'initiative', InitiativeRecord> & { idFromContent?: true })
  | Entry<'decision', DecisionRecord>
  | Entry<'trainingSession', TrainingSession>
  | Entry<'kitMovement', KitMovement>
  | Entry<'mission', Mission>
  | Entry<'proposalVerdict', ProposalVerdict>
  | Entry<'careStandard', CareStandardRecord>
  | Entry<'raster', RasterRecord>
  | Entry<'movementClosure', MovementClosure>
  | Entry<'scenario', Scenario>;
