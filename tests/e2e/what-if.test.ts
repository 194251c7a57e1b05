import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WhatIfAnswer } from '#api/contract/what-if';
import { openHarness, type Harness } from './harness';
import { areaOfClass, askGaps, listShown, numberOf, PATIENT, plain } from './screens/on-screen';
import { whatIfOnTheMap } from './screens/what-if-on-map';

describe('what if, with the exercise data', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  }, 300_000);
  afterAll(() => harness.close());

  const gapFigure = '[data-kind="gap"]';

  it('a campaign in a blind spot: the figures, the list and the bar follow, the address keeps it, “back” takes it back', async () => {
    const { page, faults } = await harness.open('/');
    const blind = await areaOfClass(page, 'blindSpot');
    const { summary } = await askGaps(page);
    await page.goto(`/?area=${blind.code}`);
    await page.getByRole('button', { name: 'Et si une campagne y était menée' }).click();
    await expect.poll(async () => numberOf(await page.locator(gapFigure).textContent()), PATIENT).toBeGreaterThan(summary.peopleInGap);
    const tried = (await (await page.request.get(`/api/what-if?changes=a:${blind.code}`)).json()) as WhatIfAnswer;
    expect(numberOf(await page.locator(gapFigure).textContent())).toBe(tried.summary.peopleInGap);
    expect(numberOf((await page.locator('[data-testid="tried-people"] strong').first().textContent()) ?? '')).toBe(tried.lost.gap);
    expect(plain(await page.locator('.what-if-chip').first().textContent())).toContain(`${blind.name} : campagne ajoutée`);
    expect(new URL(page.url()).searchParams.get('whatIf')).toBe(`a:${blind.code}`);
    await page.locator('.tried-flag').waitFor();
    const hold = page.getByRole('button', { name: 'Voir aujourd’hui' });
    await hold.focus();
    await page.keyboard.down('Enter');
    await expect.poll(async () => numberOf(await page.locator(gapFigure).textContent()), PATIENT).toBe(summary.peopleInGap);
    await page.keyboard.up('Enter');
    await expect.poll(async () => numberOf(await page.locator(gapFigure).textContent()), PATIENT).toBe(tried.summary.peopleInGap);
    await page.goBack();
    await expect.poll(() => page.locator('.what-if-bar').count(), PATIENT).toBe(0);
    expect(numberOf(await page.locator(gapFigure).textContent())).toBe(summary.peopleInGap);
    expect(faults).toEqual([]);
  });

  it('in English: a scenario is kept, opened again and taken back', async () => {
    const { page, faults } = await harness.open('/?lang=en');
    const area = await areaOfClass(page, 'gap');
    await page.goto(`/?lang=en&whatIf=c:${area.code}`);
    await listShown(page);
    await page.getByRole('button', { name: 'Save…' }).click();
    await page.getByLabel('Name of the scenario').fill('Closed valley');
    await page.getByLabel('Organisation or function').fill('Working group');
    await page.getByRole('button', { name: 'Save the scenario' }).click();
    await page.locator('.scenario', { hasText: 'Closed valley' }).waitFor(PATIENT);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('button', { name: 'Leave what if' }).click();
    await page.getByRole('button', { name: 'What if…' }).click();
    await page.getByRole('button', { name: 'Scenarios' }).click();
    await page.locator('.scenario', { hasText: 'Closed valley' }).getByRole('button', { name: 'Open' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('whatIf'), PATIENT).toBe(`c:${area.code}`);
    await page.getByRole('button', { name: 'Scenarios' }).click();
    await page.locator('.scenario').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('No scenario is saved.').waitFor(PATIENT);
    expect(faults).toEqual([]);
  });

  whatIfOnTheMap(() => harness);

  it('on a phone nothing stands beside the screen', async () => {
    const { page } = await harness.open('/?whatIf=on', { viewport: 'phone' });
    await page.locator('.what-if-bar').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
