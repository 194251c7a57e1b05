import type { TableRecordKind } from './field-names';

type Has = (...names: readonly string[]) => boolean;

const place = (has: Has): boolean => has('countryName', 'countryCode', 'provinceName', 'provinceCode', 'territoryName', 'territoryCode', 'healthZoneName', 'healthZoneCode', 'healthAreaName', 'healthAreaCode', 'areaCodes');
const structure = (has: Has): boolean => has('structureId', 'structureName');
const SERVICES = ['Cmr', 'FistulaRepair', 'Psychosocial', 'LegalAid'];

/** What a table must at least say to be one of this kind, the most particular kind first. */
const KINDS: readonly (readonly [TableRecordKind, (has: Has) => boolean])[] = [
  ['stock', (has) => structure(has) && has('item') && has('quantity')],
  ['assessment', (has) => structure(has) && has('functionality', 'accessibility', 'service', 'protocol', 'privateRoom', 'referralPath', ...SERVICES.map((service) => `availability${service}`), 'trainedCmrOther', 'trainedCmrNurse', 'trainedCmrDoctor', 'trainedCmrMidwife')],
  ['initiative', (has) => has('implementingName', 'implementingAcronym', 'programmingName') && has('title', 'kinds', 'sector', 'subsector', 'service') && place(has)],
  ['structure', (has) => has('name') && ((has('lat') && has('lng')) || (has('type') && place(has)))],
  ['population', (has) => has('population') && has('areaCode', 'areaName')],
  ['area', (has) => has('areaCode') && has('areaName')],
  ['organisation', (has) => has('name') && has('acronym', 'aliases', 'type')],
];

/** Whether columns with these fields are enough for the kind of record. */
export function fitsKind(kind: TableRecordKind, fields: Iterable<string>): boolean {
  const held = new Set(fields);
  return KINDS.find(([each]) => each === kind)?.[1]((...names) => names.some((name) => held.has(name))) === true;
}

/** The kinds in the order in which they are tried. */
export const kindsInOrder: readonly TableRecordKind[] = KINDS.map(([kind]) => kind);
