import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GapExplanation } from '#api/contract/gaps';
import { openHarness, type Harness } from './harness';
import { areaOfClass, listShown, PATIENT, plain } from './screens/on-screen';

describe('what is tried out, on the screens beside the map', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  }, 300_000);
  afterAll(() => harness.close());

  it('the row, the explanation, the files and the structure say the trial and are marked; “See today” shows today in all of them', async () => {
    const { page, faults } = await harness.open('/');
    const gap = await areaOfClass(page, 'gap');
    const today = (await (await page.request.get(`/api/gaps/${gap.code}`)).json()) as GapExplanation;
    const almost = today.care.nearestAlmostReady;
    if (almost === null) throw new Error('an area in the gap with an almost ready structure expected');
    const changes = `a:${gap.code},r:${almost.id}`;
    await page.goto(`/?area=${gap.code}&whatIf=${changes}`);
    await listShown(page);
    const row = page.locator('.gap-open .gap-row-line');
    await expect.poll(async () => plain(await row.textContent()), PATIENT).toContain('une campagne à l’essai');
    const explanation = page.locator('.explanation');
    await explanation.locator('.tried-line').waitFor(PATIENT);
    expect(plain(await explanation.locator('.tried-line').textContent())).toContain(`${almost.name} : prête`);
    expect(plain(await explanation.locator('.facts').textContent())).toMatch(/à l’essai/);
    await page.getByText('Télécharger la liste').click();
    const link = page.locator('.downloads ul').first().getByRole('link', { name: /CSV/ }).first();
    const href = (await link.getAttribute('href')) ?? '';
    expect(href).toContain(`changes=${changes}`);
    expect((await page.request.get(href)).headers()['content-disposition']).toContain('essai-trial-gaps-');

    const hold = page.getByRole('button', { name: 'Voir aujourd’hui' });
    await hold.focus();
    await page.keyboard.down('Enter');
    await expect.poll(async () => plain(await row.textContent()), PATIENT).not.toContain('à l’essai');
    await expect.poll(() => explanation.locator('.tried-line').count(), PATIENT).toBe(0);
    expect(await link.getAttribute('href')).not.toContain('changes=');
    await page.keyboard.up('Enter');
    await explanation.locator('.tried-line').waitFor(PATIENT);

    await explanation.getByRole('button', { name: almost.name }).first().click();
    const structure = page.locator('.structure');
    await structure.locator('.tried-line').waitFor(PATIENT);
    expect(plain(await structure.locator('.readiness').first().textContent())).toBe('Prête');
    expect(plain(await structure.locator('.tried-line').textContent())).toContain('Aujourd’hui :');
    await structure.getByRole('button', { name: 'Retirer l’essai' }).click();
    await expect.poll(() => structure.locator('.tried-line').count(), PATIENT).toBe(0);
    expect(plain(await structure.locator('.readiness').first().textContent())).toBe('Pas prête');
    expect(faults).toEqual([]);
  });
});
