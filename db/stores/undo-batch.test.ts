import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Database } from '#db/database';
import { describeOnBothDatabases } from '../../tests/databases';
import { saveAreas, tieParents } from './areas';
import { saveAssessments } from './assessments';
import { closeInitiatives } from './close-initiatives';
import type { Handle } from './handle';
import { startBatch } from './import-batches';
import { saveInitiatives } from './initiatives';
import { ensureOrganisations, saveOrganisations } from './organisations';
import { settleNamed } from './organisation-said';
import { recordShapes, recordTables } from './record-images';
import { aDecision, aMovement, anArea, anAssessment, anInitiative, anOrganisation, aSession, aStructure, box, byOrganisation, fromStructure, openBatch } from './sample-records';
import { saveDecisions } from './decisions';
import { saveProgrammes } from './programmes';
import { saveStructures } from './structures';
import { undoBatch } from './undo-batch';

/** What a small file says: for each record that it names, which of three contents. */
interface Load {
  readonly areas: Readonly<Record<string, number>>;
  readonly structures: Readonly<Record<string, number>>;
  readonly assessments: Readonly<Record<string, number>>;
  readonly initiatives: Readonly<Record<string, number>>;
  /** Movements and sessions: which structures each names depends on the content. */
  readonly movements?: Readonly<Record<string, number>>;
  readonly sessions?: Readonly<Record<string, number>>;
  /** Organisations that the file lists, with other names. */
  readonly listed?: Readonly<Record<string, number>>;
  /** What its initiatives say of each organisation that they name: nothing, a type, an acronym, both. */
  readonly filled?: Readonly<Record<string, number>>;
  /** The file is complete: initiatives that it does not have are closed. */
  readonly complete?: boolean;
}
const ZONES = ['CD6101ZS01', 'CD6101ZS02'];
const STRUCTURES = ['S1', 'S2'];
const ACTORS = ['Alpha', 'Beta', 'Gamma'];

const said = (names: readonly string[]) => fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 0, max: 2 }), { maxKeys: names.length });
const load: fc.Arbitrary<Load> = fc.record({ areas: said(ZONES), structures: said([...STRUCTURES, 'S3']), assessments: said(STRUCTURES), initiatives: said(['I1', 'I2', 'I3']), movements: said(['M1', 'M2']), sessions: said(['T1']), listed: said(ACTORS), filled: fc.dictionary(fc.constantFrom(...ACTORS), fc.integer({ min: 0, max: 3 })), complete: fc.boolean() });
/** All that the records of a load lean on, so that none of them is refused. */
const BASE: Load = { areas: { [ZONES[0]!]: 0, [ZONES[1]!]: 0 }, structures: { S1: 0, S2: 0 }, assessments: {}, initiatives: {} };

/** Loads as an import does; null where all of it was there: then nothing is kept. */
async function apply(db: Handle, name: string, { areas, structures, assessments, initiatives, movements = {}, sessions = {}, listed = {}, filled = {}, complete = false }: Load): Promise<string | null> {
  const batchId = await startBatch(db, { fileName: name, sha256: 'ab'.repeat(32), profile: 'test', source: 'Test', exercise: false });
  // Every load has the records in rows of its own.
  const row = (at: number) => ({ sourceRow: Number(name.slice(1)) * 100 + at });
  const list = <T>(entries: Readonly<Record<string, number>>, record: (key: string, version: number, row: { sourceRow: number }) => T): T[] => Object.keys(entries).sort().map((key, at) => record(key, entries[key] ?? 0, row(at + 1)));
  const answers: string[] = [
    ...(await saveAreas(db, batchId, list(areas, (code, version, at) => anArea({ type: 'healthZone', code, name: `Zone ${version}`, geometry: version === 1 ? null : box(27 + version / 7, -2, 29, -1), codes: { dhis2: `u${version}` }, ...at })))),
    ...(await saveOrganisations(db, batchId, list(listed, (actor, version, at) => anOrganisation({ name: actor, aliases: [`${actor} ${version}`, 'Ancien nom'].slice(0, 1 + (version % 2)), acronym: version === 2 ? `${actor[0] ?? ''}L` : null, type: version === 0 ? 'unknown' : 'donor', ...at })))),
    ...(await saveStructures(db, batchId, list(structures, (externalId, version, at) => aStructure({ externalId, name: `Centre ${version}`, lngLat: version === 2 ? null : [27.1 + version / 3, -1.7], supportedBy: ACTORS.slice(0, version), ...at })))),
    ...(await saveAssessments(db, batchId, list(assessments, (structureExternalId, version, at) => anAssessment({ structureExternalId, protocol: (['yes', 'no', 'unknown'] as const)[version] ?? 'yes', stockLines: [{ item: 'pepKitAdult', batch: null, quantity: version, expiry: null, countedOn: '2025-05-01' }], ...at })))),
  ];
  answers.push(...(await saveProgrammes(db, batchId, [
    ...list(movements, (externalId, version, at) => ({ kind: 'kitMovement' as const, record: aMovement({ externalId, structureExternalId: STRUCTURES[version % 2]!, on: `2025-05-0${version + 1}`, ...at }) })),
    ...list(sessions, (externalId, version, at) => ({ kind: 'trainingSession' as const, record: aSession({ externalId, title: `Session ${version}`, origins: STRUCTURES.slice(0, version).map((structure) => fromStructure(structure)), ...at }) })),
  ])));
  const named = (actor: string): ReturnType<typeof byOrganisation> => {
    const { organisation, role } = byOrganisation(actor);
    const how = filled[actor] ?? 0;
    return { role, organisation: { ...organisation, type: how % 2 === 1 ? (['nationalNgo', 'government'] as const)[Number(name.slice(1)) % 2]! : 'unknown', acronym: how >= 2 ? `${actor[0] ?? ''}${name}` : null } };
  };
  const records = list(initiatives, (externalId, version, at) => anInitiative({ externalId, title: `Action ${version}`, organisations: ACTORS.slice(version, version + 2).map((actor) => named(actor)), areaCodes: ZONES.slice(0, 1 + (version % 2)), ...at }));
  const organisations = records.flatMap((record) => record.organisations.map(({ organisation }) => ({ ...organisation, source: record.source, sourceRow: record.sourceRow })));
  answers.push(...(await saveInitiatives(db, batchId, records, await ensureOrganisations(db, batchId, organisations))));
  if (complete) {
    const day = `2025-06-${name.slice(1).padStart(2, '0')}`;
    const { rows } = await sql<{ id: string }>`select id from initiative where external_id <> all(${Object.keys(initiatives)}) order by id`.execute(db);
    await sql`update import_batch set reported_on = ${day} where id = ${batchId}`.execute(db);
    if ((await closeInitiatives(db, batchId, rows.map(({ id }) => id), day)) > 0) answers.push('changed');
  }
  if (answers.every((answer) => answer === 'unchanged')) {
    for (const table of ['record_seen', 'organisation_said', 'record_before']) await sql`delete from ${sql.table(table)} where batch_id = ${batchId}`.execute(db);
    await sql`delete from import_batch where id = ${batchId}`.execute(db);
    return null;
  }
  await settleNamed(db, batchId);
  await sql`update import_batch set finished_at = now() where id = ${batchId}`.execute(db);
  return batchId;
}

async function undo(db: Handle, batchId: string): Promise<void> {
  await undoBatch(db, batchId);
  await tieParents(db, null);
}

/** Everything that is stored, batches by the name of their file. */
async function contents(db: Handle): Promise<unknown> {
  const found: Record<string, unknown> = {};
  for (const table of recordTables) {
    const hidden = [...recordShapes[table].derived, 'import_batch_id', ...(table === 'organisation' ? ['content_hash'] : []), ...(table === 'assessment' ? ['id'] : [])];
    const { rows } = await sql<{ row: Record<string, unknown>; file: string }>`select to_jsonb(t) as row, b.file_name as file from ${sql.table(table)} as t join import_batch as b on b.id = t.import_batch_id order by t.source, t.source_row, t.id`.execute(db);
    found[table] = rows.map(({ row, file }) => ({ ...Object.fromEntries(Object.entries(row).filter(([column]) => !hidden.includes(column))), file })).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    for (const part of Object.keys(recordShapes[table].parts)) {
      const { rows: parts } = await sql<{ row: Record<string, unknown> }>`select to_jsonb(p) - 'assessment_id' as row from ${sql.table(part)} as p order by p`.execute(db);
      found[part] = parts.map(({ row }) => JSON.stringify(row)).sort();
    }
  }
  return found;
}

async function empty({ kysely: db }: Database): Promise<void> {
  await sql`truncate import_batch cascade`.execute(db);
  await apply(db, 'L0', BASE);
}

/** A load, or an undo of one of those that stand, by its place among them. */
const step = fc.oneof({ weight: 3, arbitrary: load }, { weight: 2, arbitrary: fc.integer({ min: 0, max: 9 }) });

describeOnBothDatabases('undo of a batch', (database, kind) => {
  it('property: any loads and undos leave what the loads that stand would leave alone', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
      const db = database().kysely;
      await empty(database());
      const standing: { name: string; load: Load; id: string }[] = [];
      let names = 0;
      let closed = false;
      for (const one of steps) {
        if (typeof one !== 'number') {
          const name = `L${++names}`;
          // What comes after a complete file does not open again what that closed.
          const given = closed ? { ...one, initiatives: {} } : one;
          closed ||= one.complete === true;
          const id = await apply(db, name, given);
          if (id !== null) standing.push({ name, load: given, id });
        } else if (standing.length > 0) {
          const [undone] = standing.splice(one % standing.length, 1);
          if (undone !== undefined) await undo(db, undone.id);
        }
      }
      const left = await contents(db);
      await empty(database());
      for (const { name, load: again } of standing) await apply(db, name, again);
      expect(left).toEqual(await contents(db));
    }), { seed: 20251124, numRuns: kind === 'pglite' ? 6 : 10, interruptAfterTimeLimit: 60_000 });
  }, 120_000);

  it('changed later: said with the later file, and what it says stands', async () => {
    const db = database().kysely;
    await empty(database());
    const first = await apply(db, 'L1', { ...BASE, initiatives: { I1: 0, I2: 0 } });
    await apply(db, 'L2', { ...BASE, initiatives: { I1: 1 } });
    expect(await undoBatch(db, first!)).toMatchObject([{ recordKind: 'initiative', label: 'Action 1', laterFile: 'L2', why: 'changedLater' }]);
    const { rows } = await sql<{ title: string }>`select title from initiative`.execute(db);
    expect(rows.map(({ title }) => title)).toEqual(['Action 1']);
  });

  it('an organisation that the file only named is not disputed by the list that says more of it', async () => {
    const db = database().kysely;
    await empty(database());
    const first = await apply(db, 'L1', { ...BASE, initiatives: { I1: 0 } });
    await saveOrganisations(db, await openBatch(db, 'list.csv'), [anOrganisation({ name: 'Alpha', aliases: ['A1'] })]);
    expect(await undoBatch(db, first!)).toEqual([]);
    const { rows } = await sql<{ name: string; file: string }>`select o.name, b.file_name as file from organisation as o join import_batch as b on b.id = o.import_batch_id`.execute(db);
    expect(rows).toEqual([{ name: 'Alpha', file: 'list.csv' }]);
  });

  it('used later: a zone that a later initiative names, a structure with an assessment, an initiative with a verdict stay; an organisation is what the later file says of it', async () => {
    const db = database().kysely;
    await sql`truncate import_batch cascade`.execute(db);
    const first = await openBatch(db, 'first.csv');
    await saveAreas(db, first, [anArea({ type: 'healthZone', code: 'CD6101ZS01' }), anArea({ type: 'healthZone', code: 'CD6101ZS02' })]);
    await saveOrganisations(db, first, [anOrganisation({ name: 'Alpha' }), anOrganisation({ name: 'Beta' })]);
    await saveStructures(db, first, [aStructure({ externalId: 'S1' }), aStructure({ externalId: 'S2' })]);
    const second = await openBatch(db, 'second.csv');
    const organisations = await ensureOrganisations(db, second, [{ ...anOrganisation({ name: 'Alpha' }) }]);
    await saveInitiatives(db, second, [anInitiative({ externalId: 'I1', organisations: [byOrganisation('Alpha')] }), anInitiative({ externalId: 'I2' })], organisations);
    await saveAssessments(db, second, [anAssessment({ structureExternalId: 'S1' })]);
    const third = await openBatch(db, 'third.json');
    await saveDecisions(db, third, [aDecision({ subjectA: 'test:I1', subjectB: 'test:I2' })]);

    expect((await undoBatch(db, first)).map(({ recordKind, label, laterFile, why }) => [recordKind, label, laterFile, why])).toEqual([
      ['structure', 'S1', 'second.csv', 'usedLater'], ['area', 'CD6101ZS01', 'second.csv', 'usedLater'],
    ]);
    const names = async (): Promise<string[]> => (await sql<{ name: string }>`select name from area union all select name from organisation union all select name from structure order by 1`.execute(db)).rows.map(({ name }) => name);
    expect(await names()).toEqual(['Alpha', 'CD6101ZS01', 'S1']);
    expect((await undoBatch(db, second)).map(({ recordKind, label, laterFile, why }) => [recordKind, label, laterFile, why])).toEqual([
      ['initiative', 'I1', 'third.json', 'usedLater'], ['initiative', 'I2', 'third.json', 'usedLater'],
      ['area', 'CD6101ZS01', 'third.json', 'usedLater'],
    ]);
    // The verdict keeps both initiatives, and they keep their zone and their organisation.
    expect(await undoBatch(db, third)).toEqual([]);
    expect(await names()).toEqual([]);
  });
});
