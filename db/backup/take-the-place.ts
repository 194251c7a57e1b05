import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Folder of a restore that is under way, in the data directory. */
export const RESTORING = 'restoring';
/** Written when the restored copy is complete and was opened: from then on the restore is finished, whatever happens; before it, nothing was restored. */
const PLAN = 'restoring.json';

const plan = z.object({
  /** Folder that takes what was there. */
  aside: z.string(),
  /** Names in the data directory that were there, and go aside. */
  replaced: z.array(z.string()),
  /** Names in `restoring` that take their place. */
  placed: z.array(z.string()),
});
type Plan = z.infer<typeof plan>;

/** Puts what lies in `restoring` in the place of what is there, whole or not at all: a process that is killed in between leaves the rest to the next start. */
export async function takeThePlace(dataDir: string, planned: Plan): Promise<void> {
  const half = join(dataDir, `${PLAN}.half`);
  await writeFile(half, JSON.stringify(planned), { mode: 0o600, flush: true });
  await rename(half, join(dataDir, PLAN));
  await finishRestore(dataDir);
}

/** Ends a restore that was cut short: one that was decided is carried through, one that was not is cleared away. The data directory is locked by the caller. */
export async function finishRestore(dataDir: string): Promise<void> {
  const path = join(dataDir, PLAN);
  if (existsSync(path)) {
    const { aside, replaced, placed } = plan.parse(JSON.parse(await readFile(path, 'utf8')));
    await mkdir(join(dataDir, aside), { recursive: true, mode: 0o700 });
    // A name that is aside already was moved before: what bears it now is the restored one.
    for (const name of replaced) if (!existsSync(join(dataDir, aside, name))) await rename(join(dataDir, name), join(dataDir, aside, name));
    for (const name of placed) if (existsSync(join(dataDir, RESTORING, name))) await rename(join(dataDir, RESTORING, name), join(dataDir, name));
    if (replaced.length === 0) await rm(join(dataDir, aside), { recursive: true });
    await rm(join(dataDir, RESTORING), { recursive: true, force: true });
    await rm(path);
  }
  await clearUndecided(dataDir);
}

/** Clears away a restore that was not decided; one that was is left for `finishRestore`. */
export async function clearUndecided(dataDir: string): Promise<void> {
  if (existsSync(join(dataDir, PLAN))) return;
  await rm(join(dataDir, RESTORING), { recursive: true, force: true });
  await rm(join(dataDir, `${PLAN}.half`), { force: true });
}
