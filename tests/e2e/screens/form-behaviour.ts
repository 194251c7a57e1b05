import { expect, it } from 'vitest';
import { issueMessages } from '#domain/issue-codes';
import { targetGroups } from '#domain/vocabularies/initiatives';
import { kitMovementKinds } from '#domain/vocabularies/programmes';
import { services, stockItems } from '#domain/vocabularies/structures';
import { BLANK, type Harness } from '../harness';
import { choose, field, fill, saidAt, sign } from './forms';
import { PATIENT, plain } from './on-screen';
import { begin, care, LANGUAGES, screen, sees, sentence, structureCalled, termOf, type Walk } from './walk';

const HOSPITAL = 'HGR d’exercice Mahagi';
const offline = (fault: string): boolean => fault.includes('ERR_INTERNET_DISCONNECTED') || fault.includes('ERR_FAILED');

/** Movements that are stored with a batch of this name. */
async function stored({ page }: Walk, batch: string): Promise<readonly string[]> {
  const { items } = (await (await page.request.get('/api/kit-movements')).json()) as { items: { entered: { importId: string }; lines: { batch: string | null }[] }[] };
  return items.filter(({ lines }) => lines.some((line) => line.batch === batch)).map(({ entered }) => entered.importId);
}

async function typeDelivery(walk: Walk, batch: string): Promise<void> {
  const { assessment } = care(walk);
  await fill(walk.page, { [termOf(walk, kitMovementKinds, 'delivery')]: '2025-05-30', [assessment.quantity]: '7', [assessment.expiry]: '2026-02-28', [assessment.batch]: batch });
  await sign(walk);
}

export function formsLoseNothing(harness: () => Harness): void {
  it.each(LANGUAGES)('what is typed stays on the device, waits for the line, and is stored once (%s)', async (lang) => {
    const { page, context, faults } = await harness().open(BLANK, { viewport: 'phone' });
    const walk = begin(page, lang);
    const { form, kit, assessment } = care(walk);
    const hospital = await structureCalled(page, HOSPITAL);
    const address = `/?lang=${lang}&structure=${hospital.id}&form=delivery`;
    await page.goto(address);
    await page.getByRole('heading', { name: kit.form.delivery }).waitFor();
    const batch = `LIGNE-${lang}`;
    await typeDelivery(walk, batch);
    await page.reload();
    await sees(page, sentence(form.restored).split('{{')[0] ?? '');
    expect(await field(page, assessment.batch).inputValue()).toBe(batch);

    let sent = 0;
    page.on('request', (request) => (sent += request.method() === 'POST' && request.url().endsWith('/api/entries') ? 1 : 0));
    await context.setOffline(true);
    await page.getByRole('button', { name: form.sendLater, exact: true }).click();
    await sees(page, form.waiting);
    await page.getByRole('button', { name: `‹ ${form.close}`, exact: true }).click();
    await sees(page, sentence(form.outboxWaiting_one, { n: '1' }));
    expect(await stored(walk, batch)).toEqual([]);
    await context.setOffline(false);
    await expect.poll(() => stored(walk, batch).then(({ length }) => length), PATIENT).toBe(1);
    await expect.poll(() => page.locator('.outbox').count(), PATIENT).toBe(0);
    expect(sent).toBe(1);
    walk.loads.push(...(await stored(walk, batch)));

    // The line breaks after the server has stored it and before anybody is told so.
    const lost = `PERDU-${lang}`;
    await page.goto(address);
    await typeDelivery(walk, lost);
    await context.route('**/api/entries', async (route) => {
      await route.fetch();
      await route.abort();
    }, { times: 1 });
    await page.getByRole('button', { name: form.send, exact: true }).click();
    await sees(page, form.waitingUnsure);
    await page.getByRole('button', { name: form.sendNow, exact: true }).click();
    await sees(page, form.saved);
    await sees(page, form.savedBefore);
    const once = await stored(walk, lost);
    expect(once.length).toBe(1);
    walk.loads.push(...once);
    expect(faults.filter((fault) => !offline(fault))).toEqual([]);
  });

  it.each(LANGUAGES)('what does not add up gets a sentence where it stands, and is not sent (%s)', async (lang) => {
    const { page, faults } = await harness().open(BLANK, { viewport: 'phone' });
    const walk = begin(page, lang);
    const { form, assessment, programme, session } = care(walk);
    const hospital = await structureCalled(page, HOSPITAL);
    const says = (path: string, code: keyof typeof issueMessages): Promise<void> => expect.poll(() => saidAt(page, path), PATIENT).toContain(plain(issueMessages[code][lang]));
    let sent = 0;
    page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0));

    await page.goto(`/?lang=${lang}&structure=${hospital.id}&form=delivery`);
    await typeDelivery(walk, 'FAUX');
    await fill(page, { [assessment.quantity]: '-3', [assessment.expiry]: '1970-01-01' });
    await says('lines.0.quantity', 'numberNegative');
    await says('lines.0.expiry', 'dateBefore2000');
    await page.getByRole('button', { name: form.send, exact: true }).click();
    await sees(page, sentence(form.errors_other, { n: '2' }), '.send-bar');
    expect(await page.locator('[data-path="lines.0.quantity"] :focus, [data-path="lines.0.expiry"] :focus').count()).toBe(1);

    await screen(walk, '&view=care&care=sessions&form=session');
    await fill(page, { [programme.title]: 'Trop tôt', [session.audience]: termOf(walk, targetGroups, 'police'), [programme.start]: '2099-01-01', [programme.end]: '2099-01-02', [session.women]: '5', [session.total]: '3' });
    await says('end', 'heldInFuture');
    await says('women', 'sexesExceedTotal');

    await screen(walk, `&structure=${hospital.id}&form=assessment`);
    await fill(page, { [assessment.assessedOn]: '2099-01-01' });
    await says('assessedOn', 'dateInFuture');
    await choose(page, termOf(walk, services, 'fistulaRepair'), assessment.staffState.some);
    await fill(page, { [assessment.number]: '2', [assessment.women]: '3' });
    await says('trainedStaff.0.women', 'sexesExceedTotal');
    await choose(page, termOf(walk, stockItems, 'pepKitAdult'), assessment.stockState.some);
    await fill(page, { [assessment.quantity]: '-1' });
    await says('stockLines.0.quantity', 'numberNegative');
    expect(sent).toBe(0);
    expect(faults).toEqual([]);
  });
}
