import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { allVocabularies } from '#domain/vocabularies/all';
import { en } from '../../../apps/web/i18n/en';
import { enCare } from '../../../apps/web/i18n/en-care';
import { enData } from '../../../apps/web/i18n/en-data';
import { fr } from '../../../apps/web/i18n/fr';
import { frCare } from '../../../apps/web/i18n/fr-care';
import { frData } from '../../../apps/web/i18n/fr-data';
import type { Harness } from '../harness';
import { areaOfClass, goInside, mapDrawn, openDetails, PATIENT, plain } from './on-screen';

type Tree = { readonly [key: string]: string | Tree };
const leaves = (tree: Tree): string[] => Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : leaves(value)));

/** A sentence of a catalogue as a pattern: what is filled in may be anything. */
const pattern = (text: string): string => plain(text).replaceAll('**', '').split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+');

const terms = Object.values(allVocabularies).flatMap((list) => list.codes.map((code) => list.terms[code]!));
const english = new Set([...leaves(en), ...leaves(enData), ...leaves(enCare), ...terms.map((term) => term.en), ...terms.map((term) => term.definitionEn)].map(plain));
/** Sentences that are only marks around values (`{{name}} · {{km}} km`) are in no language. */
const speaks = (text: string): boolean => /\p{L}{3,}/u.test(text.replace(/\{\{\w+\}\}/g, ''));
const french = [...leaves(fr), ...leaves(frData), ...leaves(frCare), ...terms.flatMap((term) => [term.fr, term.definitionFr])].filter((text) => speaks(text) && !english.has(plain(text)));
const whole = (texts: readonly string[]): RegExp => new RegExp(`^(?:${[...new Set(texts.map(pattern))].join('|')})$`);
const FRENCH = whole(french);
/** `{{n}} zone` fits “Health zone” as well: what is English is not French. */
const ENGLISH = whole([...english].filter(speaks));

/** Everything that the page says, seen or spoken, piece by piece; what the data say is theirs and stays in their language. */
const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pieces: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) pieces.push(...(node.textContent ?? '').split(' · '));
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) for (const name of ['aria-label', 'title', 'placeholder', 'alt']) pieces.push(element.getAttribute(name) ?? '');
    return [...pieces, document.title];
  });

const frenchOn = async (page: Page): Promise<string[]> => (await said(page)).map(plain).filter((piece) => piece !== '' && FRENCH.test(piece) && !ENGLISH.test(piece));

export function bothLanguages(harness: () => Harness): void {
  describe('the languages', () => {
    it('French first, whatever the browser speaks', async () => {
      const { page } = await harness().open('/', { locale: 'en-GB' });
      await page.getByRole('heading', { name: 'Où agir d’abord' }).waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe('fr');
      expect((await frenchOn(page)).length).toBeGreaterThan(20);
    });

    it('English leaves no French word on any screen', async () => {
      const { page, faults } = await harness().open('/');
      const area = await areaOfClass(page, 'gap');
      await mapDrawn(page);
      await page.getByText('EN', { exact: true }).click();
      await page.getByRole('heading', { name: 'Where to act first' }).waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe('en');
      await expect.poll(() => frenchOn(page), PATIENT).toEqual([]);
      const structures = (await (await page.request.get('/api/structures?limit=500')).json()) as { items: { id: string; readiness: string }[] };
      const screens = ['&view=overlaps', `&area=${area.code}`, `&lens=funding&area=${area.code}`, `&lens=planning&area=${area.code}`, '&about=1', '&search=zzz', '&structure=none', '&view=care', '&service=fistulaRepair&asOf=2025-05-31&ahead=63', '&view=import', '&view=import&desk=matches', '&view=import&desk=reporting', ...['ready', 'notReady', 'unknown'].map((wanted) => `&structure=${structures.items.find(({ readiness }) => readiness === wanted)!.id}`)];
      for (const screen of screens) {
        await goInside(page, `?lang=en${screen}`);
        await openDetails(page);
        expect(await frenchOn(page), screen).toEqual([]);
      }
      expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    });
  });
}
