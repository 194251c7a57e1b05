import { fieldsByKind, type TableRecordKind } from '#interchange/fields/field-names';

/** Names of the required fields that no column holds. `chosen`: field by index of the column. */
export function lackingFields(kind: TableRecordKind, chosen: ReadonlyMap<number, string>): string[] {
  const held = new Set(chosen.values());
  return fieldsByKind[kind].filter(({ required, name }) => required && !held.has(name)).map(({ name }) => name);
}

/** Names of the fields that more than one column holds, though each record has one. */
export function repeatedFields(kind: TableRecordKind | null, chosen: ReadonlyMap<number, string>): string[] {
  const all = [...chosen.values()];
  return [...new Set(all.filter((name, at) => all.indexOf(name) !== at))].filter((name) => kind === null || fieldsByKind[kind].find((field) => field.name === name)?.several === false);
}
