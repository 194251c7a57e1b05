import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { EntriesBody } from '#api/contract/entries';
import type { GapExplanation } from '#api/contract/gaps';
import type { StructureItem } from '#api/contract/records';
import type { GapClass } from '#domain/gap-classes';
import { gapClasses } from '#domain/vocabularies/flags';
import type { Vocabulary } from '#domain/vocabulary';
import { en } from '../../../apps/web/i18n/en';
import { enCare } from '../../../apps/web/i18n/en-care';
import { fr } from '../../../apps/web/i18n/fr';
import { frCare } from '../../../apps/web/i18n/fr-care';
import { askGaps, goInside, PATIENT, plain } from './on-screen';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One page in one language, and everything that was stored from it: all of it is taken back at the end. */
export interface Walk {
  readonly page: Page;
  readonly lang: Language;
  readonly loads: string[];
}

/** Begins a walk. When its test ends everything is taken back, the newest first, so that the next finds the exercise as it is. */
export function begin(page: Page, lang: Language): Walk {
  const loads: string[] = [];
  onTestFinished(async () => {
    for (const importId of loads.reverse()) expect((await page.request.post(`/api/imports/${importId}/undo`, { data: {} })).status()).toBe(200);
  });
  return { page, lang, loads };
}

const CARE = { fr: frCare, en: enCare } as const;
const PAGE = { fr, en } as const;
/** Words of the view of care and of its forms, as the page writes them. */
export const care = ({ lang }: Pick<Walk, 'lang'>) => CARE[lang];
/** All other words. */
export const words = ({ lang }: Pick<Walk, 'lang'>) => PAGE[lang];
export const termOf = <Code extends string>({ lang }: Pick<Walk, 'lang'>, list: Vocabulary<Code>, code: Code): string => list.terms[code][lang];

/** A sentence of the catalogue with its blanks filled in, every kind of space alike, no marks of emphasis. */
export const sentence = (template: string, values: Readonly<Record<string, string>> = {}): string => plain(template.replaceAll('**', '').replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole));

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;
/** Dates as the page writes them. */
export const longDate = ({ lang }: Pick<Walk, 'lang'>, iso: string): string => plain(new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso)));
export const shortDate = ({ lang }: Pick<Walk, 'lang'>, iso: string): string => plain(new Intl.DateTimeFormat(LOCALES[lang], { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(iso)));

export const screen = ({ page, lang }: Walk, query = ''): Promise<void> => goInside(page, `?lang=${lang}${query}`);

/** The structure of this name. */
export async function structureCalled(page: Page, name: string): Promise<StructureItem> {
  const { items } = (await (await page.request.get(`/api/structures?search=${encodeURIComponent(name)}`)).json()) as { items: StructureItem[] };
  const found = items.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no structure is called ${name} in the exercise data; expected one`);
  return found;
}

/** The page says this, wherever: what a person sees, not what is in the source. */
export const sees = (page: Page, text: string, within = 'body'): Promise<void> => expect.poll(async () => plain((await page.locator(within).allInnerTexts()).join(' ')), PATIENT).toContain(plain(text));

/** Stores what a colleague entered elsewhere. */
export async function enteredElsewhere({ page, loads }: Walk, entries: EntriesBody['entries']): Promise<void> {
  const body: EntriesBody = { key: crypto.randomUUID(), enteredBy: 'Bureau central de zone', source: 'registre', entries };
  const response = await page.request.post('/api/entries', { data: body });
  expect(response.status(), await response.text()).toBe(200);
  loads.push(((await response.json()) as { importId: string }).importId);
}

/** Says yes to the proposal that says this: a batch, a title. */
export async function accept(walk: Walk, text: string): Promise<void> {
  const { page, loads } = walk;
  const { proposal } = care(walk);
  await page.getByLabel(proposal.who, { exact: true }).fill('Bureau central de zone');
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/entries'));
  await page.locator('.proposal', { hasText: text }).getByRole('button', { name: proposal.accept, exact: true }).click();
  const response = await answered;
  expect(response.status(), await response.text()).toBe(200);
  loads.push(((await response.json()) as { importId: string }).importId);
  await expect.poll(() => page.locator('.proposal', { hasText: text }).count(), PATIENT).toBe(0);
}

/** The class of an area in the API, once the server answers with what was stored last. */
export const apiSays = (page: Page, code: string, query: string, wanted: GapClass): Promise<void> =>
  expect.poll(async () => (await askGaps(page, `?${query}`)).areas.find((area) => area.code === code)?.class, PATIENT).toBe(wanted);

export const explanationOf = async (page: Page, code: string, query: string): Promise<GapExplanation> => (await (await page.request.get(`/api/gaps/${code}?${query}`)).json()) as GapExplanation;

export interface Zone {
  readonly code: string;
  readonly name: string;
}

/** The explanation of one zone on a day, and the class that its row says in the list. */
export async function zoneSays(walk: Walk, { code, name }: Zone, query: string, wanted: GapClass): Promise<void> {
  await apiSays(walk.page, code, query, wanted);
  await screen(walk, `&area=${code}&search=${encodeURIComponent(name)}&${query}`);
  const row = walk.page.locator('.gap-row', { hasText: name });
  await expect.poll(async () => plain(await row.locator('.gap-row-swatch .visually-hidden').first().textContent()), PATIENT).toBe(plain(termOf(walk, gapClasses, wanted)));
}
