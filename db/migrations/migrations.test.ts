import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { allVocabularies } from '#domain/vocabularies/all';
import { describeOnBothDatabases } from '../../tests/databases';
import { migrate } from '../migrate';
import { migrations } from './all';

/** Which check holds which code list: column of the check, by its name. */
const CODE_LISTS: Readonly<Record<string, string>> = {
  area_type: 'areaTypes',
  place_type: 'placeTypes',
  organisation_type: 'organisationTypes',
  structure_type: 'structureTypes',
  structure_ownership: 'ownerships',
  structure_tier: 'tiers',
  assessment_functionality: 'functionalityLevels',
  assessment_accessibility: 'functionalityLevels',
  assessment_protocol: 'presences',
  assessment_private_room: 'presences',
  assessment_referral_path: 'presences',
  assessment_service_service: 'services',
  assessment_service_availability: 'availabilities',
  assessment_service_barriers: 'barriers',
  trained_staff_service: 'services',
  trained_staff_cadre: 'cadres',
  stock_line_item: 'stockItems',
  programme_record_tier: 'tiers',
  initiative_announced_services: 'services',
  initiative_topic: 'topics',
  initiative_domain: 'workingGroupDomains',
  initiative_status: 'initiativeStatuses',
  initiative_tier: 'tiers',
  initiative_kind_kind: 'initiativeKinds',
  initiative_organisation_role: 'organisationRoles',
  initiative_target_group_group: 'targetGroups',
  decision_verdict: 'decisionVerdicts',
  journal_change_origin: 'changeOrigins',
  edit_review_state: 'reviewStates',
  working_group_domain: 'workingGroupDomains',
};

describeOnBothDatabases('Migrations', (database) => {
  it('are applied once, and a second run finds nothing to do', async () => {
    const { rows } = await sql<{ name: string }>`select name from applied_migration`.execute(database().kysely);
    expect(rows.map(({ name }) => name).sort()).toEqual(migrations.map(({ name }) => name).sort());
    expect(await migrate(database().kysely)).toEqual([]);
  });

  it('refuse to run on a database of a newer version', async () => {
    const db = database().kysely;
    await sql`insert into applied_migration (name) values ('2099-01-01-later')`.execute(db);
    await expect(migrate(db)).rejects.toThrow('newer version of the project (2099-01-01-later)');
    await sql`delete from applied_migration where name = '2099-01-01-later'`.execute(db);
  });

  it('check the code lists of the domain, code for code', async () => {
    const { rows } = await sql<{ name: string; check: string }>`
      select conname as name, pg_get_constraintdef(oid) as check from pg_constraint where conname = any(${Object.keys(CODE_LISTS)})`.execute(database().kysely);
    const checked = Object.fromEntries(rows.map(({ name, check }) => [name, [...check.matchAll(/'([A-Za-z0-9]+)'/g)].map(([, code]) => code)]));
    const expected = Object.fromEntries(Object.entries(CODE_LISTS).map(([name, list]) => [name, allVocabularies[list]?.codes]));
    expect(checked).toEqual(expected);
  });

  it('give every record its source, and every reference an index', async () => {
    const records = ['area', 'area_population', 'place', 'organisation', 'structure', 'assessment', 'programme_record', 'initiative', 'decision', 'working_group', 'meeting', 'signal'];
    const { rows } = await sql<{ table: string }>`
      select table_name as table from information_schema.columns where column_name in ('import_batch_id', 'source', 'source_row') group by table_name having count(*) = 3 order by 1`.execute(database().kysely);
    expect(rows.map(({ table }) => table).sort()).toEqual(records.sort());
    const outlines = await sql<{ table: string }>`select f_table_name as table from geometry_columns where srid = 4326 order by 1`.execute(database().kysely);
    const indexed = await sql<{ table: string }>`select tablename as table from pg_indexes where schemaname = 'public' and indexdef like '%USING gist%' order by 1`.execute(database().kysely);
    expect(indexed.rows).toEqual(outlines.rows);
  });

  it('never store an outline that crosses itself', async () => {
    const db = database().kysely;
    await sql`insert into import_batch (id, import_id, file_name, sha256, profile, source, exercise) values ('b', 'b', 'f', ${'0'.repeat(64)}, 'areas', 's', false)`.execute(db);
    const crossed = sql`insert into area (id, type, code, name, name_key, geometry, import_batch_id, source, content_hash)
      values ('a', 'province', 'X1', 'X', 'x', st_geomfromtext('MULTIPOLYGON(((0 0, 10 10, 10 0, 0 10, 0 0)))', 4326), 'b', 's', 'h')`;
    await expect(crossed.execute(db)).rejects.toMatchObject({ sqlState: '23514', constraint: 'area_geometry' });
  });
});
