import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, LockedPackage> };

/** Licences under which a tool that is given away may pass on what it uses; of a choice, one of them. */
const ALLOWED = new Set(['MIT', 'MIT-0', 'MIT/X11', '0BSD', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'OFL-1.1', 'MPL-2.0', 'Zlib']);

/** Packages whose `package.json` states none; what is known of them otherwise. */
const UNSTATED: Readonly<Record<string, string>> = {
  '@mapbox/jsonlint-lines-primitives': 'not stated in the package (its origin, jsonlint, is MIT)',
  buffers: 'not stated in the package (comes with exceljs)',
};

const NOT_STATED = '–';

/** What is installed with the tool, each name once, with its licences. */
function used(): { name: string; versions: string[]; licence: string }[] {
  const byName = new Map<string, { versions: Set<string>; licences: Set<string> }>();
  for (const [path, { version, license, dev, devOptional }] of Object.entries(packages)) {
    if (path === '' || dev === true || devOptional === true) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const one = byName.get(name) ?? { versions: new Set(), licences: new Set() };
    byName.set(name, { versions: one.versions.add(version ?? ''), licences: one.licences.add(license ?? NOT_STATED) });
  }
  return [...byName]
    .map(([name, { versions, licences }]) => ({ name, versions: [...versions].sort(), licence: [...licences].sort().join('; ') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

it('everything that is installed with the tool has a licence that lets it be passed on', () => {
  const isAllowed = (licence: string): boolean => licence.split('; ').every((one) => (one.includes(' OR ') ? one.replaceAll(/[()]/g, '').split(' OR ').some((choice) => ALLOWED.has(choice)) : one.replaceAll(/[()]/g, '').split(' AND ').every((part) => ALLOWED.has(part))));
  expect(used().filter(({ name, licence }) => !isAllowed(licence) && !(licence === NOT_STATED && name in UNSTATED))).toEqual([]);
});

it('docs/licences.md lists it (`npx vitest run tests/docs -u` writes it anew)', async () => {
  const rows = used().map(({ name, versions, licence }) => `| ${name} | ${versions.join(', ')} | ${licence === NOT_STATED ? (UNSTATED[name] ?? NOT_STATED) : licence} |`);
  const page = ['# Licences of what is installed with Jonction', '', 'From `package-lock.json`, without the tools of development; the list is held true by a test. The same as CycloneDX: `npm run sbom`.', '', '| package | version | licence |', '|---|---|---|', ...rows, ''];
  await expect(page.join('\n')).toMatchFileSnapshot(join(root, 'docs/licences.md'));
});
