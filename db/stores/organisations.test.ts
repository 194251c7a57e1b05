import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';
import { saveAreas } from './areas';
import { saveInitiatives } from './initiatives';
import { ensureOrganisations, listOrganisations, type NamedOrganisation, saveOrganisations } from './organisations';
import { anInitiative, anOrganisation, aStructure, byOrganisation, openBatch, someAreas } from './sample-records';
import { saveStructures } from './structures';

const named = (name: string, more: Partial<NamedOrganisation> = {}): NamedOrganisation => ({ name, acronym: null, type: 'unknown', typeAsGiven: null, source: 'Test', sourceRow: 3, ...more });

describeOnBothDatabases('Organisations', (database) => {
  it('are known by name whatever its form, by alias, and by acronym', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    const [first, second] = await saveOrganisations(db, batch, [
      anOrganisation({ name: 'Fonds des Nations Unies pour la Population', acronym: 'UNFPA', type: 'unAgency', aliases: ['FNUAP', 'United Nations Population Fund'] }),
      anOrganisation({ name: 'Médecins d’Afrique', acronym: 'MDA' }),
    ]);
    expect([first, second]).toEqual(['added', 'added']);
    const names = ['FONDS DES NATIONS-UNIES POUR LA POPULATION', 'unfpa', 'FNUAP', 'Medecins d\'Afrique', 'Inconnue'];
    const ids = await ensureOrganisations(db, batch, names.map((name) => named(name)));
    expect([...ids.keys()]).toEqual(names);
    expect(new Set([ids.get(names[0] ?? ''), ids.get('unfpa'), ids.get('FNUAP')]).size).toBe(1);
    expect(new Set(ids.values()).size).toBe(3);
  });

  it('acronym-of-two: an acronym that fits two is no match', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    await saveOrganisations(db, batch, [anOrganisation({ name: 'Action pour la paix', acronym: 'APP' }), anOrganisation({ name: 'Appui aux paysans', acronym: 'APP' })]);
    const ids = await ensureOrganisations(db, batch, [named('APP'), named('Action pour la paix'), named('Appui aux paysans')]);
    expect(new Set(ids.values()).size).toBe(3);
  });

  it('new-names-in-any-order: an acronym finds its organisation in the same call', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    const one = await ensureOrganisations(db, batch, [named('CRX'), named('Croix exemple', { acronym: 'CRX', type: 'redCross' })]);
    expect(one.get('CRX')).toBe(one.get('Croix exemple'));
    const other = await ensureOrganisations(db, batch, [named('Union modèle', { acronym: 'UMO' }), named('UMO')]);
    expect(other.get('UMO')).toBe(other.get('Union modèle'));
  });

  it('fill in what was not known, and never replace what is', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    await ensureOrganisations(db, batch, [named('Comité local')]);
    await ensureOrganisations(db, batch, [named('Comité local', { type: 'communityOrganisation', acronym: 'CL' })]);
    await ensureOrganisations(db, batch, [named('COMITE LOCAL', { type: 'government', acronym: 'XX' })]);
    const { items } = await listOrganisations(db, 'coordination', { limit: 10, search: 'comité' });
    expect(items).toMatchObject([{ name: 'Comité local', type: 'communityOrganisation', acronym: 'CL' }]);
  });

  it('are listed by name, found by any of their names, and paged', async () => {
    const db = database().kysely;
    const found = await listOrganisations(db, 'public', { limit: 10, search: 'Population Fund' });
    expect(found.items).toMatchObject([{ acronym: 'UNFPA', aliases: ['FNUAP', 'United Nations Population Fund'], initiatives: 0, source: 'Test', sourceRow: 2 }]);
    const names: string[] = [];
    for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
      const page = await listOrganisations(db, 'coordination', { limit: 2, after });
      names.push(...page.items.map(({ name }) => name));
      after = page.next ?? undefined;
    }
    expect(names).toEqual(['Action pour la paix', 'APP', 'Appui aux paysans', 'Comité local', 'Croix exemple', 'Fonds des Nations Unies pour la Population', 'Inconnue', 'Médecins d’Afrique', 'Union modèle']);
  });

  it('only-behind-a-hidden-record: does not exist for the public', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    await saveAreas(db, batch, someAreas);
    const names = ['Maison discrète', 'Radio ouverte', 'Appui caché'];
    const ids = await ensureOrganisations(db, batch, names.map((name) => named(name)));
    await saveInitiatives(db, batch, [
      anInitiative({ externalId: 'shelter', tier: 'hidden', organisations: [byOrganisation('Maison discrète')] }),
      anInitiative({ externalId: 'radio', organisations: [byOrganisation('Radio ouverte'), byOrganisation('Radio ouverte', 'funder')] }),
    ], ids);
    await saveStructures(db, batch, [aStructure({ externalId: 'safe-house', tier: 'hidden', supportedBy: ['Appui caché'] })]);
    const of = async (viewer: 'public' | 'coordination') => Object.fromEntries((await listOrganisations(db, viewer, { limit: 50 })).items.filter(({ name }) => names.includes(name)).map(({ name, initiatives }) => [name, initiatives]));
    expect(await of('public')).toEqual({ 'Radio ouverte': 1 });
    expect(await of('coordination')).toEqual({ 'Radio ouverte': 1, 'Maison discrète': 1, 'Appui caché': 0 });
  });
});
