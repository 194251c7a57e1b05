import { describe, expect, it } from 'vitest';
import { createDatabase, hasPostgis } from '../databases';
import { seededRandom } from '../bench/seeded-random';
import { embeddedGround, type Ground, serverGround } from './ground';
import { type RoundKind, Rounds } from './rounds';

/** A few rounds of what `npx tsx tests/crash/run.ts --rounds 100` does. The server of the tests forgets commits if one of its processes is killed: its connections are left alone. */
const KINDS: readonly RoundKind[] = ['writes', 'restore', 'migration', 'writes'];

async function survives(ground: Ground): Promise<void> {
  const rounds = new Rounds(ground, seededRandom(7));
  try {
    for (const kind of KINDS) expect(await rounds.run(kind)).toContain(kind === 'writes' ? 'asked' : '');
  } finally {
    await rounds.end();
    await ground.discard();
  }
}

describe('killed-in-the-middle: what was acknowledged is there, nothing is half done, the next start is clean', () => {
  it('pglite', async () => survives(await embeddedGround()));

  it.runIf(hasPostgis)('postgis', async () => survives({ ...(await serverGround(await createDatabase())), disturb: null }));
});
