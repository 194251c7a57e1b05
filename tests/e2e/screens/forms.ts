import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PATIENT, plain } from './on-screen';
import { care, sees, sentence, type Walk } from './walk';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing that axe objects to, and nothing wider than the screen. */
export async function inOrder(page: Page, where: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(width);
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(RULES).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`), where).toEqual([]);
}

/** The field of this label in the form that is open; in a form with lines, the last line’s. */
export const field = (page: Page | Locator, label: string): Locator => page.getByLabel(label, { exact: true }).last();

/** Fills fields in by their labels: selects by the words of the choice, the others as typed. */
export async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    const control = field(page.locator('.entry'), label);
    await ((await control.evaluate((element) => element.tagName)) === 'SELECT' ? control.selectOption({ label: value }) : control.fill(value));
  }
}

/** Presses one of the few answers of a question. */
export const choose = (page: Page, question: string, answer: string): Promise<void> => page.locator('.entry').getByRole('group', { name: question, exact: true }).getByText(answer, { exact: true }).click();

/** Finds a structure by its name, as a person does. */
export async function pickStructure({ page, lang }: Walk, label: string, name: string): Promise<void> {
  await field(page.locator('.entry'), label).fill(name);
  await page.locator('.picker-found button', { hasText: name }).first().click();
  await page.getByRole('button', { name: sentence(care({ lang }).picker.changeOf, { name }), exact: true }).waitFor();
}

/** Who says it, and from where it is known. */
export const sign = (walk: Walk): Promise<void> => fill(walk.page, { [care(walk).form.enteredBy]: 'Bureau central de zone', [care(walk).form.source]: walk.lang === 'fr' ? 'visite de supervision' : 'supervision visit' });

/** Sends the form that is open: the page says that it is stored. Pressing twice is pressing once. */
export async function store(walk: Walk): Promise<void> {
  const { page, loads } = walk;
  const { form } = care(walk);
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/entries'));
  await page.getByRole('button', { name: form.send, exact: true }).dblclick();
  const response = await answered;
  expect(response.status(), await response.text()).toBe(200);
  loads.push(((await response.json()) as { importId: string }).importId);
  await sees(page, form.saved);
  await page.getByRole('button', { name: form.done, exact: true }).click();
  await expect.poll(() => page.locator('.form-page').count(), PATIENT).toBe(0);
}

/** What is said under the field of this path of the form. */
export const saidAt = async (page: Page, path: string): Promise<string> => plain((await page.locator(`.entry [data-path="${path}"] .remarks`).allTextContents()).join(' '));
