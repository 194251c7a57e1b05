import { parseArgs } from 'node:util';
import { localImportQuery, toImportOptions } from '#api/local/local-import-contract';
import type { ImportOptions } from '#api/services/import/import-report';
import { areaTypes } from '#domain/vocabularies/places';
import { profileNames } from '#interchange/read-result';

/** What was asked for: load files, show what was loaded, or take a load back. */
export type LoadArguments =
  | { readonly kind: 'load'; readonly files: readonly string[]; readonly json: boolean; readonly options: Omit<ImportOptions, 'fileName'> }
  | { readonly kind: 'history'; readonly json: boolean }
  | { readonly kind: 'undo'; readonly importId: string; readonly laterChanges: 'ask' | 'keep'; readonly json: boolean };

export const LOAD_USAGE = `npm run load -- FICHIER… / FILE…
  --dry-run            lire et comparer sans rien changer / read and compare, change nothing
  --accept-partial     prendre les lignes valables même si d’autres sont refusées / take the valid rows even if others are refused
  --profile P          ${profileNames.join(' | ')}
  --kind K             population | friction (grilles GeoTIFF / GeoTIFF rasters)
  --area-type T        ${areaTypes.codes.join(' | ')}
  --province P         ne garder que cette province (nom ou code) / keep this province only (name or code)
  --sheet NAME         feuille du classeur / sheet of the workbook
  --reported-on DATE   date du rapport / date of the report, YYYY-MM-DD
  --source TEXT        éditeur, tel qu’il doit figurer sous la carte / publisher, as it should stand under the map
  --complete           le fichier est complet : fermer ce qu’il n’a plus / the file is complete: close what it no longer has
  --json               un rapport JSON par ligne / one JSON report a line

npm run load -- --history          ce qui a été chargé / what was loaded
npm run load -- --undo ID          annuler un chargement / take a load back
  --keep-later         garder ce que des fichiers plus récents disent des mêmes fiches / keep what later files say of the same records`;

const OPTION_NAMES = ['profile', 'sheet', 'area-type', 'province', 'reported-on', 'source'] as const;
const QUERY_NAMES = { profile: 'profile', sheet: 'sheet', 'area-type': 'areaType', province: 'province', 'reported-on': 'reportedOn', source: 'source' } as const;

/** A raster of a kind is read by the profile of that kind. */
const KINDS = { population: 'rasterPopulation', friction: 'rasterFriction' } as const;

/** Reads the words after `npm run load --`. Answers what is wrong with them as one sentence. */
export function parseLoadArguments(words: readonly string[]): LoadArguments | { readonly wrong: string } {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        'accept-partial': { type: 'boolean', default: false },
        complete: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        history: { type: 'boolean', default: false },
        undo: { type: 'string' },
        'keep-later': { type: 'boolean', default: false },
        profile: { type: 'string' },
        kind: { type: 'string' },
        sheet: { type: 'string' },
        'area-type': { type: 'string' },
        province: { type: 'string' },
        'reported-on': { type: 'string' },
        source: { type: 'string' },
      },
    });
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  const { json } = values;
  if (values.history || values.undo !== undefined) {
    const [unwanted] = positionals;
    if (unwanted !== undefined) return { wrong: `${unwanted}: ${values.history ? '--history' : '--undo'} ne prend pas de fichier. / takes no file.` };
    return values.undo === undefined ? { kind: 'history', json } : { kind: 'undo', importId: values.undo, laterChanges: values['keep-later'] ? 'keep' : 'ask', json };
  }
  if (positionals.length === 0) return { wrong: 'Aucun fichier. / No file.' };
  const query = localImportQuery.omit({ fileName: true }).safeParse({
    ...(values.kind === undefined ? {} : { profile: values.kind === 'population' || values.kind === 'friction' ? KINDS[values.kind] : values.kind }),
    ...Object.fromEntries(OPTION_NAMES.flatMap((name) => (values[name] === undefined ? [] : [[QUERY_NAMES[name], values[name]]]))),
    dryRun: String(values['dry-run']),
    acceptPartial: String(values['accept-partial']),
    complete: String(values.complete),
  });
  if (!query.success) {
    const first = query.error.issues[0];
    const name = OPTION_NAMES.find((option) => QUERY_NAMES[option] === first?.path[0]);
    return { wrong: `--${name ?? '?'} ${name === undefined ? '' : String(values[name])}: ${first?.message ?? ''}` };
  }
  const { fileName: _none, ...options } = toImportOptions({ ...query.data, fileName: '' });
  return { kind: 'load', files: positionals, json, options };
}
