import { careStandard, type CareStandard } from '#domain/care-standard';
import { shippedStandards } from '#domain/shipped-standards';
import type { Viewer } from '#domain/viewer';
import type { Handle } from './handle';
import { listProgrammes } from './programme-reading';

const named = ({ code, version }: CareStandard): string => `${code}@${version}`;

/**
 * Every version of every standard, drafts too, by code and version: those that come with the tool, and those that people entered. One that was entered
 * under the code and version of one that comes with the tool stands in its place. Standards are public: every viewer sees all.
 */
export async function listStandards(db: Handle, viewer: Viewer): Promise<CareStandard[]> {
  const entered = (await listProgrammes(db, viewer, 'careStandard')).map(({ record }) => careStandard.parse(record));
  const standing = new Map([...shippedStandards, ...entered].map((standard) => [named(standard), standard]));
  return [...standing.values()].sort((a, b) => (a.code === b.code ? a.version - b.version : a.code < b.code ? -1 : 1));
}
