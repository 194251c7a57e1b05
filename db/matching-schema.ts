/** Two records that may be one, as the rules find them; the smaller id first. */
interface MatchPairRow {
  id: string;
  kind: 'structure' | 'organisation';
  side_a: string;
  side_b: string;
  score: number;
  reasons: string[];
  distance_km: number | null;
  joined_by_rule: boolean;
}

/** What a person said of a pair. */
interface MatchVerdictRow {
  kind: 'structure' | 'organisation';
  side_a: string;
  side_b: string;
  verdict: 'same' | 'different';
  reason: string;
  decided_by: string;
  decided_on: string;
}

/** What a person said that a name means. */
interface NameVerdictRow {
  kind: 'area' | 'organisation' | 'structure';
  level: string;
  name_key: string;
  within_key: string;
  /** Null: none of those that are known. */
  target: string | null;
  decided_on: string;
}

/** Tables of matching: what people and rules decided about names and records that may be one. */
export interface MatchingTables {
  match_pair: MatchPairRow;
  match_verdict: MatchVerdictRow;
  name_verdict: NameVerdictRow;
  /** Another fingerprint of an initiative of a source without ids, and why it was taken for it. */
  initiative_alias: { scheme: string; external_id: string; initiative_id: string; score: number; reasons: string[]; import_batch_id: string };
}
