import type { CareStandard, Criterion } from '#domain/care-standard';
import { checkCareStandard } from '#domain/entry-checks/check-care-standard';
import type { Service, StockItem } from '#domain/records';
import type { availabilities, cadres, functionalityLevels } from '#domain/vocabularies/structures';
import type { StandardItem } from '../../api/programmes';
import type { Sourced } from '../forms/entry-frame';
import { lacking, reading, unreadable, type Reading } from '../forms/reading';
import { readCount, readText } from '../forms/typed';

export type CriterionKind = Criterion['kind'];
export const CRITERION_KINDS = ['functionality', 'accessibility', 'availability', 'trainedStaff', 'usableStock', 'presence'] as const satisfies readonly CriterionKind[];
export type PresenceField = Extract<Criterion, { kind: 'presence' }>['field'];
export const PRESENCE_FIELDS = ['protocol', 'privateRoom', 'referralPath'] as const satisfies readonly PresenceField[];

/** One criterion as typed: every kind’s fields, of which its own are sent. */
export interface TypedCriterion {
  readonly kind: CriterionKind;
  readonly code: string;
  readonly required: boolean;
  readonly levels: readonly (typeof functionalityLevels.codes)[number][];
  readonly offered: readonly (typeof availabilities.codes)[number][];
  readonly minimum: string;
  readonly validMonths: string;
  /** None chosen: whatever it is, it counts. */
  readonly cadres: readonly (typeof cadres.codes)[number][];
  readonly items: readonly StockItem[];
  readonly courseDays: string;
  readonly field: PresenceField;
}
export interface TypedStandard extends Sourced {
  readonly code: string;
  readonly version: string;
  readonly nameFr: string;
  readonly nameEn: string;
  readonly service: Service;
  readonly authority: string;
  /** Empty: a draft. */
  readonly adoptedOn: string;
  readonly assessmentMaxAgeDays: string;
  readonly stockCountMaxAgeDays: string;
  readonly criteria: readonly TypedCriterion[];
}

/** The name under which the tool knows each kind; a second one of the kind needs another. */
export const USUAL_CODE: Readonly<Record<CriterionKind, string>> = { functionality: 'functioning', accessibility: 'accessible', availability: 'serviceAvailable', trainedStaff: 'trainedStaff', usableStock: 'pepKits', presence: 'protocol' };

export const blankCriterion = (): TypedCriterion => ({ kind: 'presence', code: 'protocol', required: true, levels: ['full', 'partial'], offered: ['available', 'partial'], minimum: '1', validMonths: '24', cadres: [], items: [], courseDays: '0', field: 'protocol' });

function typedCriterion(criterion: Criterion): TypedCriterion {
  const typed = { ...blankCriterion(), kind: criterion.kind, code: criterion.code, required: criterion.required };
  switch (criterion.kind) {
    case 'functionality':
    case 'accessibility':
      return { ...typed, levels: criterion.accepted };
    case 'availability':
      return { ...typed, offered: criterion.accepted };
    case 'trainedStaff':
      return { ...typed, minimum: String(criterion.minimum), validMonths: String(criterion.validMonths), cadres: criterion.cadres ?? [] };
    case 'usableStock':
      return { ...typed, items: criterion.items, minimum: String(criterion.minimum), courseDays: String(criterion.courseDays) };
    case 'presence':
      return { ...typed, field: criterion.field };
  }
}

export const nameOfStandard = ({ code, version }: Pick<CareStandard, 'code' | 'version'>): string => `${code}@${String(version)}`;

/** A draft as it stands, or the next version of one that was adopted; null: a new standard. */
export function typedStandard(from: StandardItem | null, all: readonly StandardItem[]): TypedStandard {
  if (from === null) {
    return { source: '', code: '', version: '1', nameFr: '', nameEn: '', service: 'cmr', authority: '', adoptedOn: '', assessmentMaxAgeDays: '365', stockCountMaxAgeDays: '90', criteria: [{ ...blankCriterion(), kind: 'functionality', code: 'functioning' }, { ...blankCriterion(), kind: 'accessibility', code: 'accessible' }] };
  }
  const newest = Math.max(...all.filter(({ code }) => code === from.code).map(({ version }) => version));
  return {
    source: '',
    code: from.code,
    version: String(from.adoptedOn === null ? from.version : newest + 1),
    nameFr: from.nameFr,
    nameEn: from.nameEn,
    service: from.service,
    authority: from.authority,
    adoptedOn: '',
    assessmentMaxAgeDays: String(from.assessmentMaxAgeDays),
    stockCountMaxAgeDays: String(from.stockCountMaxAgeDays),
    criteria: from.criteria.map(typedCriterion),
  };
}

function readCriterion(typed: TypedCriterion): Criterion {
  const { code, required } = typed;
  const minimum = readCount(typed.minimum) ?? Number.NaN;
  switch (typed.kind) {
    case 'functionality':
    case 'accessibility':
      return { kind: typed.kind, code, required, accepted: [...typed.levels] };
    case 'availability':
      return { kind: typed.kind, code, required, accepted: [...typed.offered] };
    case 'trainedStaff':
      return { kind: typed.kind, code, required, minimum, validMonths: readCount(typed.validMonths) ?? Number.NaN, ...(typed.cadres.length === 0 ? {} : { cadres: [...typed.cadres] }) };
    case 'usableStock':
      return { kind: typed.kind, code, required, items: [...typed.items], minimum, courseDays: readCount(typed.courseDays) ?? Number.NaN };
    case 'presence':
      return { kind: typed.kind, code, required, field: typed.field };
  }
}

/** Numbers of one criterion, as typed, by their path. */
const numbersOf = (typed: TypedCriterion, path: string): Record<string, string> =>
  typed.kind === 'trainedStaff' ? { [`${path}.minimum`]: typed.minimum, [`${path}.validMonths`]: typed.validMonths } : typed.kind === 'usableStock' ? { [`${path}.minimum`]: typed.minimum, [`${path}.courseDays`]: typed.courseDays } : {};

/** The standard as typed, as an entry. */
export function readStandard(typed: TypedStandard, known: readonly CareStandard[], today: string): Reading {
  const { version, assessmentMaxAgeDays, stockCountMaxAgeDays } = typed;
  const record: CareStandard = {
    code: typed.code.trim(),
    version: readCount(version) ?? Number.NaN,
    nameFr: typed.nameFr.trim(),
    nameEn: typed.nameEn.trim(),
    service: typed.service,
    authority: typed.authority.trim(),
    adoptedOn: readText(typed.adoptedOn),
    assessmentMaxAgeDays: readCount(assessmentMaxAgeDays) ?? Number.NaN,
    stockCountMaxAgeDays: readCount(stockCountMaxAgeDays) ?? Number.NaN,
    criteria: typed.criteria.map(readCriterion),
  };
  const numbers = { version, assessmentMaxAgeDays, stockCountMaxAgeDays, ...Object.assign({}, ...typed.criteria.map((one, index) => numbersOf(one, `criteria.${String(index)}`))) as Record<string, string> };
  const { code, nameFr, nameEn, authority } = typed;
  const missing = [
    ...lacking({ code, nameFr, nameEn, authority, ...numbers, ...Object.fromEntries(typed.criteria.map((one, index) => [`criteria.${String(index)}.code`, one.code])) }),
    ...typed.criteria.flatMap((one, index) => (one.kind === 'usableStock' && one.items.length === 0 ? [`criteria.${String(index)}.items`] : [])),
    ...(typed.criteria.length === 0 ? ['criteria'] : []),
  ];
  const unread = unreadable(Object.fromEntries(Object.entries(numbers).map(([path, text]) => [path, readCount(text)])));
  return reading({ kind: 'careStandard', record }, missing, unread, checkCareStandard(record, { today, known }));
}
