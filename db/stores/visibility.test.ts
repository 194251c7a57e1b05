import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { coordinationOf, type Viewer } from '#domain/viewer';
import { describeOnBothDatabases } from '../../tests/databases';
import { saveAreas } from './areas';
import { getInitiative, listInitiatives, saveInitiatives } from './initiatives';
import { initiativeId } from './identity';
import { ensureOrganisations, listOrganisations } from './organisations';
import { listProgrammes } from './programme-reading';
import { saveProgrammes } from './programmes';
import { aMission, anArea, anInitiative, aSession, aStructure, box, byOrganisation, fromStructure, openBatch } from './sample-records';
import { assignStructureAreas, getStructure, listStructures, saveStructures, structureId } from './structures';

/**
 * Reads that no viewer asks for, by file and declaration, and what keeps what they find from an answer. Whatever is not here must pass what it
 * reads through a predicate of visibility.ts.
 */
const NOT_FOR_A_VIEWER: Readonly<Record<string, string>> = {
  'assessments.ts knownStructures': 'which of those named a load may write to',
  'close-initiatives.ts': 'writes',
  'initiative-continuity.ts': 'matching of a load',
  'initiative-saving.ts': 'writes',
  'rasters.ts listRasters': 'rasters have no tier',
  'record-images.ts': 'the journal',
  'record-scope.ts recordScope': 'whose a record is that was read for its viewer before',
  'report-dates.ts': 'parts of an initiative that was read',
  'structure-matches.ts': 'matching, of which only the coordination sees what it finds',
  'structure-placement.ts': 'of a load',
  'structures.ts assignStructureAreas': 'writes',
  'programmes.ts': 'writes',
  'touched-areas.ts listTouchedAreas': 'of a load, to who loads it: counts by area',
};

const READS = /(?:\b(?:from|join) |(?:selectFrom|[jJ]oin)\(')(?:structure|initiative|programme_record)\b/;

/** Top-level declarations of a store, by name. */
function declarationsOf(source: string): Map<string, string> {
  const parts = source.split(/^(?=(?:export )?(?:async )?(?:function\*?|const|class) )/m);
  return new Map(parts.map((part) => [/^(?:export )?(?:async )?(?:function\*?|const|class) (\w+)/.exec(part)?.[1] ?? '', part]));
}

it('no store reads structures, initiatives or records of programmes past the viewer', () => {
  const past: string[] = [];
  const known = new Set<string>();
  for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'visibility.ts')) {
    for (const [name, body] of declarationsOf(readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))) {
      if (READS.test(body)) known.add(file).add(`${file} ${name}`);
      if (READS.test(body) && !/\bisSeen(Structure|Initiative|Programme)\(viewer, |\b(?:filtered|selectProgrammes)\(/.test(body) && !(file in NOT_FOR_A_VIEWER) && !(`${file} ${name}` in NOT_FOR_A_VIEWER)) past.push(`${file} ${name}`);
    }
  }
  expect(past).toEqual([]);
  expect(Object.keys(NOT_FOR_A_VIEWER).filter((one) => !known.has(one))).toEqual([]);
});

/*
 * Two provinces. In each a hidden house; one more of which nobody knows the province. A hidden initiative in each, one across both, one nowhere.
 */
const HOUSES = [
  aStructure({ externalId: 'house-61', name: 'Maison du lac', lngLat: [27.5, -1.5], tier: 'hidden', supportedBy: ['Cercle du lac'] }),
  aStructure({ externalId: 'house-62', name: 'Maison du fleuve', lngLat: [28.5, -1.5], tier: 'hidden', supportedBy: ['Cercle du fleuve'] }),
  aStructure({ externalId: 'house-nowhere', name: 'Maison de nulle part', tier: 'hidden' }),
  aStructure({ externalId: 'office', name: 'Bureau du groupe', lngLat: [27.6, -1.5], tier: 'coordination' }),
  aStructure({ externalId: 'depot', name: 'Dépôt', lngLat: [27.7, -1.5], tier: 'partners' }),
  aStructure({ externalId: 'hospital', name: 'Hôpital', lngLat: [27.8, -1.5] }),
];
const CAMPAIGNS = ([['in-61', ['CD6101ZS01']], ['in-62', ['CD6201ZS01']], ['across', ['CD6101ZS01', 'CD6201ZS01']], ['nowhere', []]] as const)
  .map(([externalId, areaCodes]) => anInitiative({ externalId, title: externalId, areaCodes: [...areaCodes], organisations: [byOrganisation('Cercle')], tier: 'hidden' }));

describeOnBothDatabases('Visibility', (database) => {
  const seenBy = async (viewer: Viewer) => {
    const db = database().kysely;
    const [structures, initiatives, organisations] = [await listStructures(db, viewer, { limit: 20 }), await listInitiatives(db, viewer, { limit: 20 }), await listOrganisations(db, viewer, { limit: 20 })];
    expect([structures.total, initiatives.total]).toEqual([structures.items.length, initiatives.items.length]);
    return [structures.items.map(({ externalIds: [one] }) => one?.id), initiatives.items.map(({ title }) => title), organisations.items.map(({ name }) => name).filter((name) => name.startsWith('Cercle'))];
  };

  it('what is hidden is seen in the provinces of the viewer and nowhere else', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    await saveAreas(db, batch, [
      anArea({ type: 'province', code: 'CD61', name: 'Nord-Kivu', parentCode: null, geometry: box(27, -2, 28, -1) }), anArea({ type: 'province', code: 'CD62', name: 'Sud-Kivu', parentCode: null, geometry: box(28, -2, 29, -1) }),
      anArea({ type: 'healthZone', code: 'CD6101ZS01', name: 'Goma', parentCode: 'CD61', geometry: box(27, -2, 28, -1) }), anArea({ type: 'healthZone', code: 'CD6201ZS01', name: 'Ibanda', parentCode: 'CD62', geometry: box(28, -2, 29, -1) }),
    ]);
    await saveStructures(db, batch, HOUSES);
    await assignStructureAreas(db);
    const named = [{ ...byOrganisation('Cercle').organisation, source: 'Test', sourceRow: 2 }];
    await saveInitiatives(db, batch, CAMPAIGNS, await ensureOrganisations(db, batch, named));

    expect(await seenBy('public')).toEqual([['hospital'], [], []]);
    expect(await seenBy('partners')).toEqual([['depot', 'hospital'], [], []]);
    expect(await seenBy(coordinationOf([]))).toEqual([['office', 'depot', 'hospital'], [], []]);
    expect(await seenBy(coordinationOf(['CD61']))).toEqual([['office', 'depot', 'hospital', 'house-61'], ['in-61'], ['Cercle', 'Cercle du lac']]);
    expect(await seenBy(coordinationOf(['CD61', 'CD62']))).toEqual([['office', 'depot', 'hospital', 'house-62', 'house-61'], ['across', 'in-61', 'in-62'], ['Cercle', 'Cercle du fleuve', 'Cercle du lac']]);
    expect(await seenBy('coordination')).toEqual([['office', 'depot', 'hospital', 'house-nowhere', 'house-62', 'house-61'], ['across', 'in-61', 'in-62', 'nowhere'], ['Cercle', 'Cercle du fleuve', 'Cercle du lac']]);
    expect(await getStructure(db, coordinationOf(['CD61']), structureId('test', 'house-62'))).toBeNull();
    expect(await getInitiative(db, coordinationOf(['CD62']), initiativeId('test', 'across'))).toBeNull();
  });

  it('a hidden session or mission is where its structures and its area are; one that says neither is nowhere', async () => {
    const db = database().kysely;
    const hidden = { tier: 'hidden' } as const;
    await saveProgrammes(db, await openBatch(db), [
      { kind: 'trainingSession', record: aSession({ externalId: 'in-61', areaCode: 'CD61', ...hidden }) },
      { kind: 'trainingSession', record: aSession({ externalId: 'from-both', areaCode: 'CD61', origins: [fromStructure('house-61'), fromStructure('house-62')], ...hidden }) },
      { kind: 'trainingSession', record: aSession({ externalId: 'nowhere', ...hidden }) },
      { kind: 'mission', record: aMission({ externalId: 'at-62', host: { structureScheme: 'test', structureExternalId: 'house-62' }, ...hidden }) },
      { kind: 'mission', record: aMission({ externalId: 'unknown-area', areaCode: 'XX', ...hidden }) },
    ]);
    const seen = async (viewer: Viewer) => [await listProgrammes(db, viewer, 'trainingSession'), await listProgrammes(db, viewer, 'mission')].flat().map(({ record }) => record.externalId).sort();
    expect(await seen('public')).toEqual([]);
    expect(await seen(coordinationOf([]))).toEqual([]);
    expect(await seen(coordinationOf(['CD61']))).toEqual(['in-61']);
    expect(await seen(coordinationOf(['CD62']))).toEqual(['at-62']);
    expect(await seen(coordinationOf(['CD61', 'CD62']))).toEqual(['at-62', 'from-both', 'in-61']);
    expect(await seen('coordination')).toEqual(['at-62', 'from-both', 'in-61', 'nowhere', 'unknown-area']);
  });

  it('a page after a hidden record is the page after none', async () => {
    const db = database().kysely;
    for (const after of [structureId('test', 'house-61'), structureId('test', 'nobody')]) expect((await listStructures(db, 'public', { limit: 5, after })).items).toEqual([]);
    for (const after of [initiativeId('test', 'in-61'), initiativeId('test', 'nobody')]) expect((await listInitiatives(db, 'public', { limit: 5, after })).items).toEqual([]);
  });
});
