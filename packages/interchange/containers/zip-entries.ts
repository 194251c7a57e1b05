import { crc32, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { MAX_ENTRIES, MAX_UNPACKED_BYTES } from './limits';

/** Why an archive, or a file in it, cannot be read. */
export class ZipFault extends Error {
  readonly kind: 'truncated' | 'tooLarge' | 'locked';
  constructor(kind: ZipFault['kind'], words: string) {
    super(words);
    this.kind = kind;
  }
}

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  /** Where the packed bytes are. Sizes after unpacking are not believed: they are counted. */
  readonly packed: Uint8Array;
  readonly locked: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const PACKED_BYTES_AT_A_TIME = 1 << 14;
const ZIP64_EXTRA = 1;
const UNKNOWN = 0xffffffff;

/** The files of an archive by its directory; folders are left out. Throws `ZipFault`. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readDirectory(bytes, view);
  } catch (error) {
    // Places outside of the file.
    if (error instanceof RangeError) throw new ZipFault('truncated', 'directory');
    throw error;
  }
}

function readDirectory(bytes: Uint8Array, view: DataView): ZipEntry[] {
  const end = findEnd(bytes, view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new ZipFault('tooLarge', `${String(count)} > ${String(MAX_ENTRIES)}`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new ZipFault('truncated', 'directory');
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength)).replaceAll('\\', '/');
    const place = { packed: view.getUint32(at + 20, true), local: view.getUint32(at + 42, true) };
    if (place.packed === UNKNOWN || place.local === UNKNOWN) readLongPlace(view, at, nameLength, extraLength, place);
    if (!name.endsWith('/')) {
      entries.push({ name, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed: packedBytes(bytes, view, place), locked: (view.getUint16(at + 8, true) & 1) === 1 });
    }
    at += CENTRAL_LENGTH + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** The record at the end of the archive, behind which a comment may stand. */
function findEnd(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - END_LENGTH; at >= 0 && at >= bytes.length - END_LENGTH - LONGEST_COMMENT; at--) if (view.getUint32(at, true) === END) return at;
  throw new ZipFault('truncated', 'no directory');
}

/** Sizes and places of 64 bits, which some writers use for small files too. */
function readLongPlace(view: DataView, at: number, nameLength: number, extraLength: number, place: { packed: number; local: number }): void {
  const end = at + CENTRAL_LENGTH + nameLength + extraLength;
  for (let extra = at + CENTRAL_LENGTH + nameLength; extra + 4 <= end; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== ZIP64_EXTRA) continue;
    let field = extra + 4 + (view.getUint32(at + 24, true) === UNKNOWN ? 8 : 0);
    if (place.packed === UNKNOWN) {
      place.packed = Number(view.getBigUint64(field, true));
      field += 8;
    }
    if (place.local === UNKNOWN) place.local = Number(view.getBigUint64(field, true));
    return;
  }
}

function packedBytes(bytes: Uint8Array, view: DataView, place: { packed: number; local: number }): Uint8Array {
  if (view.getUint32(place.local, true) !== LOCAL) throw new ZipFault('truncated', 'file header');
  const start = place.local + LOCAL_LENGTH + view.getUint16(place.local + 26, true) + view.getUint16(place.local + 28, true);
  if (start + place.packed > bytes.length) throw new ZipFault('truncated', 'file content');
  return bytes.subarray(start, start + place.packed);
}

/** How much a file may still unpack to, over all that is read of it. */
export class UnpackBudget {
  #left = MAX_UNPACKED_BYTES;

  get left(): number {
    return this.#left;
  }

  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw new ZipFault('tooLarge', `> ${String(MAX_UNPACKED_BYTES / 1e6)} MB`);
  }
}

/**
 * The content of one file in parts, unpacked as they are wanted, so that it never stands in memory whole. Given a budget it is counted,
 * and compared with its checksum at the end: a flipped bit must not become another number. Throws `ZipFault`.
 */
export function* unpackParts(entry: ZipEntry, budget: UnpackBudget | null): Generator<Uint8Array> {
  if (entry.locked) throw new ZipFault('locked', entry.name);
  let checksum = 0;
  for (const part of entry.method === STORED ? [entry.packed] : inflateParts(entry)) {
    if (budget !== null) {
      budget.spend(part.length);
      checksum = crc32(part, checksum);
    }
    yield part;
  }
  if (budget !== null && checksum !== entry.crc) throw new ZipFault('truncated', `checksum of ${entry.name}`);
}

function* inflateParts(entry: ZipEntry): Generator<Uint8Array> {
  if (entry.method !== DEFLATED) throw new ZipFault('truncated', `method ${String(entry.method)}`);
  let ready: Uint8Array[] = [];
  const inflate = new Inflate((part) => ready.push(part));
  for (let at = 0; at < entry.packed.length; at += PACKED_BYTES_AT_A_TIME) {
    const end = Math.min(at + PACKED_BYTES_AT_A_TIME, entry.packed.length);
    try {
      inflate.push(entry.packed.subarray(at, end), end === entry.packed.length);
    } catch {
      throw new ZipFault('truncated', entry.name);
    }
    yield* ready;
    ready = [];
  }
}

/** The whole content of one file. Throws `ZipFault`. */
export function unpackWhole(entry: ZipEntry, budget: UnpackBudget): Uint8Array {
  if (entry.locked) throw new ZipFault('locked', entry.name);
  const whole = entry.method === STORED ? entry.packed : inflateWhole(entry, budget.left);
  budget.spend(whole.length);
  if (crc32(whole) !== entry.crc) throw new ZipFault('truncated', `checksum of ${entry.name}`);
  return whole;
}

function inflateWhole(entry: ZipEntry, limit: number): Uint8Array {
  if (entry.method !== DEFLATED) throw new ZipFault('truncated', `method ${String(entry.method)}`);
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    throw new ZipFault(error instanceof RangeError ? 'tooLarge' : 'truncated', entry.name);
  }
}

/** The content of one file as UTF-8 text in parts; a sign is never cut in two. */
export function* unpackText(entry: ZipEntry, budget: UnpackBudget | null): Generator<string> {
  const decoder = new TextDecoder();
  for (const part of unpackParts(entry, budget)) yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}
