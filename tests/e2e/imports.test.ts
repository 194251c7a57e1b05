import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type Harness } from './harness';
import { act, dropFiles, fileShown, openFile, sentences, type DroppedFile } from './screens/import-desk';
import { PATIENT, plain } from './screens/on-screen';

const HEADERS = 'Organisation,Activité,Cluster,Code zone de santé,Début,Fin,Personnes visées\n#org+impl+name,#activity+name,#sector+name,#adm3+code,#date+start,#date+end,#targeted\n';
const row = (title: string, zone: string, end: string, people: number): string => `Aurore des Collines,${title},Protection VBG,${zone},2025-03-01,${end},${people}\n`;
const AWARENESS = 'Sensibilisation sur les violences sexuelles dans les écoles';
const CARE = 'Prise en charge médicale des survivantes';
const csv = (name: string, text: string): DroppedFile => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const MARCH = csv('aurore-mars.csv', HEADERS + row(AWARENESS, 'XX5401ZS01', '2025-09-30', 1200) + row(CARE, 'XX5402ZS01', '2025-09-30', 300) + row('Causeries', 'XX9999ZS99', '2025-09-30', 400));
const APRIL = csv('aurore-avril.csv', HEADERS + row(AWARENESS, 'XX5401ZS01', '2025-12-31', 1500));
const CASES = csv('registre.csv', 'incident_id,date_incident,âge,sexe\n1,2025-03-02,14,F\n');
const UNKNOWN = csv('tableau.csv', 'Chez qui,Ce qu’on y fait,Où (code),Depuis,Jusqu’à\nAurore des Collines,Sensibilisation sur les violences sexuelles au marché,XX5401ZS01,2025-04-01,2025-08-31\n');

const JUNE = csv('aurore-juin.csv', HEADERS + row('Dialogue avec les chefs de quartier', 'XX5403ZS01', '2025-12-31', 80) + row('Causeries', 'XX9999ZS99', '2025-09-30', 400));

/** Two lists of structures: the second may name the one of the first again, twice. */
const LIST = csv('liste-a.csv', 'Country,Admin1,Facility name,Facility type,Ownership,Lat,Long,LL source\nDemocratic Republic of the Congo,Nord-Kivu,Centre de Santé Kaseghe Bas,Centre de Santé,Public,-0.3,29.2,GPS\n');
const clinic = (id: number, name: string, lngLat: [number, number]) => ({ type: 'Feature', properties: { osm_id: id, osm_type: 'node', amenity: 'clinic', healthcare: 'clinic', name }, geometry: { type: 'Point', coordinates: lngLat } });
const OTHER_LIST = csv('liste-b.geojson', JSON.stringify({ type: 'FeatureCollection', features: [clinic(77001, 'CS Kaseghe', [29.212, -0.3005]), clinic(77002, 'Clinique Kaseghe Haut', [29.2065, -0.2995])] }));

/** Initiatives of the partner that are stored. */
const initiatives = async (page: Page): Promise<number> => ((await (await page.request.get('/api/organisations?search=Aurore des Collines')).json()) as { items: { initiatives: number }[] }).items.reduce((sum, one) => sum + one.initiatives, 0);

describe('files that partners send', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  });
  afterAll(() => harness.close());

  it('are tried out, stored, taken back and stored again; a later edit stands in the way of an undo, and asks', async () => {
    const { page, faults } = await harness.open('/');
    await page.getByText('Importer', { exact: true }).click();
    await dropFiles(page, [MARCH]);
    await fileShown(page, MARCH.name, 'À relire');
    expect(await sentences(page)).toContain('2 lignes apportent du nouveau ou un changement. 1 ligne ne peut pas être prise.');
    expect(await initiatives(page)).toBe(0);
    await page.locator('.preview-pane .map-view[data-drawn="true"]').waitFor({ timeout: 60_000 });
    await page.getByRole('tab', { name: /^Refusées/ }).click();
    expect(plain(await page.locator('.fault-line').textContent())).toMatch(/^XX9999ZS99.*ligne 5$/);
    expect(plain(await page.locator('.act-bar').textContent())).toContain('Cette base contient des données d’exercice');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger les lignes refusées' }).click();
    const refused = await readFile(await (await download).path(), 'utf8');
    expect(refused).toContain('Causeries');
    expect(refused).not.toContain(AWARENESS);

    await act(page, 'Prendre les 2 bonnes lignes, laisser les refusées', 'Enregistré');
    expect(await initiatives(page)).toBe(2);
    await act(page, 'Annuler cet import', 'Annulé');
    expect(await initiatives(page)).toBe(0);
    await act(page, 'Enregistrer à nouveau', 'Enregistré');
    expect(await initiatives(page)).toBe(2);

    await dropFiles(page, [APRIL]);
    await openFile(page, APRIL.name);
    await fileShown(page, APRIL.name, 'À relire');
    const change = page.locator('.change[data-change="changed"]', { hasText: AWARENESS });
    expect(plain(await change.locator('.fields').textContent())).toContain('Fin30 sept. 202531 déc. 2025');
    expect(plain(await change.locator('.fields').textContent())).toContain('1 2001 500');
    await page.getByRole('tab', { name: /^Absentes/ }).click();
    expect(plain(await page.locator('.part-panel').textContent())).toContain(CARE);
    await act(page, 'Enregistrer la ligne', 'Enregistré');
    expect(await initiatives(page)).toBe(2);

    await openFile(page, MARCH.name);
    await page.getByRole('button', { name: 'Annuler cet import' }).click();
    const dialog = page.getByRole('dialog', { name: /fichiers plus récents/ });
    await dialog.getByText(APRIL.name, { exact: false }).waitFor();
    expect(await initiatives(page)).toBe(2);
    await dialog.getByRole('button', { name: 'Garder ces changements, annuler tout le reste' }).click();
    await fileShown(page, MARCH.name, 'Annulé');
    expect(await initiatives(page)).toBe(1);
    expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);
  });

  it('that speak of persons are refused whole, with the column and what to send instead', async () => {
    const { page, faults } = await harness.open('/?view=import');
    await dropFiles(page, [CASES]);
    await fileShown(page, CASES.name, 'Arrêté');
    const words = plain(await page.getByRole('alert').textContent());
    expect(words).toContain('incident_id');
    expect(words).toContain('sans une ligne par personne ni par cas');
    expect(await page.locator('.act-bar .button-main').count()).toBe(0);
    await page.getByRole('button', { name: 'Oublier ce fichier' }).click();
    await expect.poll(() => page.locator('.file-button', { hasText: CASES.name }).count(), PATIENT).toBe(0);
    expect(faults).toEqual([]);
  });

  it('that no profile fits are mapped once, and recognised the next time', async () => {
    const { page, faults } = await harness.open('/?view=import');
    await dropFiles(page, [UNKNOWN]);
    await page.getByLabel('Chaque ligne est').selectOption('initiative');
    const fields = { 'Chez qui': 'implementingName', 'Ce qu’on y fait': 'title', 'Où (code)': 'healthZoneCode', Depuis: 'start' };
    for (const [header, field] of Object.entries(fields)) await page.locator('.mapping-column', { hasText: header }).getByRole('combobox').selectOption(field);
    await page.getByLabel('Retenir cette association sous le nom').fill('Tableau d’Aurore');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: 'Relire avec ces colonnes' }).click();
    await fileShown(page, UNKNOWN.name, 'À relire');
    expect(await sentences(page)).toContain('1 ligne apporte du nouveau');
    await page.getByRole('button', { name: 'Oublier ce fichier' }).click();
    await page.locator('.file-none').waitFor();
    await dropFiles(page, [{ ...UNKNOWN, name: 'tableau-mai.csv' }]);
    await fileShown(page, 'tableau-mai.csv', 'À relire');
    expect(plain(await page.locator('.certainty').textContent())).toBe('association enregistrée');
    await page.locator('.saved-mappings summary').click();
    expect(plain(await page.locator('.saved-mapping').textContent())).toContain('Organisation de mise en œuvre');
    await page.getByRole('button', { name: 'Oublier l’association Tableau d’Aurore' }).click();
    await page.getByRole('button', { name: /^Oui, l’oublier/ }).click();
    await expect.poll(() => page.locator('.saved-mappings').count(), PATIENT).toBe(0);
    expect(faults).toEqual([]);
  });

  it('may be dropped anywhere and taken out while they are read; the keyboard alone stores a file and takes it back', async () => {
    const { page, faults } = await harness.open('/?view=import');
    await page.locator('.file-none').waitFor();
    const long = HEADERS + Array.from({ length: 30_000 }, (_, at) => row(`Causerie ${String(at)}`, 'XX5401ZS01', '2025-12-31', at)).join('');
    const carried = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'trop-long.csv', { type: 'text/csv' }));
      return transfer;
    }, long);
    await page.dispatchEvent('.file-none', 'dragenter', { dataTransfer: carried });
    await page.getByText('Lâchez', { exact: false }).waitFor();
    await page.dispatchEvent('.file-none', 'drop', { dataTransfer: carried });
    expect(await page.locator('.drop-over').count()).toBe(0);
    await page.getByRole('button', { name: 'Retirer ce fichier' }).click();
    await page.locator('.file-none').waitFor();
    await expect.poll(() => page.locator('.file-button', { hasText: 'trop-long.csv' }).count(), PATIENT).toBe(0);

    const chooser = page.waitForEvent('filechooser');
    await page.locator('.drop-zone button').focus();
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(JUNE);
    await fileShown(page, JUNE.name, 'À relire');
    const walkTo = async (selector: string): Promise<void> => {
      for (let steps = 0; steps < 60 && (await page.locator(`${selector}:focus`).count()) === 0; steps += 1) await page.keyboard.press('Tab');
      expect(await page.locator(selector).evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    };
    await walkTo('.act-bar .button-main');
    await page.keyboard.press('Enter');
    await fileShown(page, JUNE.name, 'Enregistré');
    await expect.poll(() => page.locator('.act-bar:focus-within').count(), PATIENT).toBe(1);
    await walkTo('.act-bar .button');
    await page.keyboard.press('Enter');
    await fileShown(page, JUNE.name, 'Annulé');
    expect(faults).toEqual([]);
  });

  it('that may speak of one place wait for a verdict, which keys give; a template is one click from who is late', async () => {
    const { page, faults } = await harness.open('/?view=import');
    for (const file of [LIST, OTHER_LIST]) {
      await dropFiles(page, [file]);
      await openFile(page, file.name);
      await fileShown(page, file.name, 'À relire');
      await act(page, 'Enregistrer', 'Enregistré');
    }
    await page.getByText('À rapprocher', { exact: true }).click();
    const pairs = page.locator('.match');
    await expect.poll(() => pairs.count(), PATIENT).toBe(2);
    await pairs.first().focus();
    await page.keyboard.press('m');
    // Nobody has said who decides: the field asks, and nothing was decided.
    expect(await page.locator('#match-who:focus').count()).toBe(1);
    await page.keyboard.type('Groupe de cartographie');
    await pairs.first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await pairs.nth(1).evaluate((pair) => pair === document.activeElement)).toBe(true);
    await page.keyboard.press('d');
    await expect.poll(() => pairs.count(), PATIENT).toBe(1);
    await pairs.first().focus();
    await page.keyboard.press('m');
    await page.getByText('Rien à trancher ici.').waitFor();
    await page.getByText('Réunies', { exact: true }).click();
    await page.locator('.match', { hasText: 'décidé par Groupe de cartographie' }).waitFor();
    await page.getByText('Séparées', { exact: true }).click();
    await page.locator('.match', { hasText: 'Clinique Kaseghe Haut' }).waitFor();

    await page.getByText('Rapports du mois', { exact: true }).click();
    const download = page.waitForEvent('download');
    await page.locator('.reporting-table a').first().click();
    expect((await readFile(await (await download).path())).subarray(0, 2).toString()).toBe('PK');
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
    expect(faults).toEqual([]);
  });

  it('go where the keyboard leads, say nothing that axe objects to, and fit a phone', async () => {
    const { page } = await harness.open('/?view=import', { viewport: 'phone' });
    await dropFiles(page, [JUNE]);
    await page.getByRole('tab', { name: /^Changements/ }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[role="tab"]:focus').getAttribute('aria-selected')).toBe('true');
    for (const part of ['changes', 'refused', 'map']) {
      await page.locator(`#part-${part}`).click();
      if (part === 'map') await page.locator('.preview-pane .map-view[data-drawn="true"]').waitFor({ timeout: 60_000 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), part).toBeLessThanOrEqual(390);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`), part).toEqual([]);
    }
    await page.getByRole('button', { name: /Tous les fichiers/ }).click();
    await page.locator('.drop-zone').waitFor();
  });

  it('are not offered where the server takes none', async () => {
    const context = await harness.browser.newContext({ serviceWorkers: 'block', baseURL: harness.server.url });
    const page = await context.newPage();
    await page.route('**/api/imports', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify({ code: 'forbidden', status: 403 }) }));
    await page.goto('/');
    await page.locator('.map-view[data-drawn="true"]').waitFor({ timeout: 60_000 });
    expect(await page.getByText('Importer', { exact: true }).count()).toBe(0);
    await page.goto('/?view=import');
    await page.getByText('Cette page ne peut pas recevoir de fichiers').waitFor();
  });
});
