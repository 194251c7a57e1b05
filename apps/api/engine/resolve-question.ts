import { reachLimit } from '#analysis/reach';
import type { CareStandard } from '#domain/care-standard';
import { dateOfDay, dayNumber, type IsoDate } from '#domain/dates';
import type { GapParameters } from '#domain/gap-parameters';
import { awarenessWindow } from '#domain/initiative-rules';
import type { Service } from '#domain/records';
import { defaultStandardOf } from '#domain/shipped-standards';
import { standardNamed } from '#domain/standard-versions';
import { Problem, problemAt } from '../problem';
import type { Dataset } from './dataset';
import { knownDays } from './initiatives';
import type { GapFilters, GapQuestion, JudgedBy } from './messages';

/** How readiness is judged, with nothing left open. `at` is never before `asOf`. */
export interface ResolvedJudging {
  readonly service: Service;
  readonly asOf: IsoDate;
  readonly at: IsoDate;
  readonly standard: CareStandard;
  /** As asked: `code` or `code@version`. */
  readonly standardName: string;
}

/** A question with nothing left open: what was not asked for is filled in and said in the answer. */
export interface ResolvedQuestion {
  readonly parameters: GapParameters;
  readonly filters: GapFilters;
  readonly judging: ResolvedJudging;
  /** Days since 1970-01-01. */
  readonly asOfDay: number;
  readonly window: { readonly from: number; readonly to: number };
  /** `reachLimit` of the parameters: km as a straight line, minutes under `travelTime`, 0 under `sameArea`. */
  readonly limit: number;
}

/** Throws `standardUnknown`, or `parameterInvalid` for a province that is not loaded, a standard of another service, or a day to foretell that is past. */
export function resolveQuestion(dataset: Dataset, { filters, ...question }: GapQuestion): ResolvedQuestion {
  const judging = resolveJudging(dataset, question);
  const { service, asOf, at, standard, standardName } = judging;
  checkProvinces(dataset, filters.province);
  return {
    parameters: { ...question, service, asOf, at, standard: standardName, standardVersion: standard.version },
    filters,
    judging,
    asOfDay: dayNumber(asOf),
    window: awarenessWindow(asOf, question.awarenessMonths),
    limit: reachLimit(question.reach, question.threshold),
  };
}

/** Throws `standardUnknown`, or `parameterInvalid` for a standard of another service or a day to foretell that is before `asOf`. */
export function resolveJudging(dataset: Dataset, { service, standard: named, asOf: asked, at: foretold }: JudgedBy): ResolvedJudging {
  const asOf = resolveDate(dataset, asked);
  const at = foretold ?? asOf;
  if (at < asOf) throw problemAt('parameterInvalid', 'at', at, `≥ asOf = ${asOf}`);
  const standardName = named ?? defaultStandardOf(service);
  const standard = resolveStandard(dataset, standardName, asOf);
  if (standard.service !== service) throw problemAt('parameterInvalid', 'standard', standardName, codesOf(dataset.heading.standards.filter((one) => one.service === service)));
  return { service, asOf, at, standard, standardName };
}

/** Throws `standardUnknown` for a name that no standard has, or a code of which no version is adopted. */
export function resolveStandard({ heading: { standards } }: Dataset, name: string, asOf: IsoDate, parameter = 'standard'): CareStandard {
  const standard = standardNamed(standards, name, asOf);
  if (standard === null) throw problemAt('standardUnknown', parameter, name, codesOf(standards));
  return standard;
}

const codesOf = (standards: readonly CareStandard[]): string => [...new Set(standards.map(({ code }) => code))].join(' | ');

/** A province that is not loaded is a slip of the asker, not an empty answer. With nothing loaded, nothing can be told. */
export function checkProvinces({ sets }: Dataset, codes: readonly string[] | undefined): void {
  const known = sets.province.numberOf;
  const unknown = known.size === 0 ? [] : (codes ?? []).filter((code) => !known.has(code));
  if (unknown.length === 0) return;
  throw new Problem('parameterInvalid', unknown.map((value) => ({ code: 'areaCodeUnknown', column: 'province', value, expected: [...known.keys()].slice(0, 40).join(' | ') })));
}

/** The date of the data: the latest report, else the latest assessment, else today. */
export const resolveDate = (dataset: Dataset, asked: IsoDate | null): IsoDate => asked ?? dateOfData(dataset);

function dateOfData({ heading, initiatives, structures, memory }: Dataset): IsoDate {
  return memory.recall('dateOfData', 1, '', () => {
    const reported = latest(initiatives.all.map(({ row }) => row.reportedOn));
    return reported ?? latest(structures.evidence.flatMap(({ assessments }) => assessments.map((one) => one.assessedOn))) ?? heading.today;
  });
}

const latest = (dates: readonly (IsoDate | null)[]): IsoDate | null => dates.reduce((last, date) => (date !== null && (last === null || date > last) ? date : last), null);

/** First and last day for which anything is known, and the day asked about. */
export function knownPeriod(dataset: Dataset, asOf: IsoDate): { from: IsoDate; to: IsoDate } {
  const { from, to } = dataset.memory.recall('knownPeriod', 1, '', () => {
    const days = dataset.structures.evidence.flatMap(({ assessments }) => assessments.map((one) => dayNumber(one.assessedOn)));
    for (const initiative of dataset.initiatives.all) {
      const known = knownDays(initiative);
      if (known !== null) days.push(known.from, known.to);
    }
    return days.reduce((span, day) => ({ from: Math.min(span.from, day), to: Math.max(span.to, day) }), { from: Infinity, to: -Infinity });
  });
  const day = dayNumber(asOf);
  return { from: dateOfDay(Math.min(from, day)), to: dateOfDay(Math.max(to, day)) };
}
