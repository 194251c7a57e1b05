import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Database } from '#db/database';
import { readDataVersion } from '#db/stores/data-version';
import { importFile } from '#api/services/import/import-file';
import { cpuTimeMs } from '../cpu-time';
import { describeOnBothDatabases } from '../databases';
import { craftedFiles, generatedFiles, type HostileFile } from './hostile-files';
import { knownAreas } from './valid-files';

const FILES = 2_000;
const SEED = 20_261_124;
const LONGEST_MS = 10_000;
/** Over what the process holds before: the embedded database and one reader at its limit. */
const MEMORY_BYTES = 1_500_000_000;

/** Everything in the database, as one digest. */
async function contentOf({ kysely }: Database): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'spatial_ref_sys' order by 1`.execute(kysely);
  const digests = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ digest: string }>`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${sql.table(name)} t`.execute(kysely);
    digests.push(`${name} ${rows[0]?.digest ?? ''}`);
  }
  return digests.join('\n');
}

async function survives(database: Database, files: Iterable<HostileFile>): Promise<Map<string, number>> {
  const first = await importFile({ database }, knownAreas.bytes, { fileName: knownAreas.name, dryRun: false, acceptPartial: false });
  expect(['applied', 'unchanged']).toContain(first.outcome);
  const [before, version, memory] = [await contentOf(database), await readDataVersion(database.kysely), process.memoryUsage().rss];
  const slow: string[] = [];
  const thrown: string[] = [];
  const outcomes = new Map<string, number>();
  let peak = 0;
  for (const { hazard, name, bytes, dryRun } of files) {
    const startedAt = cpuTimeMs();
    try {
      const report = await importFile({ database }, bytes, { fileName: name, dryRun, acceptPartial: !dryRun });
      outcomes.set(report.outcome, (outcomes.get(report.outcome) ?? 0) + 1);
    } catch (error) {
      thrown.push(`${hazard} (${name}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    const took = cpuTimeMs() - startedAt;
    if (took > LONGEST_MS) slow.push(`${hazard} (${name}): ${String(Math.round(took))} ms`);
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  expect(thrown).toEqual([]);
  expect(slow).toEqual([]);
  expect([...outcomes.keys()].filter((outcome) => !['dryRun', 'refused', 'unchanged'].includes(outcome))).toEqual([]);
  expect(await readDataVersion(database.kysely)).toBe(version);
  expect(await contentOf(database)).toBe(before);
  expect(peak - memory).toBeLessThan(MEMORY_BYTES);
  return outcomes;
}

/** Reading is the same on both databases: half of the generated files meet each of them, with a seed of its own. */
describeOnBothDatabases('hostile files: each is answered within seconds of work, nothing is changed, nothing is thrown, memory stays bounded', (database, kind) => {
  it(`${String(FILES / 2)} generated files`, async () => {
    const outcomes = await survives(database(), generatedFiles(FILES / 2, kind === 'pglite' ? SEED : SEED + 1));
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(FILES / 2);
    // A door that refuses everything would pass too: what is only slightly hurt is still taken.
    expect(outcomes.get('dryRun')).toBeGreaterThan(50);
  }, 240_000);

  // They break readers, or nothing: one database is enough.
  if (kind === 'pglite') it('files made by hand, each its own way', async () => {
    await survives(database(), craftedFiles());
  }, 240_000);
});
