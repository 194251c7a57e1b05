import { addDays, addMonths, dayNumber, type IsoDate } from '#domain/calendar';
import { DEFAULT_THRESHOLD } from '#domain/gap-defaults';
import type { ReachMetric } from '#domain/gap-parameters';
import { FILTER_KEYS, type PageState, readPageState } from './page-state';

/** The threshold that holds: the one set, or the default of the metric. km or minutes. */
export const thresholdOf = (reach: ReachMetric, threshold: number | null): number => threshold ?? DEFAULT_THRESHOLD[reach];

/** The day that a forecast is about; null: no forecast, the question is about `asOf` itself. */
export const forecastDay = ({ asOf, ahead }: Pick<PageState, 'asOf' | 'ahead'>): IsoDate | null => (asOf === null || ahead === 0 ? null : addDays(asOf, ahead));

/** Whose readiness is asked: for which service, by which standard, on the evidence of which day, for which day. */
function setJudgedBy(query: URLSearchParams, state: PageState, forecast: boolean): void {
  const at = forecast ? forecastDay(state) : null;
  if (state.service !== 'cmr') query.set('service', state.service);
  if (state.standard !== null) query.set('standard', state.standard);
  if (state.asOf !== null) query.set('asOf', state.asOf);
  if (at !== null) query.set('at', at);
}

/** Query of `/api/gaps` and its neighbours for a state; defaults are left out, so that equal questions have equal addresses. */
export function gapQuestion(state: PageState, options: { threshold: boolean; filters: boolean; forecast?: boolean }): string {
  const query = new URLSearchParams();
  setJudgedBy(query, state, options.forecast ?? true);
  if (state.areaType !== 'healthZone') query.set('areaType', state.areaType);
  if (state.reach !== 'straightLine') query.set('reach', state.reach);
  if (options.threshold && state.threshold !== null && state.threshold !== DEFAULT_THRESHOLD[state.reach]) query.set('threshold', String(state.threshold));
  if (state.awarenessMonths !== null) query.set('awarenessMonths', String(state.awarenessMonths));
  if (state.theta !== null) query.set('theta', String(state.theta));
  if (state.evidence !== 'reported') query.set('evidence', state.evidence);
  if (options.filters) for (const key of FILTER_KEYS) if (state[key].length > 0) query.set(key, state[key].join(','));
  return query.toString();
}

/** The same query with changes that are tried out; null: none. Commas and colons stay legible, as they are in the address. */
export const withChanges = (query: string, changes: string | null): string =>
  changes === null ? query : `${query}${query === '' ? '' : '&'}changes=${encodeURIComponent(changes).replaceAll('%2C', ',').replaceAll('%3A', ':')}`;

/** Query of what is nearest to a point: who is ready, and how far is within reach. What only classes need is left out. */
export const reachQuestion = (state: PageState): string => gapQuestion({ ...state, awarenessMonths: null, theta: null, evidence: 'reported' }, { threshold: true, filters: false });

/** Query of the bands of minutes to ready care: travel time, whatever the metric of the classes. */
export const isochronesQuestion = (state: PageState): string => judgedByQuestion(state);

/** The part of the state that a query of `/api/gaps` speaks of, as it stood when `gapQuestion` wrote it. */
export function stateOfQuestion(query: string) {
  const { service, standard, asOf, areaType, reach, threshold, awarenessMonths, theta, evidence, province, organisation, kind, targetGroup, domain } = readPageState(`?${query}`);
  const at = new URLSearchParams(query).get('at');
  const ahead = at === null || asOf === null ? 0 : Math.max(0, dayNumber(at) - dayNumber(asOf));
  return { service, standard, asOf, ahead, areaType, reach, threshold, awarenessMonths, theta, evidence, province, organisation, kind, targetGroup, domain };
}

/** Query of what lapses and which refreshers are due: on the day of the evidence, in the provinces chosen. */
export function watchQuestion(state: PageState): string {
  const query = new URLSearchParams();
  setJudgedBy(query, state, false);
  if (state.province.length > 0) query.set('province', state.province.join(','));
  return query.toString();
}

/** Query of what stands between structures and readiness: the classes of the question say who would gain. */
export const needsQuestion = (state: PageState): string => gapQuestion({ ...state, ahead: 0, organisation: [], kind: [], targetGroup: [], domain: [] }, { threshold: true, filters: true });

/** Query of `/api/facets`: the counts beside the filters do not depend on the filters. */
export function facetsQuestion(state: PageState): string {
  const query = new URLSearchParams();
  if (state.areaType !== 'healthZone') query.set('areaType', state.areaType);
  if (state.asOf !== null) query.set('asOf', state.asOf);
  if (state.awarenessMonths !== null) query.set('awarenessMonths', String(state.awarenessMonths));
  return query.toString();
}

/** Query of structures, missions and their tiles: for which day and service, and by which standard, readiness is judged. */
export function judgedByQuestion(state: PageState): string {
  const query = new URLSearchParams();
  setJudgedBy(query, state, true);
  return query.toString();
}

/** Query of `/api/overlaps`, under the filters of the page. */
export function overlapsQuestion(state: PageState): string {
  const query = new URLSearchParams();
  if (state.asOf !== null) query.set('asOf', state.asOf);
  for (const key of FILTER_KEYS) if (state[key].length > 0) query.set(key, state[key].join(','));
  if (state.verdict.length > 0) query.set('verdict', state.verdict.join(','));
  if (state.overlap.length > 0) query.set('overlapKind', state.overlap.join(','));
  if (!state.decided) query.set('decided', 'false');
  return query.toString();
}

/** Codes of the areas of the plan: those picked, else the chosen area where no outline is drawn. */
export const planAreasOf = ({ planAreas, planOutline, area }: Pick<PageState, 'planAreas' | 'planOutline' | 'area'>): readonly string[] =>
  planOutline.length > 0 ? [] : planAreas.length > 0 ? planAreas : area === null ? [] : [area];

/** Corners that make an outline: fewer is one that is still being drawn. */
export const FEWEST_CORNERS = 3;

/** First and last day of the plan; null where neither the plan nor the answer on the screen has one. It runs for three months unless its end is given. */
export function planDays({ planFrom, planTo }: Pick<PageState, 'planFrom' | 'planTo'>, asOf: IsoDate | null): { from: IsoDate; to: IsoDate } | null {
  const from = planFrom ?? asOf;
  return from === null ? null : { from, to: planTo ?? addMonths(from, PLAN_MONTHS) };
}
const PLAN_MONTHS = 3;

/** Query of `/api/check`; null while the plan has no place or no days, or ends before it starts. */
export function checkQuestion(state: PageState, asOf: IsoDate | null): string | null {
  const areas = planAreasOf(state);
  const days = planDays(state, asOf);
  const outline = state.planOutline.length >= FEWEST_CORNERS ? state.planOutline : null;
  if (days === null || days.to < days.from || (areas.length === 0 && outline === null)) return null;
  const query = new URLSearchParams(gapQuestion({ ...state, ahead: 0 }, { threshold: true, filters: false }));
  if (outline === null) query.set('areas', areas.join(','));
  else query.set('outline', outline.map((corner) => corner.join(' ')).join(','));
  query.set('kind', state.planKind);
  query.set('from', days.from);
  query.set('to', days.to);
  if (state.planGroups.length > 0) query.set('groups', state.planGroups.join(','));
  if (state.planPeople !== null) query.set('people', String(state.planPeople));
  if (state.planOrganisation !== null) query.set('organisation', state.planOrganisation);
  if (state.planNearbyKm !== null) query.set('nearbyKm', String(state.planNearbyKm));
  return query.toString();
}

/** Query of `/api/where-next`, of its files and of its proof. */
export function whereNextQuestion(state: PageState): string {
  const query = new URLSearchParams(gapQuestion(state, { threshold: true, filters: true }));
  if (state.nextK !== null) query.set('k', String(state.nextK));
  if (state.nextWeight !== 'people') query.set('weight', state.nextWeight);
  if (state.nextWhom !== 'gap') query.set('whom', state.nextWhom);
  if (state.nextCosts !== null) query.set('costs', state.nextCosts);
  if (state.nextBudget !== null && state.nextCosts !== null) query.set('budget', String(state.nextBudget));
  return query.toString();
}
