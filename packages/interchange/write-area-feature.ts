import type { AreaType } from '#domain/records';

/** An area as it goes out with its outline. */
export interface AreaOut {
  readonly code: string;
  readonly type: AreaType;
  readonly name: string;
  readonly parentCode: string | null;
  readonly population: { readonly value: number; readonly year: number | null; readonly source: string } | null;
  /** Other codings, by scheme. */
  readonly codes: Readonly<Record<string, string>>;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: string;
  readonly sourceRow: number | null;
}

/** One feature as JSON text. Properties are plain values, one level: a geographic tool shows no others, and the reader of areas knows them again. `outline`: GeoJSON text, or `null`. */
export function writeAreaFeature({ code, type, name, parentCode, population, codes, validFrom, validTo, source, sourceRow }: AreaOut, outline: string): string {
  const properties = {
    code, type, name, parentCode,
    population: population?.value ?? null, populationYear: population?.year ?? null, populationSource: population?.source ?? null,
    ...Object.fromEntries(Object.entries(codes).map(([scheme, other]) => [`code_${scheme}`, other])),
    validFrom, validTo, source, sourceRow,
  };
  return `{"type":"Feature","geometry":${outline},"properties":${JSON.stringify(properties)}}`;
}
