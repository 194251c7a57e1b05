/** One entry of a tar file, without its content. */
export interface TarEntry {
  /** With `/` between folders; at most 100 bytes of ASCII. */
  readonly name: string;
  readonly kind: 'file' | 'folder';
  /** Bytes of content; 0 for a folder. */
  readonly bytes: number;
}

export const TAR_BLOCK = 512;

/** Bytes after the content of an entry, up to the next block. */
export const tarPadding = (bytes: number): number => (TAR_BLOCK - (bytes % TAR_BLOCK)) % TAR_BLOCK;

/** What ends a tar file. */
export const TAR_END = new Uint8Array(2 * TAR_BLOCK);

/** The largest size in the octal digits of the field; above it, GNU's binary form. */
const MAX_OCTAL = 8 ** 11 - 1;
const CHECKSUM_AT = 148;
const encoder = new TextEncoder();
const decoder = new TextDecoder('latin1');

/**
 * The block before an entry, as POSIX has it ("ustar"), readable by its owner only and without a time: the same content gives the same file.
 * Throws for a name that does not fit.
 */
export function tarHeader({ name, kind, bytes }: TarEntry): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(TAR_BLOCK);
  const path = kind === 'folder' ? `${name}/` : name;
  if (path.length > 100 || !/^[\x21-\x7e]+$/.test(path)) throw new Error(`tar: a name of at most 100 printable ASCII characters expected, not ${path}`);
  const put = (at: number, text: string): void => block.set(encoder.encode(text), at);
  put(0, path);
  put(100, octal(kind === 'folder' ? 0o700 : 0o600, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  if (bytes <= MAX_OCTAL) put(124, octal(bytes, 11));
  else {
    const view = new DataView(block.buffer);
    view.setUint8(124, 0x80);
    view.setBigUint64(128, BigInt(bytes));
  }
  put(136, octal(0, 11));
  put(156, kind === 'folder' ? '5' : '0');
  put(257, 'ustar\u000000');
  put(CHECKSUM_AT, `${octal(checksumOf(block), 6)}\u0000 `);
  return block;
}

/** Reads such a block; null: it is none, or it is damaged. Two blocks of zeros end the file: those are none either. */
export function readTarHeader(block: Uint8Array): TarEntry | null {
  if (block.length !== TAR_BLOCK) return null;
  const text = (at: number, length: number): string => decoder.decode(block.subarray(at, at + length)).replace(/\0.*$/s, '');
  if (parseInt(text(CHECKSUM_AT, 7), 8) !== checksumOf(block)) return null;
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const entry: TarEntry = {
    name: text(0, 100).replace(/\/$/, ''),
    kind: text(156, 1) === '5' ? 'folder' : 'file',
    bytes: view.getUint8(124) === 0x80 ? Number(view.getBigUint64(128)) : parseInt(text(124, 11), 8),
  };
  // What is read must be what we write, to the byte: nothing else is ours.
  try {
    return tarHeader(entry).every((byte, at) => byte === block[at]) ? entry : null;
  } catch {
    return null;
  }
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

/** The sum of all bytes, those of the sum itself counted as spaces. */
const checksumOf = (block: Uint8Array): number => block.reduce((sum, byte, at) => sum + (at >= CHECKSUM_AT && at < CHECKSUM_AT + 8 ? 32 : byte), 0);
