import type { ImportProgress, ImportReport, ImportOptions } from './import-report';

/** Where a staged import stands; the words of the contract. */
export type ImportState = 'reading' | 'ready' | 'blocked' | 'applying' | 'applied' | 'undoing' | 'undone' | 'cancelled' | 'failed';
/** How a person wants the file read. */
export type FileOptions = Omit<ImportOptions, 'fileName' | 'dryRun' | 'acceptPartial' | 'complete' | 'importId' | 'preview' | 'author' | 'edited'>;

/** A file that a person handed in, in memory only, and what is known of it. */
export interface StagedFile {
  readonly id: string;
  readonly fileName: string;
  readonly addedAt: number;
  options: FileOptions;
  /** Null: dropped, because the file is refused, too old, or others needed the room. */
  bytes: Uint8Array | null;
  state: ImportState;
  progress: ImportProgress | null;
  report: ImportReport | null;
  appliedAt: string | null;
  undoneAt: string | null;
  /** What is going on; resolves when it is over, whatever came of it. */
  work: Promise<void>;
  cancel: AbortController | null;
}

export const isBusy = ({ state }: StagedFile): boolean => state === 'reading' || state === 'applying' || state === 'undoing';

/** Bytes that a file holds in memory: its own, and the file of its refused rows. */
const weightOf = ({ bytes, report }: StagedFile): number => (bytes?.byteLength ?? 0) + 2 * (report?.refusedRowsCsv?.length ?? 0);

export interface StageLimits {
  /** Of all files together. */
  readonly bytes: number;
  readonly minutes: number;
  readonly files: number;
}
export const STAGE_LIMITS: StageLimits = { bytes: 256 * 1024 * 1024, minutes: 30, files: 400 };

/** Keeps staged files in memory within limits: the oldest lose their bytes first, and are forgotten last. What is worked on is left alone. */
export class StagedFiles {
  readonly #files = new Map<string, StagedFile>();

  constructor(private readonly limits: StageLimits, private readonly now: () => number) {}

  add(file: StagedFile): void {
    this.#files.set(file.id, file);
    this.sweep();
  }

  get(id: string): StagedFile | null {
    this.sweep();
    return this.#files.get(id) ?? null;
  }

  /** Newest first. */
  all(): StagedFile[] {
    this.sweep();
    return [...this.#files.values()].reverse();
  }

  delete(id: string): void {
    this.#files.delete(id);
  }

  /** Drops what is held of those that are too old, then of the oldest until the rest fit; then forgets the oldest beyond the number. */
  sweep(): void {
    const oldest = this.now() - this.limits.minutes * 60_000;
    let bytes = 0;
    for (const file of [...this.#files.values()].reverse()) {
      bytes += weightOf(file);
      if (isBusy(file) || (file.addedAt >= oldest && bytes <= this.limits.bytes)) continue;
      bytes -= weightOf(file);
      file.bytes = null;
      if (file.report !== null) file.report = { ...file.report, refusedRowsCsv: null, preview: null };
    }
    for (const file of this.#files.values()) {
      if (this.#files.size <= this.limits.files) return;
      if (!isBusy(file)) this.#files.delete(file.id);
    }
  }
}
