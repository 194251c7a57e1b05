import { expect, it } from 'vitest';
import type { CareStandard } from '#domain/care-standard';
import { readinessLevels } from '#domain/vocabularies/flags';
import { standardStates } from '#domain/vocabularies/programmes';
import type { Harness } from '../harness';
import { fill, sign, store } from './forms';
import { PATIENT, plain } from './on-screen';
import { apiSays, begin, care, LANGUAGES, longDate, screen, sees, sentence, structureCalled, termOf, type Walk, words, zoneSays } from './walk';

/** Its hospital lacks kits, and nothing else. */
const OICHA = { code: 'XX6101ZS01', name: 'Oicha (exercice)', hospital: 'HGR d’exercice Oicha' };
const DAY = '2025-05-31';

export function standardChangesWhatIsReady(harness: () => Harness): void {
  it.each(LANGUAGES)('a draft is edited, compared, adopted: from its day on it judges, and the one before is superseded (%s)', async (lang) => {
    const { page, faults } = await harness().open(`/?lang=${lang}&view=care`);
    const walk = begin(page, lang);
    const [t, c] = [words(walk), care(walk)];
    const hospital = await structureCalled(page, OICHA.hospital);
    const { items } = (await (await page.request.get('/api/standards?service=cmr')).json()) as { items: (CareStandard & { state: string })[] };
    const draft = items.find(({ code, version }) => code === 'cmr-minimum' && version === 2);
    if (draft === undefined) throw new Error('a draft of the second version expected in the exercise data');
    await apiSays(page, OICHA.code, `asOf=${DAY}`, 'gap');

    await screen(walk, `&view=care&care=standards&asOf=${DAY}`);
    expect(await stateOf(walk, 2)).toBe(termOf(walk, standardStates, 'draft'));
    await edit(walk);
    const kits = page.locator('.entry-line').nth(draft.criteria.findIndex(({ code }) => code === 'pepKits'));
    await kits.getByText(c.standard.recommended, { exact: true }).click();
    await sign(walk);
    await store(walk);
    await apiSays(page, OICHA.code, `asOf=${DAY}`, 'gap');

    await page.locator('.version-select').first().locator('select').selectOption('cmr-minimum@1');
    await page.locator('.version-select').last().locator('select').selectOption('cmr-minimum@2');
    const changed = page.locator('.comparison .care-row', { hasText: OICHA.hospital });
    await expect.poll(async () => plain(await changed.innerText()), PATIENT).toContain(`${termOf(walk, readinessLevels, 'notReady')} → ${termOf(walk, readinessLevels, 'ready')}`);
    expect(plain(await changed.locator('.compare-why').innerText())).toContain(t.criterion.pepKits);

    await edit(walk);
    await fill(page, { [c.standard.authority]: 'Ministère d’exercice', [c.standard.adoptedOn]: '2025-05-20' });
    await sign(walk);
    await store(walk);
    await expect.poll(async () => [await stateOf(walk, 1), await stateOf(walk, 2)], PATIENT).toEqual([termOf(walk, standardStates, 'superseded'), termOf(walk, standardStates, 'adopted')]);
    await sees(page, `Ministère d’exercice · ${sentence(c.standard.appliesFrom, { date: longDate(walk, '2025-05-20') })}`, '.care-desk');

    for (const [day, wanted, version] of [['2025-05-19', 'gap', 1], ['2025-05-20', 'joined', 2], [DAY, 'joined', 2]] as const) {
      await zoneSays(walk, OICHA, `asOf=${day}`, wanted);
      await screen(walk, `&structure=${hospital.id}&asOf=${day}`);
      await sees(page, sentence(t.structure.standard, { name: lang === 'fr' ? draft.nameFr : draft.nameEn, version: String(version), date: longDate(walk, day) }), '.structure');
    }
    expect(faults).toEqual([]);
  });
}

const versionRow = ({ page, lang }: Walk, version: number) =>
  page.locator('.care-desk > section:not(.comparison) .care-row', { hasText: sentence(care({ lang }).standard.versionOf, { version: String(version) }) }).filter({ hasText: lang === 'fr' ? 'Prise en charge du viol' : 'Clinical management of rape' }).first();
const stateOf = async (walk: Walk, version: number): Promise<string> => plain(await versionRow(walk, version).locator('.care-row-side').innerText());
const edit = async (walk: Walk): Promise<void> => {
  const { standard } = care(walk);
  await versionRow(walk, 2).getByRole('button', { name: standard.editOrAdopt, exact: true }).click();
  await walk.page.getByRole('heading', { name: sentence(standard.editDraft, { version: '2' }) }).waitFor();
};
