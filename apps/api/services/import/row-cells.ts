import { deflateRawSync, inflateRawSync } from 'node:zlib';

type Cells = Readonly<Record<string, string>>;

/** The original cells of some rows, packed: they are wanted only of the few rows that are refused in the end. */
export interface PackedCells {
  readonly columns: readonly string[];
  /** Deflated JSON: a list of values for each row, in the order of the columns; null where the row has no such column. */
  readonly values: Uint8Array;
}

const QUICK = { level: 1 } as const;

export function packCells(rows: readonly Cells[]): PackedCells {
  const columns = [...new Set(rows.flatMap((cells) => Object.keys(cells)))];
  return { columns, values: deflateRawSync(JSON.stringify(rows.map((cells) => columns.map((column) => (Object.hasOwn(cells, column) ? (cells[column] ?? null) : null)))), QUICK) };
}

let unpacked: { of: PackedCells; values: readonly (readonly (string | null)[])[] } | null = null;

/** The cells of one packed row. Rows of one pack that are asked for in turn are unpacked once. */
export function unpackCells(pack: PackedCells, index: number): Cells {
  if (unpacked?.of !== pack) unpacked = { of: pack, values: JSON.parse(inflateRawSync(pack.values).toString()) as (string | null)[][] };
  const values = unpacked.values[index] ?? [];
  return Object.fromEntries(pack.columns.flatMap((column, at) => (values[at] === null || values[at] === undefined ? [] : [[column, values[at]]])));
}
