import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';
import { saveAreas } from '#db/stores/areas';
import { bumpDataVersion } from '#db/stores/data-version';
import { saveInitiatives } from '#db/stores/initiatives';
import { ensureOrganisations } from '#db/stores/organisations';
import { anInitiative, byOrganisation, openBatch, someAreas } from '#db/stores/sample-records';
import type { Database } from '#db/database';
import type { InitiativeRecord } from '#domain/records';
import { useApp } from '../../tests/api/open-app';
import { reportingAnswer } from './contract/imports';

const one = (externalId: string, organisation: string, reportedOn: string | null, more: Partial<InitiativeRecord> = {}) => anInitiative({ externalId, organisations: [byOrganisation(organisation)], reportedOn, ...more });

async function fill({ kysely }: Database): Promise<void> {
  const save = async (reportedOn: string | null, records: InitiativeRecord[]) => {
    const batch = await openBatch(kysely);
    await kysely.updateTable('import_batch').set({ reported_on: reportedOn }).where('id', '=', batch).execute();
    const named = records.flatMap(({ organisations }) => organisations.map(({ organisation }) => ({ ...organisation, source: 'Test', sourceRow: 1 })));
    await saveInitiatives(kysely, batch, records, await ensureOrganisations(kysely, batch, named));
  };
  await saveAreas(kysely, await openBatch(kysely), someAreas);
  await save('2025-04-30', [one('1', 'Alpha', '2025-04-30', { start: '2025-01-01', end: '2025-12-31' }), one('2', 'Beta', '2025-04-12')]);
  await save(null, [one('3', 'Gamma', null, { start: '2025-05-01' })]);
  // Alpha reports again, changed, for June: what it reported for April stays reported.
  await save('2025-06-30', [one('1', 'Alpha', '2025-06-30', { start: '2025-01-01', end: '2025-12-31', title: 'Autre' }), one('4', 'Delta', '2025-06-15', { start: '2025-06-01', end: '2025-06-30' })]);
  await bumpDataVersion(kysely);
}

describeOnBothDatabases('reporting progress', (database) => {
  const api = useApp(database, 'coordination', fill);
  const month = async (text: string) =>
    reportingAnswer.parse(await api().json(`/api/reporting?month=${text}`)).organisations.map(({ name, state, openInitiatives, reportedRows, lastReportedOn, daysOld }) => [name, state, openInitiatives, reportedRows, lastReportedOn, daysOld]);

  it('June: who reported, who is late and by how much, who never did', async () => {
    // Beta: its row is of 12 April, in a file of 30 April: to 30 June = 31 + 30 days. Gamma has an open initiative and no report with a date.
    expect(await month('2025-06')).toEqual([
      ['Beta', 'late', 0, 0, '2025-04-30', 61],
      ['Gamma', 'never', 1, 0, null, null],
      ['Alpha', 'reported', 1, 1, '2025-06-30', 0],
      ['Delta', 'reported', 1, 1, '2025-06-30', 0],
    ]);
  });

  it('April, seen from later: what was reported then, though it was reported again since; Delta was not there yet', async () => {
    expect(await month('2025-04')).toEqual([['Alpha', 'reported', 1, 1, '2025-04-30', 0], ['Beta', 'reported', 0, 1, '2025-04-30', 0]]);
  });

  it('as a file; month and format are checked', async () => {
    const lines = (await api().app.inject('/api/reporting?month=2025-06&format=hxl')).body.split('\n');
    expect(lines[1]).toMatch(/^#org\+name,#org\+acronym,#status\+report/);
    expect(lines).toHaveLength(2 + 4 + 1);
    expect((await api().problem('/api/reporting?month=2025-6')).code).toBe('parameterInvalid');
    expect((await api().problem('/api/reporting')).code).toBe('parameterInvalid');
    expect((await api().problem('/api/reporting?month=2025-06&format=geojson')).code).toBe('formatNotOffered');
  });
});
