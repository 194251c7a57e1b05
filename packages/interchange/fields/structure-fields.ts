import type { StructureRecord } from '#domain/records';
import { ownerships, structureTypes, tiers } from '#domain/vocabularies/structures';
import { digestOf } from '../row-draft';
import type { FieldRow } from './field-row';
import { givenId, onlyOf } from './given-id';
import type { FieldReading } from './initiative-fields';
import { codeInList } from './list-codes';
import { lngLatOf, placeOf } from './place-fields';
import { OWNERSHIP_WORDINGS, STRUCTURE_WORDINGS, wordedAs } from './wordings';

/**
 * A structure from named fields. `externalId`: the id that the source gives it under the scheme of the table; null: none, so that
 * what names it and says where it is makes it the same one on the next load.
 */
export function structureFrom(row: FieldRow, externalId: string | null = null): FieldReading {
  const id = givenId(row);
  row.require('name');
  const name = row.name('name') ?? '';
  const place = placeOf(row);
  const lngLat = lngLatOf(row);
  const unplaced = lngLat === null && place.claims.length === 0;
  if (unplaced && !row.issues.some(({ severity }) => severity === 'error')) row.report('areaMissing', 'error', row.has('lat') ? 'lat' : 'provinceName');
  const given = row.text('type');
  const record: StructureRecord = {
    scheme: id?.scheme ?? row.of.scheme,
    externalId: id?.externalId ?? externalId ?? digestOf({ name, given, lngLat, claims: place.claims.map(({ code, name: areaName }) => [code, areaName]) }),
    name,
    ...structureTypeOf(row, 'type'),
    ...(row.text('typeAsGiven') === null ? {} : { typeAsGiven: row.text('typeAsGiven') }),
    ownership: row.term('ownership', ownerships, (text) => wordedAs(OWNERSHIP_WORDINGS, text)) ?? 'unknown',
    lngLat: lngLat === null ? null : [lngLat[0], lngLat[1]],
    areaCode: place.code,
    areaName: place.name,
    tier: row.term('tier', tiers) ?? 'public',
    supportedBy: row.names('supportedBy').flatMap((each) => each ?? []),
    source: row.text('source') ?? row.of.context.source,
    sourceRow: row.row.row,
  };
  return { records: [id === null ? { kind: 'structure', record } : { kind: 'structure', record, only: onlyOfStructure(row) }], areaClaims: place.claims };
}

/** A declared area is a code and a name: both follow from the columns of areas. */
function onlyOfStructure(row: FieldRow): readonly (keyof StructureRecord)[] {
  const keys = onlyOf<'structure'>(row.of);
  return keys.includes('areaCode') ? [...keys, 'areaName'] : keys;
}

/** Type of a structure; one that is in no list is kept as given, but in a template of ours it refuses the row. */
export function structureTypeOf(row: FieldRow, field: string): Pick<StructureRecord, 'type' | 'typeAsGiven'> {
  const given = row.text(field);
  const type = given === null ? null : (codeInList(structureTypes, given) ?? wordedAs(STRUCTURE_WORDINGS, given));
  if (given !== null && type === null && row.of.strict) row.termOf(field, given, structureTypes);
  return { type: type ?? 'other', typeAsGiven: type === null ? given : null };
}
