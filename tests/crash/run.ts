import { parseArgs } from 'node:util';
import pg from 'pg';
import { seededRandom } from '../bench/seeded-random';
import { startCluster } from '../bench/cluster';
import { embeddedGround, type Ground, serverGround } from './ground';
import { kindOfRound, Rounds } from './rounds';

// npx tsx tests/crash/run.ts --rounds 100 --database pglite|postgis [--seed 1]
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '100' }, database: { type: 'string', default: 'pglite' }, seed: { type: 'string', default: '1' } } });
const rounds = Number(values.rounds);
const cluster = values.database === 'postgis' ? await startCluster() : null;
const ground: Ground = cluster === null ? await embeddedGround() : await keepingGround(await cluster.createDatabase('crash'));
const run = new Rounds(ground, seededRandom(Number(values.seed)));
const startedAt = Date.now();
const counts = new Map<string, number>();
try {
  for (let round = 0; round < rounds; round += 1) {
    const kind = kindOfRound(round);
    console.log(`${round + 1}/${rounds} ${kind}: ${await run.run(kind)}`);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  console.log(`\n${values.database}, seed ${values.seed}: ${rounds} of ${rounds} clean (${[...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')}) in ${Math.round((Date.now() - startedAt) / 1000)} s`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await run.end();
  await ground.discard();
  await cluster?.stop();
}

/** The cluster of the tests may forget what it acknowledged if one of its processes is killed; this one may not. */
async function keepingGround(url: string): Promise<Ground> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('alter system set synchronous_commit = on');
  await client.query('select pg_reload_conf()');
  await client.end();
  return serverGround(url);
}
