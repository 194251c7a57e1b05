import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { DatabaseProblem } from '#db/database';
import { readTarHeader, TAR_BLOCK, tarPadding } from '#interchange/containers/tar';

/** Writes a new file, readable by its owner only, and sees to it that it is on disk. */
export async function writeNewFile(path: string, content: AsyncIterable<Buffer>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const piece of content) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Unpacks what `packFolder` packed into `folder`. Nothing is written outside of it. Throws `DatabaseProblem` `backupDamaged`. */
export async function unpackFolder(content: AsyncIterable<Buffer>, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const source = bytesFrom(Readable.from(content).pipe(createGunzip()) as AsyncIterable<Buffer>);
  for (;;) {
    const block = await source.take(TAR_BLOCK);
    if (block.every((byte) => byte === 0)) return;
    const entry = readTarHeader(block);
    if (entry === null || entry.name.split('/').some((step) => step === '' || step === '..')) throw new DatabaseProblem('backupDamaged', entry?.name ?? folder);
    const path = join(folder, entry.name);
    if (entry.kind === 'folder') await mkdir(path, { recursive: true, mode: 0o700 });
    else {
      await writeNewFile(path, source.stream(entry.bytes));
      await source.take(tarPadding(entry.bytes));
    }
  }
}

/** Bytes of a stream in portions of a size that is asked for. */
function bytesFrom(content: AsyncIterable<Buffer>): { take(bytes: number): Promise<Buffer>; stream(bytes: number): AsyncGenerator<Buffer> } {
  const pieces = content[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  async function* stream(bytes: number): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0; ) {
      if (held.length === 0) {
        const next = await pieces.next();
        if (next.done === true) throw new DatabaseProblem('backupDamaged', 'database.tar.gz');
        held = next.value;
      }
      const portion = held.subarray(0, left);
      held = held.subarray(portion.length);
      left -= portion.length;
      yield portion;
    }
  }
  return {
    stream,
    async take(bytes) {
      const portions = [];
      for await (const portion of stream(bytes)) portions.push(portion);
      return Buffer.concat(portions);
    },
  };
}
