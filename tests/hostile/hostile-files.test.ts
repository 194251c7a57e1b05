import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Database } from '#db/database';
import { readDataVersion } from '#db/stores/data-version';
import { importFile } from '#api/services/import/import-file';
import { openFresh } from '../databases';
import { hostileFiles } from './hostile-files';
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

it('2,000 hostile files: each is answered within seconds, nothing is changed, nothing is thrown, memory stays bounded', async () => {
  const { database, discard } = await openFresh.pglite();
  try {
    const first = await importFile({ database }, knownAreas.bytes, { fileName: knownAreas.name, dryRun: false, acceptPartial: false });
    expect(first.outcome).toBe('applied');
    const [before, version, memory] = [await contentOf(database), await readDataVersion(database.kysely), process.memoryUsage().rss];
    const slow: string[] = [];
    const thrown: string[] = [];
    const outcomes = new Map<string, number>();
    let peak = 0;
    for (const { hazard, name, bytes, dryRun } of hostileFiles(FILES, SEED)) {
      const startedAt = performance.now();
      try {
        const report = await importFile({ database }, bytes, { fileName: name, dryRun, acceptPartial: !dryRun });
        outcomes.set(report.outcome, (outcomes.get(report.outcome) ?? 0) + 1);
      } catch (error) {
        thrown.push(`${hazard} (${name}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
      const took = performance.now() - startedAt;
      if (took > LONGEST_MS) slow.push(`${hazard} (${name}): ${String(Math.round(took))} ms`);
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    expect(thrown).toEqual([]);
    expect(slow).toEqual([]);
    expect([...outcomes.keys()].sort()).toEqual(['dryRun', 'refused', 'unchanged']);
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(FILES);
    expect(await readDataVersion(database.kysely)).toBe(version);
    expect(await contentOf(database)).toBe(before);
    expect(peak - memory).toBeLessThan(MEMORY_BYTES);
    // A door that refuses everything would pass too: what is only slightly hurt is still taken.
    expect(outcomes.get('dryRun')).toBeGreaterThan(100);
  } finally {
    await discard();
  }
}, 240_000);
