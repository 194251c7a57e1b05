import { expect, it } from 'vitest';
import { sessionStatuses, sessionTopics } from '#domain/vocabularies/programmes';
import { targetGroups } from '#domain/vocabularies/initiatives';
import { cadres, services } from '#domain/vocabularies/structures';
import type { Harness } from '../harness';
import { choose, field, fill, pickStructure, sign, store } from './forms';
import { openDetails, PATIENT, plain } from './on-screen';
import { accept, apiSays, begin, care, explanationOf, LANGUAGES, screen, sees, sentence, shortDate, structureCalled, termOf, words, zoneSays } from './walk';

const IDJWI = { code: 'XX6202ZS01', name: 'Idjwi (exercice)', hospital: 'HGR d’exercice Idjwi' };
const MASISI = { code: 'XX6104ZS01', name: 'Masisi (exercice)' };
const DAY = '2025-05-31';
/** The people of the island live far apart: with ten kilometres, most of them reach the hospital. */
const REACH = `asOf=${DAY}&threshold=10`;

export function trainingMeetsACriterion(harness: () => Harness): void {
  it.each(LANGUAGES)('a training that was held is accepted, its structure is ready, and the answer is taken back on the page (%s)', async (lang) => {
    const { page, faults } = await harness().open(`/?lang=${lang}&view=care`);
    const walk = begin(page, lang);
    const [t, c] = [words(walk), care(walk)];
    const hospital = await structureCalled(page, IDJWI.hospital);
    await apiSays(page, IDJWI.code, REACH, 'gap');
    const title = 'Deuxième session d’exercice d’Idjwi';

    await screen(walk, '&view=care&care=sessions');
    await page.getByRole('button', { name: c.session.new, exact: true }).click();
    await fill(page, { [c.programme.title]: title, [c.session.audience]: termOf(walk, targetGroups, 'healthStaff'), [c.session.topic]: termOf(walk, sessionTopics, 'cmr'), [c.programme.start]: '2025-05-26', [c.programme.end]: '2025-05-28', [c.session.planned]: '4', [c.session.women]: '2', [c.session.men]: '1', [c.session.total]: '3' });
    await page.getByRole('button', { name: `+ ${c.session.addOrigin}`, exact: true }).click();
    await pickStructure(walk, c.picker.structure, IDJWI.hospital);
    await fill(page, { [c.assessment.cadre]: termOf(walk, cadres, 'nurse'), [c.assessment.number]: '3', [c.assessment.women]: '2', [c.assessment.men]: '1' });
    await sign(walk);
    await store(walk);
    await sees(page, title, '.care-list');

    await screen(walk, `&view=care&care=proposals&asOf=${DAY}`);
    await accept(walk, title);
    await screen(walk, `&structure=${hospital.id}&asOf=${DAY}`);
    await sees(page, sentence(t.evidence.by.training, { date: shortDate(walk, '2025-05-28'), n: '3' }), '.criterion[data-verdict="met"]:has-text("' + t.criterion.trainedStaff + '")');
    await sees(page, title, '.timeline');
    await zoneSays(walk, IDJWI, REACH, 'joined');

    await screen(walk, `&view=care&care=proposals&asOf=${DAY}`);
    await page.getByText(/^(Acceptée|Accepted)\s\d+$/).click();
    const card = page.locator('.proposal', { hasText: title });
    await card.getByRole('button', { name: c.form.undo, exact: true }).first().click();
    await expect.poll(() => card.count(), PATIENT).toBe(0);
    walk.loads.pop();
    await sees(page, c.form.undone);
    await zoneSays(walk, IDJWI, REACH, 'gap');
    expect(faults).toEqual([]);
  });
}

export function missionGivesCareOnItsDays(harness: () => Harness): void {
  it.each(LANGUAGES)('a mission joins its zone on its days; before and after, the gap is there (%s)', async (lang) => {
    const { page, faults } = await harness().open(`/?lang=${lang}&view=care`);
    const walk = begin(page, lang);
    const [t, c] = [words(walk), care(walk)];
    const title = 'Équipe mobile d’exercice de Masisi';
    const { centre } = await explanationOf(page, MASISI.code, `asOf=${DAY}`);
    if (centre === null) throw new Error('a zone with limits expected');

    await screen(walk, '&view=care&care=missions');
    await page.getByRole('button', { name: c.mission.new, exact: true }).click();
    await fill(page, { [c.programme.title]: title, [c.mission.service]: termOf(walk, services, 'cmr'), [c.mission.radius]: '20' });
    await choose(page, c.programme.status, termOf(walk, sessionStatuses, 'completed'));
    await fill(page, { [c.programme.start]: '2025-05-20', [c.programme.end]: '2025-06-02' });
    await choose(page, c.mission.place, c.mission.placeOf.point);
    await fill(page, { [c.mission.lat]: centre[1].toFixed(4), [c.mission.lng]: centre[0].toFixed(4), [c.mission.locality]: 'Masisi', [c.mission.capacity]: '30', [c.programme.organisation]: 'Équipe mobile d’exercice' });
    await sign(walk);
    await store(walk);
    await sees(page, title, '.mission-lines');

    const when = { start: shortDate(walk, '2025-05-20'), end: shortDate(walk, '2025-06-02') };
    for (const [day, wanted, phase] of [['2025-05-19', 'gap', 'coming'], [DAY, 'joined', 'running'], ['2025-06-02', 'joined', 'running'], ['2025-06-03', 'gap', 'ended']] as const) {
      await zoneSays(walk, MASISI, `asOf=${day}`, wanted);
      await openDetails(page);
      const entry = page.locator('.explanation .area-entry', { hasText: title });
      await expect.poll(async () => plain(await entry.innerText()), PATIENT).toContain(sentence(t.mission.when[phase], when));
    }
    const { missions } = await explanationOf(page, MASISI.code, `asOf=${DAY}`);
    const mission = missions.find((one) => one.title === title);
    expect(mission).toMatchObject({ phase: 'running', capacity: 30 });
    await screen(walk, `&asOf=${DAY}&mission=${mission?.id ?? ''}`);
    await sees(page, title, '.chosen-mission');
    await sees(page, sentence(t.mission.when.running, when), '.chosen-mission');
    expect(await field(page, t.mission.close).count()).toBe(1);
    expect(faults).toEqual([]);
  });
}
