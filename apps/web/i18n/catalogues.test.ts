import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { whatIf as enWhatIf } from './en/what-if';
import { enCare } from './en-care';
import { enData } from './en-data';
import { enPlans } from './en-plans';
import { fr } from './fr';
import { whatIf as frWhatIf } from './fr/what-if';
import { frCare } from './fr-care';
import { frData } from './fr-data';
import { frPlans } from './fr-plans';

type Tree = { readonly [key: string]: string | Tree };
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`)));
const variables = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

describe.each([
  ['of the page', fr, en],
  ['of the view of data', frData, enData],
  ['of the view of care', frCare, enCare],
  ['of plans and of where next', frPlans, enPlans],
  ['of what is tried out', frWhatIf, enWhatIf],
] as const)('the catalogues %s', (_name, frWords, enWords) => {
  const french = new Map(leaves(frWords));
  const english = new Map(leaves(enWords));

  it('have the same keys, apart from the French plural of millions', () => {
    expect([...english.keys()]).toEqual([...french.keys()].filter((key) => !key.endsWith('_many')));
  });

  it.each([...english])('%s names the same values in both languages and is empty in neither', (key, text) => {
    expect(text).toMatch(/\S/);
    expect(french.get(key)).toMatch(/\S/);
    expect(variables(text)).toEqual(variables(french.get(key) ?? ''));
    expect(text.split('**').length % 2).toBe(1);
  });

  it('keeps French punctuation from being torn off its word', () => {
    for (const [key, text] of french) expect(text, key).not.toMatch(/ [?!;:»]|« /);
  });

  it('hold nothing that the page does not say', () => {
    const web = join(import.meta.dirname, '..');
    const source = readdirSync(web, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/^(dist|i18n.(fr|en))\b|\.test\./.test(path))
      .map((path) => readFileSync(join(web, path), 'utf8'))
      .join('\n');
    const unsaid = [...french.keys()]
      .map((key) => key.replace(/_(one|many|other)$/, ''))
      // A key is written out, or its last part comes from a code: `t(`says.${area.class}`)`.
      .filter((key) => !source.includes(`'${key}'`) && !source.includes(`\`${key.slice(0, key.lastIndexOf('.'))}.\${`));
    expect([...new Set(unsaid)]).toEqual([]);
  });
});
