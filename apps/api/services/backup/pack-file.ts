import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { TAR_END, tarHeader, tarPadding } from '#interchange/containers/tar';
import type { BackupPart } from './manifest';

/** A backup on its way to disk: parts one after the other, in a tar file. */
export class PackedFile {
  readonly parts: BackupPart[] = [];
  readonly #handle: FileHandle;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** Readable by its owner only. Throws where there is a file already. */
  static async create(path: string): Promise<PackedFile> {
    return new PackedFile(await open(path, 'wx', 0o600));
  }

  /** Adds a file under a name, a piece at a time. Throws if it changes meanwhile. */
  async addFile(name: string, path: string, onBytes: (bytes: number) => void): Promise<void> {
    const { size } = await stat(path);
    const hash = createHash('sha256');
    let bytes = 0;
    await this.#handle.writeFile(tarHeader({ name, kind: 'file', bytes: size }));
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 18, end: Math.max(0, size - 1) }) as AsyncIterable<Buffer>) {
      hash.update(piece);
      bytes += piece.length;
      await this.#handle.writeFile(piece);
      onBytes(piece.length);
    }
    if (bytes !== size) throw new Error(`${path}: ${size} bytes expected, ${bytes} read`);
    await this.#handle.writeFile(new Uint8Array(tarPadding(size)));
    this.parts.push({ name, bytes, sha256: hash.digest('hex') });
  }

  async addText(name: string, text: string): Promise<void> {
    const content = Buffer.from(text);
    await this.#handle.writeFile(Buffer.concat([tarHeader({ name, kind: 'file', bytes: content.length }), content, new Uint8Array(tarPadding(content.length))]));
  }

  /** On disk for good. */
  async end(): Promise<void> {
    await this.#handle.writeFile(TAR_END);
    await this.#handle.sync();
    await this.#handle.close();
  }

  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
  }
}

/** Packs a folder, with its empty folders, into a `tar.gz`. Links and devices are none of a database’s. */
export async function packFolder(folder: string, path: string): Promise<void> {
  const target = await open(path, 'wx', 0o600);
  await pipeline(entriesOf(folder, ''), createGzip({ level: 4 }), target.createWriteStream());
}

async function* entriesOf(root: string, below: string): AsyncGenerator<Uint8Array> {
  const found = await readdir(join(root, below), { withFileTypes: true });
  for (const entry of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      yield tarHeader({ name, kind: 'folder', bytes: 0 });
      yield* entriesOf(root, name);
    } else if (entry.isFile()) {
      const { size } = await stat(join(root, name));
      yield tarHeader({ name, kind: 'file', bytes: size });
      if (size > 0) yield* createReadStream(join(root, name)) as AsyncIterable<Buffer>;
      yield new Uint8Array(tarPadding(size));
    }
  }
  if (below === '') yield TAR_END;
}
