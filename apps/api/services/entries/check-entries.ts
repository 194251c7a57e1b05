import { isDeepStrictEqual } from 'node:util';
import { listStandards } from '#db/stores/care-standards';
import type { CareStandard } from '#domain/care-standard';
import { checkAssessment } from '#domain/entry-checks/check-assessment';
import { checkCareStandard } from '#domain/entry-checks/check-care-standard';
import { checkKitMovement } from '#domain/entry-checks/check-kit-movement';
import { checkMission } from '#domain/entry-checks/check-mission';
import { checkMovementClosure, checkScenario } from '#domain/entry-checks/check-reach';
import { checkProposalVerdict } from '#domain/entry-checks/check-proposal-verdict';
import { checkTrainingSession } from '#domain/entry-checks/check-training-session';
import { issue, type Issue } from '#domain/issue';
import type { IsoDate } from '#domain/dates';
import type { EntriesBody, Entry } from '../../contract/entries';
import { type AskedSources, heldBatches } from './held-batches';
import { personalTexts } from './personal-texts';

interface Known {
  readonly today: IsoDate;
  /** Day of what an entry answers, by place of the entry. */
  readonly proposedOn: ReadonlyMap<number, IsoDate>;
}

/** What does not add up in entries whose fields are well formed: the checks of the page, with what is stored. Errors refuse the whole body, warnings are answered. */
export async function checkEntries(sources: AskedSources, body: EntriesBody, known: Known): Promise<Issue[]> {
  const standards = body.entries.some(({ kind }) => kind === 'careStandard') ? await listStandards(sources.database.kysely, sources.viewer) : [];
  const found: Issue[] = [];
  for (const [at, entry] of body.entries.entries()) {
    found.push(...(await checkEntry(sources, entry, { ...known, standards, enteredBy: body.enteredBy, proposedOn: known.proposedOn.get(at) })).map((one) => ({ ...one, row: at + 1 })));
  }
  const isSaid = ({ row, column }: Issue): boolean => found.some((one) => one.code === 'contactGiven' && one.row === row && one.column === column);
  return [...found, ...personalTexts(body).filter((one) => !isSaid(one))];
}

interface KnownOfEntry {
  readonly today: IsoDate;
  readonly proposedOn: IsoDate | undefined;
  readonly enteredBy: string;
  readonly standards: readonly CareStandard[];
}

async function checkEntry(sources: AskedSources, entry: Entry, { today, proposedOn, enteredBy, standards }: KnownOfEntry): Promise<Issue[]> {
  switch (entry.kind) {
    case 'assessment':
      return checkAssessment(entry.record, { today });
    case 'trainingSession':
      return checkTrainingSession(entry.record, { today });
    case 'kitMovement':
      return checkKitMovement(entry.record, { today, ...(entry.record.kind === 'delivery' ? {} : { known: await heldBatches(sources, entry.structureId, entry.record) }) });
    case 'mission':
      return checkMission({ ...entry.record, host: entry.hostStructureId }, { today });
    case 'proposalVerdict':
      return checkProposalVerdict({ ...entry, decidedBy: enteredBy }, { today, ...(proposedOn === undefined ? {} : { known: { on: proposedOn } }) });
    case 'movementClosure':
      return checkMovementClosure(entry.record);
    case 'scenario':
      return checkScenario(entry.record);
    case 'careStandard':
      return [...checkCareStandard(entry.record, { today, known: standards }), ...changedAdopted(entry.record, standards)];
  }
}

/** What was judged by a version must stay explainable, so one that was adopted is superseded, not changed. */
function changedAdopted(record: CareStandard, standards: readonly CareStandard[]): Issue[] {
  const versions = standards.filter(({ code }) => code === record.code);
  const stored = versions.find(({ version }) => version === record.version);
  if (stored === undefined || stored.adoptedOn === null || isDeepStrictEqual({ ...stored }, { ...record })) return [];
  return [issue('standardAdopted', 'error', { column: 'version', value: String(record.version), expected: String(Math.max(...versions.map(({ version }) => version)) + 1) })];
}
