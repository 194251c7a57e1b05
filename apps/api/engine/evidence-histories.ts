import type { AnalysisEvidence, AnalysisProgramme } from '#db/stores/analysis-input';
import { type Assessed, type EvidenceHistory, NOTHING_KNOWN } from '#domain/evidence';
import type { KitMovement, ProposalVerdict, TrainingSession } from '#domain/programme-records';
import { historyOf, type StructureRef } from '#domain/proposals';

interface Stored {
  readonly assessments: Assessed[];
  readonly sessions: TrainingSession[];
  readonly movements: KitMovement[];
  readonly verdicts: ProposalVerdict[];
}

/** What is known of each structure, by its id: what was found in it, and what programmes brought to it that a person accepted. One of which nothing is known is not in it. */
export function evidenceHistories(evidence: readonly AnalysisEvidence[], programmes: readonly AnalysisProgramme[]): Map<string, EvidenceHistory> {
  const stored = new Map<string, Stored>();
  const of = (structureId: string): Stored => {
    const known = stored.get(structureId) ?? { assessments: [], sessions: [], movements: [], verdicts: [] };
    stored.set(structureId, known);
    return known;
  };
  for (const { structureId, evidence: assessed } of evidence) of(structureId).assessments.push(assessed);
  const standingFor = new Map<string, string>();
  for (const row of programmes) {
    for (const { scheme, externalId, structureId } of row.structures) standingFor.set(refKey({ structureScheme: scheme, structureExternalId: externalId }), structureId);
    for (const structureId of new Set(row.structures.map((one) => one.structureId))) {
      if (row.kind === 'trainingSession') of(structureId).sessions.push(row.record);
      else if (row.kind === 'kitMovement') of(structureId).movements.push(row.record);
      else if (row.kind === 'proposalVerdict') of(structureId).verdicts.push(row.record);
    }
  }
  return new Map([...stored].map(([id, known]) => [id, isOnlyAssessed(known) ? { ...NOTHING_KNOWN, assessments: known.assessments } : historyOf(known, (ref) => standingFor.get(refKey(ref)) === id)]));
}

/** Most are: then nothing is to be asked of programmes. */
const isOnlyAssessed = ({ sessions, movements }: Stored): boolean => sessions.length === 0 && movements.length === 0;

const refKey = ({ structureScheme, structureExternalId }: StructureRef): string => JSON.stringify([structureScheme, structureExternalId]);
