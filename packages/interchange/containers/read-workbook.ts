import { unzipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import type { IsoDate } from '#domain/dates';
import { issue, type Issue } from '#domain/issue';
import { parseDate, type Cell } from '../cell-values';
import { rowsInMemory } from '../row-list';
import type { Sheet } from '../table';

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** When the workbook was last saved, by its own account; null if it does not say. */
  readonly modifiedOn: IsoDate | null;
}

/** A workbook that unpacks to more than this is a bomb or not for us: the largest real one takes 6 MB. */
const MAX_UNPACKED_BYTES = 400_000_000;
const PROPERTIES = 'docProps/core.xml';
const MANIFEST = 'xl/workbook.xml';

const cellOf = (value: unknown): Cell => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date ? value : null);

/** Reads every sheet of an XLSX file, hidden ones too. Row i of a sheet is row i + 1 of the spreadsheet. Faults are answered as an issue. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook | Issue> {
  const names = new Set<string>();
  let unpackedBytes = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name);
        unpackedBytes += originalSize;
        return name === PROPERTIES && originalSize < 100_000;
      },
    });
  } catch {
    return issue('fileTruncated', 'error', { value: 'XLSX' });
  }
  if (!names.has(MANIFEST)) return issue('contentNotAsNamed', 'error', { value: 'ZIP', expected: 'XLSX' });
  if (unpackedBytes > MAX_UNPACKED_BYTES) return issue('fileTooLarge', 'error', { value: `${String(Math.round(unpackedBytes / 1e6))} MB`, expected: `${String(MAX_UNPACKED_BYTES / 1e6)} MB` });
  try {
    const sheets = await readSheets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: rowsInMemory(data.map((row) => row.map(cellOf))) })), modifiedOn: modifiedDate(files[PROPERTIES]) };
  } catch {
    return issue('fileTruncated', 'error', { value: 'XLSX' });
  }
}

function modifiedDate(properties: Uint8Array | undefined): IsoDate | null {
  if (properties === undefined) return null;
  const text = /<dcterms:modified[^>]*>([^<]{10})/.exec(new TextDecoder().decode(properties))?.[1];
  const parsed = parseDate(text ?? null);
  return parsed.ok ? parsed.value : null;
}
