import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type Harness } from './harness';
import { plain } from './screens/on-screen';

describe('with nothing loaded', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness({ EXERCISE: '0' });
  });
  afterAll(() => harness.close());

  it.each([
    ['fr', 'Aucune zone n’est encore chargée'],
    ['en', 'No area has been loaded yet'],
  ])('the page says why and which command to type, in %s', async (lang, title) => {
    const { page, faults } = await harness.open(`/?lang=${lang}`);
    await page.getByRole('heading', { name: title }).waitFor();
    expect(plain(await page.locator('.notice').textContent())).toContain('npm run load -- ');
    expect(await page.locator('.exercise').count()).toBe(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
