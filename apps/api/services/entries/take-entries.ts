import { createHash } from 'node:crypto';
import type { Database } from '#db/database';
import { readDataVersion } from '#db/stores/data-version';
import { loadOfImport } from '#db/stores/load-of-import';
import type { ChangeAuthor } from '#domain/change-author';
import type { IsoDate } from '#domain/dates';
import type { ImportRecord } from '#domain/import-records';
import type { Issue } from '#domain/issue';
import { issueMessages } from '#domain/issue-codes';
import { ENTRY_FORMAT } from '#interchange/profiles/exercise';
import type { EntriesAnswer, EntriesBody, EntriesProblem } from '../../contract/entries';
import { Problem } from '../../problem';
import type { Importer } from '../import/import-queue';
import { checkEntries } from './check-entries';
import type { AskedSources } from './held-batches';
import { resolveEntries } from './resolve-entries';

export interface EntrySources extends AskedSources {
  readonly importer: Importer;
}

/**
 * Stores what a form says, all of it or nothing, as a load of its own: listed with the files, taken back like them. The same body sent again
 * changes nothing. Throws `entryRefused` with every fault, `entryKeyUsed` for other content under a key that was stored.
 */
export async function takeEntries({ database, viewer, importer }: EntrySources, body: EntriesBody, today: IsoDate, author: ChangeAuthor): Promise<EntriesAnswer> {
  const { records, issues: unknown, proposedOn } = await resolveEntries({ database, viewer }, body);
  const known = records.filter((record) => record !== null);
  // Who entered it is the source of the load; where it is known from, that of each record.
  const bytes = Buffer.from(JSON.stringify({ format: ENTRY_FORMAT, source: body.enteredBy, records: known }));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const found = [...unknown, ...(await checkEntries({ database, viewer }, body, { today, proposedOn }))];
  const warnings = answersOf(found.filter(({ severity }) => severity === 'warning'));

  const before = await storedBefore(database, body.key, sha256);
  if (before) return { importId: body.key, dataVersion: await readDataVersion(database.kysely), repeated: true, warnings };
  refuseErrors(found);

  const report = await importer.importFile(bytes, { fileName: nameOf(known, body.key), profile: 'form', importId: body.key, dryRun: false, acceptPartial: false, author });
  if (report.outcome === 'refused') throw refused(report.firstIssues.map(inEntry));
  const noted = [...warnings, ...answersOf(report.firstIssues.filter(({ severity }) => severity === 'warning').map(inEntry))];
  if (report.outcome === 'applied') return { importId: body.key, dataVersion: report.dataVersion, repeated: false, warnings: noted };
  // Nothing new: known already, or the same body came twice at once and the other one was stored.
  const meanwhile = await storedBefore(database, body.key, sha256);
  return { importId: meanwhile ? body.key : null, dataVersion: report.dataVersion, repeated: meanwhile, warnings: noted };
}

async function storedBefore({ kysely }: Database, key: string, sha256: string): Promise<boolean> {
  const load = await loadOfImport(kysely, key);
  if (load === null) return false;
  if (load.sha256 !== sha256) throw new Problem('entryKeyUsed');
  return true;
}

const nameOf = (records: readonly ImportRecord[], key: string): string => `${records[0]?.kind ?? 'entry'}-${key.slice(0, 8)}.json`;

/** The reader names a field as it stands in the container. */
const inEntry = (found: Issue): Issue => ({ ...found, column: found.column?.replace(/^record\./, '') ?? null });

function refuseErrors(found: readonly Issue[]): void {
  if (found.some(({ severity }) => severity === 'error')) throw refused(found);
}

/** The refusal of a body, with every error in words. */
export function refused(found: readonly Issue[]): Problem {
  const errors = found.filter(({ severity }) => severity === 'error');
  const extra: Pick<EntriesProblem, 'entryIssues'> = { entryIssues: answersOf(found) };
  return new Problem('entryRefused', errors.map(({ code, column, value, expected }) => ({ code, column, value, expected })), extra);
}

const answersOf = (found: readonly Issue[]): EntriesAnswer['warnings'] =>
  found.map(({ code, severity, row, column, value, expected }) => ({ code, severity, message: { fr: issueMessages[code].fr, en: issueMessages[code].en }, row, column, value, expected }));
