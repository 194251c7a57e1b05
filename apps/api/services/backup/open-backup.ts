import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { DatabaseProblem } from '#db/database';
import { readTarHeader, TAR_BLOCK, TAR_END, type TarEntry, tarPadding } from '#interchange/containers/tar';
import { migrations } from '#db/migrations/all';
import { anyManifest, type BackupPart, type Manifest, manifest as manifestOf, MANIFEST, MANIFEST_DIGEST } from './manifest';

/** A backup whose every byte was found as it was written. */
export interface OpenBackup {
  readonly manifest: Manifest;
  /** The content of a part, a piece at a time. */
  read(part: BackupPart): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

interface Found extends BackupPart {
  readonly at: number;
}

const PIECE = 1 << 18;

/**
 * Opens a backup and checks all of it, to the last byte: digests of the parts, the list of the parts, its end. Throws `DatabaseProblem` `backupUnreadable`,
 * `backupDamaged` (altered or cut short), `backupNewer` (another form, or migrations that are not known here).
 */
export async function openBackup(path: string, onProgress: (done: number, total: number) => void = () => undefined): Promise<OpenBackup> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw new DatabaseProblem('backupUnreadable', `${path}: ${cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)}`);
  });
  try {
    const { size } = await handle.stat();
    const found = await readParts(handle, size, (done) => onProgress(done, size));
    const manifest = await readManifest(handle, found);
    const held = found.slice(0, -2);
    if (held.length !== manifest.parts.length || held.some((part, at) => !isSame(part, manifest.parts[at]))) throw damaged(MANIFEST);
    return {
      manifest,
      read: ({ name }) => pieces(handle, held.find((part) => part.name === name) ?? { at: 0, bytes: 0 }),
      close: () => handle.close(),
    };
  } catch (cause) {
    await handle.close();
    throw cause;
  }
}

const damaged = (where: string): DatabaseProblem => new DatabaseProblem('backupDamaged', where);
const isSame = (found: BackupPart, said: BackupPart | undefined): boolean => found.name === said?.name && found.bytes === said.bytes && found.sha256 === said.sha256;

/** Every part with its digest, in order; what stands between them and after them is what we write there. */
async function readParts(handle: FileHandle, size: number, onProgress: (done: number) => void): Promise<Found[]> {
  const parts: Found[] = [];
  let at = 0;
  for (;;) {
    const block = await bytesAt(handle, at, TAR_BLOCK);
    const entry: TarEntry | null = readTarHeader(block);
    if (entry === null) break;
    if (entry.kind !== 'file' || at + TAR_BLOCK + entry.bytes > size) throw damaged(entry.name);
    const hash = createHash('sha256');
    for await (const piece of pieces(handle, { at: at + TAR_BLOCK, bytes: entry.bytes })) hash.update(piece);
    const padding = tarPadding(entry.bytes);
    if ((await bytesAt(handle, at + TAR_BLOCK + entry.bytes, padding)).some((byte) => byte !== 0)) throw damaged(entry.name);
    parts.push({ name: entry.name, bytes: entry.bytes, sha256: hash.digest('hex'), at: at + TAR_BLOCK });
    at += TAR_BLOCK + entry.bytes + padding;
    onProgress(at);
  }
  const end = await bytesAt(handle, at, TAR_END.length + 1);
  if (end.length !== TAR_END.length || end.some((byte) => byte !== 0)) throw damaged(`byte ${at}`);
  return parts;
}

async function readManifest(handle: FileHandle, found: readonly Found[]): Promise<Manifest> {
  const [words, digest] = found.slice(-2);
  if (words?.name !== MANIFEST || digest?.name !== MANIFEST_DIGEST) throw damaged(MANIFEST);
  if ((await bytesAt(handle, digest.at, digest.bytes)).toString() !== `${words.sha256}\n`) throw damaged(MANIFEST_DIGEST);
  const said: unknown = JSON.parse((await bytesAt(handle, words.at, words.bytes)).toString());
  const read = manifestOf.safeParse(said);
  if (!read.success) throw anyManifest.safeParse(said).data?.format === 1 ? damaged(MANIFEST) : new DatabaseProblem('backupNewer', `format ${String(anyManifest.safeParse(said).data?.format)}`);
  const unknown = read.data.database.migrations.filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) throw new DatabaseProblem('backupNewer', unknown.join(', '));
  return read.data;
}

/** Fewer than asked for where the file ends. */
async function bytesAt(handle: FileHandle, at: number, bytes: number): Promise<Buffer> {
  if (bytes === 0) return Buffer.alloc(0);
  const buffer = Buffer.alloc(bytes);
  const { bytesRead } = await handle.read(buffer, 0, bytes, at);
  return buffer.subarray(0, bytesRead);
}

async function* pieces(handle: FileHandle, { at, bytes }: { readonly at: number; readonly bytes: number }): AsyncGenerator<Buffer> {
  for (let done = 0; done < bytes; ) {
    const piece = await bytesAt(handle, at + done, Math.min(PIECE, bytes - done));
    if (piece.length === 0) throw damaged(`byte ${at + done}`);
    done += piece.length;
    yield piece;
  }
}
