import type { Assessed, EvidenceHistory } from '#domain/evidence';
import type { KitMovement, ProposalVerdict, TrainingSession } from '#domain/programme-records';
import { historyOf, type StructureRef } from '#domain/proposals';
import type { ListSources } from '../lists';
import { readProposals, type SubjectItem } from './read-proposals';

/** What counts of one structure, of some assessments and of all records of programmes. `verdicts`: the answers to what these propose. */
export function historyWith(structureId: string, subjects: readonly SubjectItem[], verdicts: readonly ProposalVerdict[], assessments: readonly Assessed[]): EvidenceHistory {
  const own = new Set(subjects.flatMap(({ structures }) => structures.filter((one) => one.structureId === structureId).map(({ scheme, externalId }) => JSON.stringify([scheme, externalId]))));
  const isIt = ({ structureScheme, structureExternalId }: StructureRef): boolean => own.has(JSON.stringify([structureScheme, structureExternalId]));
  const sessions: TrainingSession[] = [];
  const movements: KitMovement[] = [];
  for (const item of subjects) {
    if (item.kind === 'trainingSession') sessions.push(item.record);
    else movements.push(item.record);
  }
  return historyOf({ assessments, sessions, movements, verdicts }, isIt);
}

/** Trainings and movements that count of one structure. `structureId`: of the structure that stands. */
export async function readProgrammesOf(sources: Pick<ListSources, 'database' | 'viewer'>, structureId: string): Promise<Pick<EvidenceHistory, 'trainings' | 'movements'>> {
  const { subjects, verdicts } = await readProposals(sources, structureId);
  return historyWith(structureId, subjects, verdicts, []);
}
