import type { ImportRecord } from '#domain/import-records';
import type { InitiativeRecord, KindAssignment, OrganisationRole, PeopleCounts } from '#domain/records';
import { initiativeKinds, initiativeStatuses, targetGroups as targetGroupList, topics, workingGroupDomains } from '#domain/vocabularies/initiatives';
import { organisationTypes } from '#domain/vocabularies/organisations';
import { services, tiers } from '#domain/vocabularies/structures';
import { assignKinds, type ActivityReading } from '../assign-kinds';
import { whyWithheld } from '../comment-privacy';
import { domainOf, organisationTypeOf, statusOf, targetGroupsOf } from '../profiles/ocha-3w-terms';
import type { AreaClaim } from '../read-result';
import type { FieldRow, FieldTable } from './field-row';
import { givenId, onlyFilled } from './given-id';
import { codeInList } from './list-codes';
import { placeOf } from './place-fields';

/** What one row of fields became. */
export interface FieldReading {
  readonly records: readonly ImportRecord[];
  readonly areaClaims: readonly AreaClaim[];
}

type Organisation = InitiativeRecord['organisations'][number];

/** An initiative from named fields. `fingerprint`: digest of the row, its id where it gives none. Which areas exist is checked where they are known. */
export function initiativeFrom(row: FieldRow, fingerprint: string): FieldReading {
  const { context, scheme } = row.of;
  const id = givenId(row);
  const organisations = organisationsOf(row);
  // Some sources name only who answers for the programme.
  if (!organisations.some(({ role }) => role !== 'funder')) row.report('valueMissing', 'error', 'implementingName');
  const place = placeOf(row);
  if (place.codes.length === 0 && place.claims.length === 0) row.report('areaMissing', 'error', 'provinceName');
  const description = descriptionOf(row);
  const activity = activityOf(row, description.said);
  const record: InitiativeRecord = {
    scheme: id?.scheme ?? scheme,
    externalId: id?.externalId ?? fingerprint,
    title: titleOf(row),
    description: description.kept,
    ...activity,
    ...announcedFrom(row),
    domain: row.term('domain', workingGroupDomains) ?? domainOf(activity.kinds.map(({ kind }) => kind), activity.topic),
    ...targetGroupsFrom(row),
    organisations,
    areaCodes: [...place.codes],
    sectorAsGiven: row.name('sector') ?? row.name('subsector'),
    ...periodOf(row),
    ...statusFrom(row),
    reportedOn: row.date('reportedOn', row.of.strict ? 'error' : 'warning', 'last') ?? context.reportedOn,
    targeted: peopleOf(row, 'targeted', id !== null),
    reached: peopleOf(row, 'reached', true),
    budget: row.amount('budget', row.of.strict ? 'error' : 'warning'),
    currency: row.text('currency'),
    tier: row.term('tier', tiers) ?? 'public',
    source: row.text('source') ?? context.source,
    sourceRow: row.row.row,
  };
  // A description that may not be kept says nothing: the one that is known stays.
  const withheld = description.said !== null && description.kept === null;
  const only = onlyFilled<'initiative'>(row, ['kinds', 'topic', 'domain', 'reportedOn']).filter((key) => key !== 'description' || !withheld);
  return { records: [id === null ? { kind: 'initiative', record, idFromContent: true } : { kind: 'initiative', record, only }], areaClaims: place.claims };
}

/** What it is called: its own title, else what the row says of the activity, finest first. */
function titleOf(row: FieldRow): string {
  const title = row.freeText('title') ?? row.freeText('service') ?? row.freeText('subsector') ?? row.freeText('sector');
  if (title === null || (row.of.strict && row.text('title') === null)) row.report('valueMissing', row.of.strict ? 'error' : 'warning', 'title');
  return title?.replace(/\s+/g, ' ') ?? 'Sans titre';
}

/** Not said: those of its topic. */
function announcedFrom(row: FieldRow): Pick<InitiativeRecord, 'announcedServices'> {
  const announcedServices = row.terms('announcedServices', services);
  return announcedServices.length === 0 ? {} : { announcedServices: [...announcedServices] };
}

/** What tells of cases is read for the kinds and not kept. */
function descriptionOf(row: FieldRow): { said: string | null; kept: string | null } {
  const said = row.freeText('description');
  if (said === null || whyWithheld(said) === null) return { said, kept: said };
  row.report('textWithheld', 'warning', 'description', 'cases', null);
  return { said, kept: null };
}

type Activity = Pick<InitiativeRecord, 'kinds' | 'topic' | 'topicWords' | 'toReview'>;

/** The words of the same text are judged once. */
const MAX_READINGS = 2000;
const readings = new WeakMap<FieldTable, Map<string, ActivityReading>>();

function readingOf(of: FieldTable, cluster: string | null, title: string, comment: string | null): ActivityReading {
  const known = readings.get(of) ?? new Map<string, ActivityReading>();
  readings.set(of, known);
  const key = JSON.stringify([cluster, title, comment]);
  const reading = known.get(key) ?? assignKinds({ cluster, title, comment });
  // Projects repeat their words in every area; a long list of different ones need not stand in memory.
  if (known.size >= MAX_READINGS) known.clear();
  known.set(key, reading);
  return reading;
}

const joined = (...texts: readonly (string | null)[]): string | null => [...new Set(texts.filter((text) => text !== null))].join(' · ') || null;

/** Kinds and topic as the row states them; else what the words of the row say, by the rule table. */
function activityOf(row: FieldRow, comment: string | null): Activity {
  const found = readingOf(row.of, joined(row.text('sector'), row.text('subsector')), joined(row.text('title'), row.text('service')) ?? '', comment);
  const stated = row.terms('kinds', initiativeKinds);
  const topic = row.term('topic', topics);
  const kinds: readonly KindAssignment[] = stated.length > 0 ? stated.map((kind) => ({ kind, confidence: 'stated', rule: null, words: [] })) : found.kinds;
  return {
    // Words of a comment that is not kept must not tell what it told.
    kinds: kinds.map((assignment) => ({ ...assignment, words: assignment.words.filter((words) => whyWithheld(words) === null) })),
    topic: topic ?? found.topic,
    topicWords: topic === null ? [...found.topicWords] : [],
    toReview: stated.length > 0 ? topic === null && found.topic !== 'other' && found.toReview && found.reviewWords.length > 0 : noteReview(row, found),
  };
}

function noteReview(row: FieldRow, found: ActivityReading): boolean {
  if (found.toReview) row.report('kindsToReview', 'warning', row.has('title') ? 'title' : 'sector', null, found.reviewWords.join(', ') || null);
  return found.toReview;
}

const ROLES: readonly (readonly [role: OrganisationRole, key: string])[] = [['implementing', 'implementing'], ['programming', 'programming'], ['funder', 'funder']];

function organisationsOf(row: FieldRow): Organisation[] {
  return ROLES.flatMap(([role, key]) => {
    const names = row.names(`${key}Name`);
    const acronyms = row.names(`${key}Acronym`);
    const types = row.texts(`${key}Type`);
    // Some files give only the acronym of an organisation.
    return Array.from({ length: names.length > 0 ? names.length : acronyms.length }, (_, i): Organisation[] => {
      const name = names[i] ?? (names.length === 0 ? (acronyms[i] ?? null) : null);
      if (name === null) return [];
      const given = types[i] ?? null;
      const type = given === null ? null : (codeInList(organisationTypes, given) ?? organisationTypeOf(given));
      if (given !== null && type === null) row.report('valueNotInList', 'warning', `${key}Type`, null, given);
      return [{ role, organisation: { name, acronym: acronyms[i] ?? null, type: type ?? (role === 'funder' && given === null ? 'donor' : 'unknown'), typeAsGiven: type === null ? given : null } }];
    }).flat();
  });
}

function targetGroupsFrom(row: FieldRow): Pick<InitiativeRecord, 'targetGroups' | 'targetGroupsAsGiven'> {
  const given = row.text('targetGroups');
  if (given === null || given === '0') return { targetGroups: [], targetGroupsAsGiven: null };
  if (row.of.strict) return { targetGroups: row.terms('targetGroups', targetGroupList), targetGroupsAsGiven: null };
  const listed = row.texts('targetGroups').map((each) => (each === null ? null : codeInList(targetGroupList, each)));
  if (listed.every((code) => code !== null)) return { targetGroups: [...new Set(listed)], targetGroupsAsGiven: null };
  const { groups, complete } = targetGroupsOf(given);
  if (!complete) row.report('valueNotInList', 'warning', 'targetGroups', groups.join(', ') || null);
  return { targetGroups: groups, targetGroupsAsGiven: given };
}

function periodOf(row: FieldRow): Pick<InitiativeRecord, 'start' | 'end'> {
  const start = row.date('start', 'error', row.of.strict ? null : 'first');
  const end = row.date('end', 'error', row.of.strict ? null : 'last');
  if (start !== null && end !== null && end < start) row.report('endBeforeStart', 'error', 'end', `≥ ${start}`);
  return { start, end };
}

function statusFrom(row: FieldRow): Pick<InitiativeRecord, 'status' | 'statusAsGiven'> {
  const given = row.text('status');
  const status = row.term('status', initiativeStatuses, statusOf);
  return { status: status ?? 'unknown', statusAsGiven: given !== null && (status === null || codeInList(initiativeStatuses, given) === null) ? given : null };
}

/**
 * People by group. The total is added up only where the table has no column for it and all four groups are given.
 * A single zero for everybody targeted is not given, as in the 3W; a record that is named by its id keeps it.
 */
function peopleOf(row: FieldRow, key: 'targeted' | 'reached', keepsZero: boolean): PeopleCounts {
  const [women = null, men = null, girls = null, boys = null, given = null] = ['Women', 'Men', 'Girls', 'Boys', 'Total'].map((group) => row.whole(`${key}${group}`));
  const sum = women === null || men === null || girls === null || boys === null ? null : women + men + girls + boys;
  const total = row.has(`${key}Total`) ? given : sum;
  const zero = !keepsZero && total === 0 && (sum === null || sum === 0);
  if (zero) row.report('zeroNotGiven', 'info', row.has(`${key}Total`) ? `${key}Total` : `${key}Women`, '≥ 1');
  return zero ? { women: null, men: null, girls: null, boys: null, total: null } : { women, men, girls, boys, total };
}
