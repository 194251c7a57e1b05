import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';
import { readStructuresForAnalysis } from './analysis-input';
import { saveAreas } from './areas';
import { anArea, aStructure, box, openBatch, someAreas } from './sample-records';
import { findPlacementFaults } from './structure-placement';
import { assignStructureAreas, getStructure, listStructures, saveStructures, structureId } from './structures';

const structures = [
  aStructure({ externalId: 'inside', name: 'Hôpital de Goma', type: 'HGR', lngLat: [27.5, -1.5], areaCode: 'CD6101ZS01', supportedBy: ['Appui', 'APPUI', 'Autre appui'] }),
  aStructure({ externalId: 'facility-on-border', name: 'Centre du bord', lngLat: [28, -1.5] }),
  aStructure({ externalId: 'elsewhere', name: 'Poste lointain', type: 'PS', lngLat: [10, 10], areaCode: 'CD6101ZS01' }),
  aStructure({ externalId: 'other-province', name: 'Centre déclaré ailleurs', lngLat: [30, -1.5], areaName: 'Nord Kivu' }),
  aStructure({ externalId: 'by-code', name: 'Poste sans point', areaCode: 'CD6201ZS01' }),
  aStructure({ externalId: 'by-name', name: 'Équipe mobile', type: 'mobile', areaName: 'KARISIMBI', ownership: 'ngo' }),
  aStructure({ externalId: 'by-unknown-name', name: 'Nulle part', areaName: 'Inconnue' }),
  aStructure({ externalId: 'safe-house', name: 'Maison', type: 'CISM', lngLat: [27.2, -1.2], tier: 'hidden' }),
  aStructure({ externalId: 'for-partners', name: 'Dépôt', type: 'other', lngLat: [27.3, -1.3], tier: 'partners' }),
];
const idOf = (externalId: string) => structureId('test', externalId);

describeOnBothDatabases('Structures', (database) => {
  it('are added, then unchanged, then changed', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    await saveAreas(db, batch, someAreas);
    expect(await saveStructures(db, batch, structures)).toEqual(structures.map(() => 'added'));
    expect(await saveStructures(db, batch, structures)).toEqual(structures.map(() => 'unchanged'));
    const renamed = structures.map((structure) => (structure.externalId === 'by-code' ? { ...structure, name: 'Poste du lac' } : structure));
    expect((await saveStructures(db, batch, renamed)).filter((saved) => saved === 'changed')).toHaveLength(1);
  });

  it('are put into their areas: by position, on a border the lowest code, else by code or by a name that fits one area', async () => {
    const db = database().kysely;
    expect(await assignStructureAreas(db)).toBe(7);
    expect(await assignStructureAreas(db)).toBe(0);
    const { items } = await listStructures(db, 'coordination', { limit: 20 });
    const placed = Object.fromEntries(items.map(({ externalIds, healthZone, territory, province }) => [externalIds[0]?.id, [healthZone?.code, territory?.code, province?.code]]));
    expect(placed).toEqual({
      'inside': ['CD6101ZS01', 'CD6101', 'CD61'],
      'facility-on-border': ['CD6101ZS01', 'CD6101', 'CD61'],
      'elsewhere': [undefined, undefined, undefined],
      'other-province': [undefined, undefined, 'CD62'],
      'by-code': ['CD6201ZS01', undefined, 'CD62'],
      'by-name': ['CD6101ZS02', undefined, 'CD61'],
      'by-unknown-name': [undefined, undefined, undefined],
      'safe-house': ['CD6101ZS01', 'CD6101', 'CD61'],
      'for-partners': ['CD6101ZS01', 'CD6101', 'CD61'],
    });
  });

  it('name-of-two-areas: nothing is guessed; once one is left, it is the one', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    await saveAreas(db, batch, [anArea({ type: 'territory', code: 'CD6202', name: 'Karisimbi', parentCode: 'CD62' })]);
    expect(await assignStructureAreas(db)).toBe(1);
    expect((await getStructure(db, 'public', idOf('by-name')))?.healthZone).toBeNull();
    await saveAreas(db, batch, [anArea({ type: 'territory', code: 'CD6202', name: 'Walungu', parentCode: 'CD62' })]);
    expect(await assignStructureAreas(db)).toBe(1);
    expect((await getStructure(db, 'public', idOf('by-name')))?.healthZone).toEqual({ code: 'CD6101ZS02', name: 'Karisimbi' });
  });

  it('zone-redrawn: structures follow the outline', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    const goma = someAreas.find(({ code }) => code === 'CD6101ZS01');
    if (goma === undefined) throw new Error('area expected');
    await saveAreas(db, batch, [{ ...goma, geometry: box(27, -2, 27.9, -1) }]);
    expect(await assignStructureAreas(db)).toBe(1);
    expect((await getStructure(db, 'public', idOf('facility-on-border')))?.healthZone?.code).toBe('CD6101ZS02');
    await saveAreas(db, batch, [goma]);
    await assignStructureAreas(db);
  });

  it('outside what their source declares are named', async () => {
    const keys = structures.map(({ scheme, externalId }) => ({ scheme, externalId }));
    const faults = await findPlacementFaults(database().kysely, keys);
    expect(faults).toEqual([
      { index: 2, fault: 'outsideAllAreas', found: null, declaredAt: null, declaredName: null },
      // Nord-Kivu is a rectangle from 27 to 29 E and 2 to 1 S: its middle.
      { index: 3, fault: 'outsideDeclaredArea', found: 'Sud-Kivu', declaredAt: [28, -1.5], declaredName: 'Nord-Kivu' },
    ]);
  });

  it('come whole, with ids and support', async () => {
    expect(await getStructure(database().kysely, 'public', idOf('inside'))).toEqual({
      id: idOf('inside'), name: 'Hôpital de Goma', type: 'HGR', typeAsGiven: null, ownership: 'public', lngLat: [27.5, -1.5], tier: 'public',
      healthZone: { code: 'CD6101ZS01', name: 'Goma' }, territory: { code: 'CD6101', name: 'Nyiragongo' }, province: { code: 'CD61', name: 'Nord-Kivu' },
      externalIds: [{ scheme: 'test', id: 'inside' }], supportedBy: ['Appui', 'Autre appui'], source: 'Test', sourceRow: 2,
    });
    expect(await getStructure(database().kysely, 'public', 'no-such-id')).toBeNull();
  });

  it('safe-house: does not exist for the public, in any answer', async () => {
    const db = database().kysely;
    for (const hidden of ['safe-house', 'for-partners']) {
      expect(await getStructure(db, 'public', idOf(hidden))).toBeNull();
      expect(await getStructure(db, 'coordination', idOf(hidden))).not.toBeNull();
      expect(await listStructures(db, 'public', { limit: 5, filters: { ids: [idOf(hidden)] } })).toEqual({ items: [], total: 0, next: null });
    }
    expect((await listStructures(db, 'public', { limit: 5, filters: { search: 'maison' } })).total).toBe(0);
    expect((await listStructures(db, 'public', { limit: 1 })).total).toBe(7);
    expect((await listStructures(db, 'coordination', { limit: 1 })).total).toBe(9);
    const rows = [];
    for await (const page of readStructuresForAnalysis(db, 'public')) rows.push(...page);
    expect(rows).toHaveLength(7);
    expect(rows.map(({ name }) => name)).not.toContain('Maison');
  });

  it.each([
    ['type', { types: ['HGR', 'PS'] as const }, ['Hôpital de Goma', 'Poste lointain']],
    ['ownership', { ownerships: ['ngo'] as const }, ['Équipe mobile']],
    ['health zone', { healthZones: ['CD6101ZS02', 'CD6201ZS01'] }, ['Équipe mobile', 'Poste du lac']],
    ['territory', { territories: ['CD6101'] }, ['Centre du bord', 'Hôpital de Goma']],
    ['province', { provinces: ['CD62'] }, ['Centre déclaré ailleurs', 'Poste du lac']],
    ['part of the name, without its accents', { search: 'HOPITAL' }, ['Hôpital de Goma']],
    ['signs that mean something to SQL', { search: '%' }, null],
    ['nothing', { types: [] }, []],
  ])('are filtered by %s', async (_what, filters, names) => {
    const { items, total } = await listStructures(database().kysely, 'public', { limit: 20, filters });
    expect(items.map(({ name }) => name)).toEqual(names ?? expect.any(Array));
    expect(total).toBe(items.length);
  });

  it('page by name without a gap and without a repeat', async () => {
    const db = database().kysely;
    const names: string[] = [];
    for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
      const page = await listStructures(db, 'public', { limit: 2, after });
      names.push(...page.items.map(({ name }) => name));
      after = page.next ?? undefined;
    }
    expect(names).toEqual(['Centre déclaré ailleurs', 'Centre du bord', 'Équipe mobile', 'Hôpital de Goma', 'Nulle part', 'Poste du lac', 'Poste lointain']);
  });
});
