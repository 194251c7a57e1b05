import { parseArgs } from 'node:util';
import { localImportQuery, toImportOptions } from '#api/local/local-import-contract';
import type { ImportOptions } from '#api/services/import/import-report';
import { areaTypes } from '#domain/vocabularies/places';
import { profileNames } from '#interchange/read-result';

export interface LoadArguments {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly options: Omit<ImportOptions, 'fileName'>;
}

export const LOAD_USAGE = `npm run load -- FICHIER… / FILE…
  --dry-run            lire et comparer sans rien changer / read and compare, change nothing
  --accept-partial     prendre les lignes valables même si d’autres sont refusées / take the valid rows even if others are refused
  --profile P          ${profileNames.join(' | ')}
  --area-type T        ${areaTypes.codes.join(' | ')}
  --province P         ne garder que cette province (nom ou code) / keep this province only (name or code)
  --sheet NAME         feuille du classeur / sheet of the workbook
  --reported-on DATE   date du rapport / date of the report, YYYY-MM-DD
  --source TEXT        éditeur, tel qu’il doit figurer sous la carte / publisher, as it should stand under the map
  --json               un rapport JSON par ligne / one JSON report a line`;

const OPTION_NAMES = ['profile', 'sheet', 'area-type', 'province', 'reported-on', 'source'] as const;
const QUERY_NAMES = { profile: 'profile', sheet: 'sheet', 'area-type': 'areaType', province: 'province', 'reported-on': 'reportedOn', source: 'source' } as const;

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
        json: { type: 'boolean', default: false },
        profile: { type: 'string' },
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
  if (positionals.length === 0) return { wrong: 'Aucun fichier. / No file.' };
  const query = localImportQuery.omit({ fileName: true }).safeParse({
    ...Object.fromEntries(OPTION_NAMES.flatMap((name) => (values[name] === undefined ? [] : [[QUERY_NAMES[name], values[name]]]))),
    dryRun: String(values['dry-run']),
    acceptPartial: String(values['accept-partial']),
  });
  if (!query.success) {
    const first = query.error.issues[0];
    const name = OPTION_NAMES.find((option) => QUERY_NAMES[option] === first?.path[0]);
    return { wrong: `--${name ?? '?'} ${name === undefined ? '' : String(values[name])}: ${first?.message ?? ''}` };
  }
  const { fileName: _none, ...options } = toImportOptions({ ...query.data, fileName: '' });
  return { files: positionals, json: values.json, options };
}
