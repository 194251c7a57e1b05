import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';
import { deleteMapping, listMappings, saveMapping } from './column-mappings';

describeOnBothDatabases('Column mappings', (database) => {
  it('are kept by the headers that they are for, listed for the coordination only, and forgotten', async () => {
    const db = database().kysely;
    const mapping = { name: 'Tableau du partenaire A', signature: 'abc', recordKind: 'initiative' as const, columns: { 0: 'title', 3: 'provinceName' } };
    const id = await saveMapping(db, mapping);
    await saveMapping(db, { ...mapping, signature: 'def', name: 'Autre', recordKind: 'stock', columns: { 1: 'item' } });
    expect(await saveMapping(db, { ...mapping, name: 'Tableau A' })).toBe(id);
    expect((await listMappings(db, 'coordination')).map(({ name, recordKind, columns }) => [name, recordKind, columns])).toEqual([['Tableau A', 'initiative', { 0: 'title', 3: 'provinceName' }], ['Autre', 'stock', { 1: 'item' }]]);
    expect(await listMappings(db, 'public')).toEqual([]);
    expect([await deleteMapping(db, id), await deleteMapping(db, id)]).toEqual([true, false]);
    expect(await listMappings(db, 'coordination')).toHaveLength(1);
  });
});
