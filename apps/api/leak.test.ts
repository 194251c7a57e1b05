import { expect, it } from 'vitest';
import type { Actor } from '#domain/permissions';
import { stranger } from '#domain/permissions';
import type { Tier } from '#domain/viewer';
import { openApp, type OpenApp } from '../../tests/api/open-app';
import { describeOnBothDatabases, openFresh } from '../../tests/databases';
import { askAs, type Crawled, everyQuestion, SecretsToFind, withoutWithheldCare } from '../../tests/leak/crawl';
import { fillRegister, makeRegister } from '../../tests/leak/secret-register';

/** Who asks, and the tiers that exist for them; the hidden records all lie in province LA. */
const ASKERS: Readonly<Record<string, { readonly actor: Actor; readonly tiers: readonly Tier[] }>> = {
  public: { actor: stranger, tiers: ['public'] },
  partner: { actor: { ...stranger, role: 'partner' }, tiers: ['public', 'partners'] },
  coordinationElsewhere: { actor: { ...stranger, role: 'coordination', provinces: ['LB'] }, tiers: ['public', 'partners', 'coordination'] },
  administrator: { actor: { ...stranger, role: 'administrator' }, tiers: ['public', 'partners', 'coordination'] },
  coordinationThere: { actor: { ...stranger, role: 'coordination', provinces: ['LA'] }, tiers: ['public', 'partners', 'coordination', 'hidden'] },
};

const LISTS = ['/api/structures?search=maison', '/api/initiatives?search=accueil', '/api/sessions', '/api/missions', '/api/kit-movements'];

const register = makeRegister();
const [aHiddenOne] = register.secrets.filter(({ tier }) => tier === 'hidden');
if (aHiddenOne === undefined) throw new Error('a hidden structure expected');

const recognised = (database: Parameters<typeof openApp>[0]): Promise<OpenApp> =>
  openApp(database, 'public', { recognise: (request) => ASKERS[String(request.headers['x-viewer'])]?.actor ?? stranger, requestsPerMinute: 1_000_000, maxEventLoopDelayMs: 60_000 });

async function crawl(api: OpenApp, asker: string, urls: readonly string[]): Promise<Map<string, Crawled>> {
  const answers = new Map<string, Crawled>();
  await askAs(api, asker, '/api/gaps');
  await api.composition.deps.watch.settled();
  for (const url of urls) answers.set(url, await askAs(api, asker, url));
  return answers;
}

/** A question is said back in its answer: what stands in the question is not given away by it. */
function givenAway({ text }: Crawled, url: string, secrets: SecretsToFind): string[] {
  const asked = decodeURIComponent(url).toLowerCase();
  return secrets.in(text).filter((said) => !asked.includes(said) && !/\b(?:lng|lat|outline)=/.test(asked));
}

/** Numbers of texts in a workbook follow from all of them; what the cells say is compared in the other formats. */
const isNumbered = (url: string): boolean => url.startsWith('/api/gaps') && url.endsWith('format=xlsx');
/** Loads are named by chance, and their counts are those of what was loaded: they are the coordination’s own. */
const isOfLoads = (url: string): boolean => url.startsWith('/api/imports');

describeOnBothDatabases('20 hidden structures among 2,000', (database, kind) => {
  const answers = new Map<string, Map<string, Crawled>>();
  let urls: string[] = [];

  it('no name, id, source or coordinate of a record below the tier of the asker is in any answer', async () => {
    await fillRegister(database(), register, ['public', 'partners', 'coordination', 'hidden']);
    const api = await recognised(database());
    urls = await everyQuestion(api, aHiddenOne);
    const leaks: string[] = [];
    for (const [asker, { tiers }] of Object.entries(ASKERS)) {
      // Whoever sees everything is asked for the lists only: to see that secrets are found where there are some.
      const crawled = await crawl(api, asker, tiers.includes('hidden') ? LISTS : urls);
      answers.set(asker, crawled);
      const secrets = new SecretsToFind(register.secrets.filter(({ tier }) => !tiers.includes(tier)));
      leaks.push(...[...crawled].flatMap(([url, answer]) => givenAway(answer, url, secrets).map((what) => `${asker}: ${what} in ${url}`)));
      expect([...crawled].filter(([, { status }]) => status >= 500).map(([url]) => url), asker).toEqual([]);
    }
    expect(leaks).toEqual([]);
    // The crawl does see secrets, where they may be seen.
    const house = 'Zafaranihidden';
    expect([...(answers.get('coordinationThere') ?? [])].filter(([url, { text }]) => !url.includes(house) && text.includes(house)).length).toBe(LISTS.length);
    await api.close();
  });

  it.each(['public', 'partner', 'coordinationElsewhere'])('what %s is answered is what a register that never held the rest answers, byte for byte', async (asker) => {
    const { tiers = [] } = ASKERS[asker] ?? {};
    const { database: other, discard } = await openFresh[kind]();
    try {
      await fillRegister(other, register, tiers);
      const api = await recognised(other);
      const without = await crawl(api, asker, urls);
      const differing = urls.filter((url) => !isOfLoads(url) && !isNumbered(url)).filter((url) => {
        const [held, never] = [answers.get(asker)?.get(url), without.get(url)];
        return held?.status !== never?.status || withoutWithheldCare(held?.text ?? '') !== withoutWithheldCare(never?.text ?? '');
      });
      expect(differing).toEqual([]);
      await api.close();
    } finally {
      await discard();
    }
  });

  it('a hidden record and none take the same way and the same words', async () => {
    const api = await recognised(database());
    for (const path of ['structures', 'initiatives']) {
      const [hidden, none] = [await askAs(api, 'public', `/api/${path}/${aHiddenOne.id}`), await askAs(api, 'public', `/api/${path}/00000000-0000-5000-8000-000000000000`)];
      expect(hidden).toEqual(none);
      expect(hidden.status).toBe(404);
    }
    await api.close();
  });
});
