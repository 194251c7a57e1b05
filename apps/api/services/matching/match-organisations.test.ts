import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { saveAreas } from '#db/stores/areas';
import { listInitiatives, saveInitiatives } from '#db/stores/initiatives';
import { ensureOrganisations, listOrganisations, organisationId, organisationKey, saveOrganisations } from '#db/stores/organisations';
import { anInitiative, anOrganisation, byOrganisation, openBatch, someAreas } from '#db/stores/sample-records';
import { saveMatchVerdict } from '#db/stores/verdicts';
import { describeOnBothDatabases } from '../../../../tests/databases';
import { importFile } from '../import/import-file';
import { matchOrganisations } from './match-records';

const idOf = (name: string): string => organisationId(organisationKey(name));

describeOnBothDatabases('Organisations under several names', (database) => {
  const shown = async (viewer: 'public' | 'coordination' = 'coordination') => (await listOrganisations(database().kysely, viewer, { limit: 50 })).items.map(({ name, aliases, initiatives }) => [name, aliases.join(', '), initiatives]);
  const say = (a: string, b: string, verdict: 'same' | 'different') => saveMatchVerdict(database().kysely, { kind: 'organisation', sideA: idOf(a), sideB: idOf(b), verdict, reason: '', decidedBy: 'Groupe de travail', decidedOn: '2025-06-01' });

  it('count as one, and their records keep the name that they were loaded with', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    await saveAreas(db, batch, someAreas);
    const names = ['Heal Africa (HA)', 'ONG Heal Africa', 'Radio du lac', 'Radio des lacs'];
    const ids = await ensureOrganisations(db, batch, names.map((name) => ({ name, acronym: null, type: 'unknown' as const, typeAsGiven: null, source: 'Test', sourceRow: 2 })));
    await saveInitiatives(db, batch, names.map((name, at) => anInitiative({ externalId: `${at}`, organisations: [byOrganisation(name), ...(at === 0 ? [byOrganisation('ONG Heal Africa')] : [])] })), ids);
    expect(await matchOrganisations(db)).toBe(true);
    expect(await matchOrganisations(db)).toBe(false);
    const first = (await shown()).find(([name]) => name === 'Heal Africa (HA)' || name === 'ONG Heal Africa');
    expect(first).toEqual([first?.[0], first?.[0] === 'ONG Heal Africa' ? 'Heal Africa (HA)' : 'ONG Heal Africa', 2]);
    const root = idOf(String(first?.[0]));
    const { items } = await listInitiatives(db, 'public', { limit: 10, filters: { organisations: [root] } });
    expect(items.map(({ organisations }) => organisations.map(({ id }) => id))).toEqual([[root], [root]]);
  });

  it('merged by a person and taken apart again: nothing is lost', async () => {
    const db = database().kysely;
    const before = await shown();
    await say('Radio du lac', 'Radio des lacs', 'same');
    await matchOrganisations(db);
    const merged = (await shown()).filter(([name]) => String(name).startsWith('Radio'));
    expect(merged.map(([, , initiatives]) => initiatives)).toEqual([2]);
    await say('Radio des lacs', 'Radio du lac', 'different');
    await matchOrganisations(db);
    expect(await shown()).toEqual(before);
  });

  it('a list of other names that comes later tells them apart or together', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    await saveOrganisations(db, batch, [anOrganisation({ name: 'Lake Radio Network', acronym: 'LRN', aliases: ['Radio du lac'] })]);
    await matchOrganisations(db);
    expect((await shown()).filter(([name]) => String(name).includes('Radio'))).toEqual([['Lake Radio Network', 'Radio du lac', 1], ['Radio des lacs', '', 1]]);
  });

  it('only-behind-a-hidden-record: a merge does not tell its name', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    const ids = await ensureOrganisations(db, batch, ['ONG Tournesol', 'Tournesol asbl'].map((name) => ({ name, acronym: null, type: 'unknown' as const, typeAsGiven: null, source: 'Test', sourceRow: 2 })));
    await saveInitiatives(db, batch, [
      anInitiative({ externalId: 'hidden', tier: 'hidden', organisations: [byOrganisation('ONG Tournesol')] }),
      anInitiative({ externalId: 'open', organisations: [byOrganisation('Tournesol asbl')] }),
    ], ids);
    await matchOrganisations(db);
    const ofSunflower = async (viewer: 'public' | 'coordination') => (await shown(viewer)).filter(([name]) => String(name).includes('Tournesol'));
    expect(await ofSunflower('public')).toEqual([['Tournesol asbl', '', 1]]);
    expect(await ofSunflower('coordination')).toEqual([['Tournesol asbl', 'ONG Tournesol', 2]]);
    expect((await listOrganisations(db, 'public', { limit: 5, search: 'ong tournesol' })).total).toBe(0);
  });
});

const ALIASES = new URL('../../../../../shared/data/organisations/hdx-org-aliases.csv', import.meta.url);
if (existsSync(ALIASES)) {
  describeOnBothDatabases('The real list of other names', (database) => {
    it('teaches them, whichever comes first: names or list', async () => {
      const db = database().kysely;
      const names = ['Fonds des Nations unies pour l’enfance', 'Programme Alimentaire Mondial', 'CRS', 'Danish Refugee Council (DRC)', 'Inconnue au lac'];
      const ensure = async () => ensureOrganisations(db, await openBatch(db), names.map((name) => ({ name, acronym: null, type: 'unknown' as const, typeAsGiven: null, source: 'Test', sourceRow: 2 })));
      await ensure();
      const report = await importFile({ database: database() }, new Uint8Array(readFileSync(ALIASES)), { fileName: 'hdx-org-aliases.csv', dryRun: false, acceptPartial: true });
      expect([report.outcome, report.profile]).toEqual(['applied', 'organisationAliases']);
      const found = await Promise.all(names.map(async (name) => (await listOrganisations(db, 'coordination', { limit: 50, search: name })).items.map((item) => item.name)));
      expect(found).toEqual([[expect.stringMatching(/^United Nations Children's Fund/)], expect.arrayContaining(['World Food Programme']), ['Catholic Relief Services'], [expect.stringMatching(/^Danish Refugee Council/)], ['Inconnue au lac']]);
    });
  });
}
