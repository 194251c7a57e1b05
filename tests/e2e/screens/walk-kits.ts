import { expect, it } from 'vitest';
import { gapClasses, readinessLevels } from '#domain/vocabularies/flags';
import { kitMovementKinds } from '#domain/vocabularies/programmes';
import { stockItems } from '#domain/vocabularies/structures';
import type { Harness } from '../harness';
import { choose, fill, inOrder, pickStructure, sign, store } from './forms';
import { colourAround, distance, frames, mapDrawn, mapMiddle, PATIENT, plain } from './on-screen';
import { accept, apiSays, begin, care, enteredElsewhere, explanationOf, LANGUAGES, longDate, screen, sees, sentence, shortDate, structureCalled, termOf, type Walk, words, zoneSays } from './walk';

const BENI = { code: 'XX6101ZS02', name: 'Beni (exercice)', hospital: 'HGR d’exercice Beni', clinic: 'CISM d’exercice Beni' };
const DAY = '2025-05-31';
/** Classes as interface.md draws them. */
const GAP = '#c4302b';
const JOINED = '#2c7a6b';
const SAME = 30;

/** The map over the middle of the zone, with no signs in the way, and the colour that it has there. */
async function mapOver(walk: Walk, query: string): Promise<() => Promise<string>> {
  const { centre } = await explanationOf(walk.page, BENI.code, `asOf=${DAY}`);
  if (centre === null) throw new Error('a zone with limits expected');
  await walk.page.goto(`/?lang=${walk.lang}&map=${centre[0].toFixed(4)},${centre[1].toFixed(4)},9.5&structuresOff=ready,notReady,unknown&missions=0&${query}`);
  await mapDrawn(walk.page);
  await frames(walk.page, 2);
  const { x, y } = await mapMiddle(walk.page);
  return () => colourAround(walk.page, x, y);
}
const looks = (colour: () => Promise<string>, wanted: string, patience = PATIENT): Promise<void> => expect.poll(async () => distance(await colour(), wanted), patience).toBeLessThan(SAME);

export function kitsCloseAGap(harness: () => Harness): void {
  it.each(LANGUAGES)('kits: found to be lacking, delivered, accepted, and gone again past their expiry (%s)', async (lang) => {
    const { page, faults } = await harness().open(`/?lang=${lang}`);
    const walk = begin(page, lang);
    const t = words(walk);
    const c = care(walk);
    const hospital = await structureCalled(page, BENI.hospital);
    const clinic = await structureCalled(page, BENI.clinic);
    await apiSays(page, BENI.code, `asOf=${DAY}`, 'joined');
    // The other structure of the town was seen the day before: nothing there either.
    await enteredElsewhere(walk, [{ kind: 'assessment', structureId: clinic.id, record: { assessedOn: '2025-05-29', assessedBy: null, functionality: 'full', accessibility: 'full', protocol: 'unknown', privateRoom: 'unknown', referralPath: 'unknown', services: [], trainedStaff: [], stockLines: (['pepKitAdult', 'pepKitChild'] as const).map((item) => ({ item, batch: null, quantity: 0, expiry: null, countedOn: '2025-05-29' })) } }]);
    const colour = await mapOver(walk, `asOf=${DAY}`);
    await looks(colour, JOINED);

    await assessOnAPhone(harness(), walk, hospital.id);
    // A colleague’s page that stands open meanwhile, without being touched.
    await looks(colour, GAP, { timeout: 60_000 });
    await zoneSays(walk, BENI, `asOf=${DAY}`, 'gap');
    await sees(page, `${sentence(t.action.makeReady, { name: BENI.hospital })}. ${sentence(t.action.makeReadyOf, { missing: t.criterion.pepKits })}`, '.explanation');

    await screen(walk, '&view=care&care=kits');
    await page.getByRole('button', { name: c.kit.form.delivery, exact: true }).click();
    await pickStructure(walk, c.picker.structure, BENI.hospital);
    await fill(page, { [termOf(walk, kitMovementKinds, 'delivery')]: DAY, [c.kit.supplier]: 'Réserve d’exercice', [c.assessment.quantity]: '12', [c.assessment.expiry]: '2025-07-20', [c.assessment.batch]: 'BENI-1' });
    await sign(walk);
    await inOrder(page, 'a delivery');
    await store(walk);
    await sees(page, `12 ${termOf(walk, stockItems, 'pepKitAdult')} ${sentence(c.kit.batch, { batch: 'BENI-1' })}`, '.care-list');
    await apiSays(page, BENI.code, `asOf=${DAY}`, 'gap');

    await screen(walk, '&view=care&care=proposals');
    await inOrder(page, 'proposals');
    const card = page.locator('.proposal', { hasText: BENI.hospital });
    expect(plain(await card.locator('.effects').innerText())).toContain(`${termOf(walk, readinessLevels, 'notReady')} → ${termOf(walk, readinessLevels, 'ready')}`);
    await accept(walk, 'BENI-1');
    await apiSays(page, BENI.code, `asOf=${DAY}`, 'joined');
    await looks(await mapOver(walk, `asOf=${DAY}`), JOINED);
    await screen(walk, `&structure=${hospital.id}&asOf=${DAY}`);
    await sees(page, sentence(t.evidence.by.delivery, { date: shortDate(walk, DAY), n: '0' }), '.criteria');
    // A course lasts 28 days: what is good until 20 July can be begun until 22 June.
    await sees(page, sentence(t.structure.readyUntil, { date: longDate(walk, '2025-06-22'), criterion: t.criterion.pepKits }), '.structure');

    await screen(walk, `&asOf=${DAY}&search=${encodeURIComponent(BENI.name)}`);
    const row = page.locator('.gap-row', { hasText: BENI.name }).locator('.gap-row-swatch .visually-hidden').first();
    await page.getByRole('slider', { name: t.ahead.slider }).focus();
    for (let week = 0; week < 4; week += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => new URL(page.url()).searchParams.get('ahead'), PATIENT).toBe('28');
    await sees(page, sentence(t.ahead.of, { date: longDate(walk, '2025-06-28') }), '.forecast-flag');
    await expect.poll(() => row.textContent(), PATIENT).toBe(gapClasses.terms.gap[lang]);
    await sees(page, t.ahead.legend, '.filters');
    await apiSays(page, BENI.code, `asOf=${DAY}&at=2025-06-28`, 'gap');
    await looks(await mapOver(walk, `asOf=${DAY}&ahead=28`), GAP);
    await page.getByRole('button', { name: t.ahead.back }).click();
    await looks(colour, JOINED);

    expect(faults).toEqual([]);
  });
}

/** Five minutes on a phone: what is still so is one tap, what lies on the shelf is counted. */
async function assessOnAPhone(harness: Harness, { lang, loads }: Walk, structureId: string): Promise<void> {
  const { page, faults } = await harness.open(`/?lang=${lang}&asOf=${DAY}&structure=${structureId}`, { viewport: 'phone' });
  const walk: Walk = { page, lang, loads };
  const { assessment } = care(walk);
  await page.getByRole('button', { name: words(walk).evidence.assess, exact: true }).click();
  await page.getByRole('heading', { name: sentence(assessment.title, { name: BENI.hospital }) }).waitFor();
  await fill(page, { [assessment.assessedOn]: '2025-05-30' });
  for (const question of [assessment.functionality, assessment.accessibility]) await page.getByRole('group', { name: question, exact: true }).getByRole('button', { name: assessment.stillSo }).click();
  for (const item of ['pepKitAdult', 'pepKitChild'] as const) await choose(page, termOf(walk, stockItems, item), assessment.stockState.none);
  await sign(walk);
  await inOrder(page, 'an assessment on a phone');
  await store(walk);
  await sees(page, sentence(words(walk).structure.notReady, { missing: words(walk).criterion.pepKits }), '.structure');
  expect(faults).toEqual([]);
}
