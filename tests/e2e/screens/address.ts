import { describe, expect, it } from 'vitest';
import type { Harness } from '../harness';
import { areaOfClass, listShown, mapDrawn, PATIENT, plain } from './on-screen';

export function theAddress(harness: () => Harness): void {
  describe('the address', () => {
    it('holds everything that was set: a colleague who opens it sees the same', async () => {
      const { page } = await harness().open('/');
      await mapDrawn(page);
      const area = await areaOfClass(page, 'gap');
      await page.getByText('Bailleur', { exact: true }).click();
      await page.getByLabel('Trier').selectOption('population');
      await page.getByLabel('Preuves').selectOption('assessed');
      await page.getByRole('button', { name: /^Provinces/ }).click();
      await page.getByRole('checkbox', { name: new RegExp(area.provinceName!.replace(/[()]/g, '.')) }).check();
      await page.getByRole('button', { name: area.name, exact: false }).first().click();
      await page.getByRole('region', { name: area.name }).waitFor();
      await page.getByRole('button', { name: 'Agrandir' }).click();
      await expect.poll(() => new URL(page.url()).searchParams.has('map'), PATIENT).toBe(true);

      const colleague = await harness().open(page.url());
      await colleague.page.getByRole('region', { name: area.name }).waitFor();
      await mapDrawn(colleague.page);
      for (const read of [page, colleague.page]) {
        expect(await read.getByLabel('Trier').inputValue()).toBe('population');
        expect(await read.getByLabel('Preuves').inputValue()).toBe('assessed');
        expect(await read.getByRole('radio', { name: 'Bailleur' }).isChecked()).toBe(true);
        expect(plain(await read.locator('.facet-button[data-chosen="true"]').textContent())).toContain(area.provinceName);
      }
      expect(await colleague.page.locator('.gap-row-name').allTextContents()).toEqual(await page.locator('.gap-row-name').allTextContents());
      expect(new URL(colleague.page.url()).search).toBe(new URL(page.url()).search);
      expect(colleague.faults).toEqual([]);
    });

    it('goes back step by step, and opens a mangled link all the same', async () => {
      const { page, faults } = await harness().open('/?lens=donor&threshold=-3&map=north');
      await listShown(page);
      expect(await page.getByRole('radio', { name: 'Coordination' }).isChecked()).toBe(true);
      await page.getByText('Recoupements', { exact: true }).click();
      await page.locator('.overlap').first().waitFor();
      await page.goBack();
      await listShown(page);
      expect(faults).toEqual([]);
    });
  });
}
