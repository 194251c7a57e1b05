import type { ColumnType, Generated } from 'kysely';
import type { ProgrammeKind } from '#domain/record-kinds';
import type { AssessmentRecord, DecisionRecord, InitiativeRecord, KindAssignment, AreaType, InitiativeKind, OrganisationRole, OrganisationType, PlaceRecord, Service, StructureRecord, TargetGroup, TrainedStaff, StockLine } from '#domain/records';
import type { Tier } from '#domain/viewer';
import type { Json, Outline, Position, Saved } from './column-types';
import type { JournalTables } from './journal-schema';
import type { MatchingTables } from './matching-schema';

interface ImportBatch {
  id: string;
  ordinal: Generated<number>;
  file_name: string;
  sha256: string;
  profile: string;
  source: string;
  exercise: boolean;
  started_at: Generated<string>;
  finished_at: string | null;
  rows: number | null;
  accepted: number | null;
  unchanged: number | null;
  refused: number | null;
  /** The same through apply, undo and apply again. */
  import_id: string;
  /** Null: it stands. */
  undone_at: string | null;
  reported_on: string | null;
  /** Counts and descriptions beyond those above; never a value of a file. Null: loaded before they were kept. */
  details: ColumnType<unknown, string | null, string | null>;
}

interface Area extends Saved {
  id: string;
  type: AreaType;
  code: string;
  name: string;
  name_key: string;
  parent_code: string | null;
  parent_id: string | null;
  geometry: Outline;
  area_km2: ColumnType<number | null, never, never>;
  valid_from: string | null;
  valid_to: string | null;
}

interface AreaPopulation extends Saved {
  id: string;
  area_id: string;
  value: number;
  year: number | null;
}

interface Place extends Saved {
  id: string;
  external_id: string;
  type: PlaceRecord['type'];
  name: string;
  lng_lat: Position;
  population: number | null;
}

interface Organisation extends Saved {
  id: string;
  name: string;
  name_key: string;
  acronym: string | null;
  acronym_key: string | null;
  type: OrganisationType;
  type_as_given: string | null;
  /** True: it came as a record of its own, not only as a name on another record. */
  listed: boolean;
  merged_into_id: string | null;
}

interface Structure extends Saved {
  id: string;
  name: string;
  name_key: string;
  type: StructureRecord['type'];
  type_as_given: string | null;
  ownership: StructureRecord['ownership'];
  tier: Tier;
  lng_lat: Position;
  declared_area_code: string | null;
  declared_area_name: string | null;
  declared_area_name_key: string | null;
  health_zone_id: string | null;
  territory_id: string | null;
  province_id: string | null;
  /** The record that stands for this one too; null: it stands itself. */
  merged_into_id: ColumnType<string | null, never, string | null>;
  first_batch_id: ColumnType<string | null, never, string | null>;
}

interface Assessment extends Saved {
  id: string;
  /** Structure and external id: what makes it the same assessment. */
  natural_key: string;
  revision: number;
  /** A corrected assessment is kept and left out of every read. */
  superseded: boolean;
  structure_id: string;
  assessed_on: string;
  assessed_by: string | null;
  functionality: AssessmentRecord['functionality'];
  accessibility: AssessmentRecord['accessibility'];
  protocol: AssessmentRecord['protocol'];
  private_room: AssessmentRecord['privateRoom'];
  referral_path: AssessmentRecord['referralPath'];
}

interface AssessmentService {
  assessment_id: string;
  ordinal: number;
  service: Service;
  availability: AssessmentRecord['services'][number]['availability'];
  barriers: AssessmentRecord['services'][number]['barriers'];
}

interface TrainedStaffRow {
  assessment_id: string;
  ordinal: number;
  service: Service;
  cadre: TrainedStaff['cadre'];
  number: number | null;
  women: number | null;
  men: number | null;
  trained_on: string | null;
  protocol_version: string | null;
}

interface StockLineRow {
  assessment_id: string;
  ordinal: number;
  item: StockLine['item'];
  batch: string | null;
  quantity: number;
  expiry: string | null;
  counted_on: string;
}

interface ProgrammeRecordRow extends Saved {
  id: string;
  kind: ProgrammeKind;
  scheme: string;
  external_id: string;
  /** Null: none of its own. */
  tier: Tier | null;
  /** Without provenance; read through the schema of its kind. */
  content: Json<object>;
}

interface ProgrammeStructure {
  record_id: string;
  ordinal: number;
  structure_id: string;
  scheme: string;
  external_id: string;
}

interface Initiative extends Saved {
  id: string;
  scheme: string;
  external_id: string;
  title: string;
  title_key: string;
  description: string | null;
  topic: InitiativeRecord['topic'];
  topic_words: string[];
  to_review: boolean;
  domain: InitiativeRecord['domain'];
  sector_as_given: string | null;
  target_groups_as_given: string | null;
  announced_services: Service[] | null;
  start_on: string | null;
  end_on: string | null;
  status: InitiativeRecord['status'];
  status_as_given: string | null;
  reported_on: string | null;
  targeted_women: number | null;
  targeted_men: number | null;
  targeted_girls: number | null;
  targeted_boys: number | null;
  targeted_total: number | null;
  reached_women: number | null;
  reached_men: number | null;
  reached_girls: number | null;
  reached_boys: number | null;
  reached_total: number | null;
  budget: number | null;
  currency: string | null;
  tier: Tier;
  footprint: Outline;
  /** Content without the date of the report, its source and its id; null: saved before this was kept. */
  body_hash: string | null;
  /** Date of the latest report that says the same again; null: none. */
  confirmed_on: ColumnType<string | null, never, never>;
}

interface Decision extends Saved {
  id: string;
  subject: DecisionRecord['subject'];
  initiative_a_id: string;
  initiative_b_id: string;
  /** Content of both sides when the verdict was given: it holds until one of them changes. */
  hash_a: string;
  hash_b: string;
  verdict: DecisionRecord['verdict'];
  reason: string;
  decided_by: string;
  decided_on: string;
}

/** Every table that the stores read or write. Tables that later issues fill stand in the migrations only. */
export interface Schema extends MatchingTables, JournalTables {
  import_batch: ImportBatch;
  data_version: { only_row: Generated<boolean>; version: number };
  area: Area;
  area_code: { area_id: string; scheme: string; code: string };
  area_population: AreaPopulation;
  place: Place;
  organisation: Organisation;
  organisation_alias: { organisation_id: string; alias: string; alias_key: string };
  structure: Structure;
  structure_external_id: { structure_id: string; scheme: string; external_id: string };
  structure_support: { structure_id: string; organisation_id: string };
  assessment: Assessment;
  assessment_service: AssessmentService;
  trained_staff: TrainedStaffRow;
  stock_line: StockLineRow;
  programme_record: ProgrammeRecordRow;
  programme_structure: ProgrammeStructure;
  initiative: Initiative;
  initiative_kind: { initiative_id: string; ordinal: number; kind: InitiativeKind; confidence: KindAssignment['confidence']; rule: string | null; words: string[] };
  initiative_organisation: { initiative_id: string; ordinal: number; organisation_id: string; role: OrganisationRole };
  initiative_target_group: { initiative_id: string; ordinal: number; target_group: TargetGroup };
  initiative_area: { initiative_id: string; ordinal: number; area_id: string };
  decision: Decision;
  column_mapping: { id: string; name: string; signature: string; record_kind: 'initiative' | 'structure' | 'organisation' | 'area' | 'population' | 'assessment' | 'stock'; columns: Json<Record<string, string>>; saved_at: Generated<string> };
}
