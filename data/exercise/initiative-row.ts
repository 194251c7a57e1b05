import type { InitiativeKind, InitiativeRecord, InitiativeStatus, PeopleCounts, TargetGroup, Topic } from '#domain/records';
import { noCounts } from '#domain/records';
import { organisations, type OrganisationKey } from './organisation-table';
import { zones } from './zone-table';

/** `[women, men, girls, boys]`; `[women, men]` where only adults are meant; a total; or null: not given. */
type Counts = readonly [number, number, number, number] | readonly [number, number] | number | null;

/** One line of the invented 5W table, as short as it can be read. */
export interface InitiativeRow {
  readonly kinds: InitiativeKind | readonly InitiativeKind[];
  readonly title: string;
  readonly text?: string;
  /** Towns of exercise zones, or codes of provinces and territories. */
  readonly where: string | readonly string[];
  readonly by: OrganisationKey | readonly OrganisationKey[];
  readonly prog?: OrganisationKey;
  readonly fund?: OrganisationKey | readonly OrganisationKey[];
  readonly from: string | null;
  readonly to: string | null;
  readonly status: InitiativeStatus;
  readonly statusAsGiven?: string;
  readonly groups: readonly TargetGroup[];
  readonly groupsAsGiven?: string;
  readonly targeted: Counts;
  readonly reached: Counts;
  /** US dollars, unless `currency` says otherwise. */
  readonly budget: number | null;
  readonly currency?: string;
  readonly topic?: Topic;
  readonly toReview?: true;
  readonly domain?: InitiativeRecord['domain'];
  readonly tier?: InitiativeRecord['tier'];
  /** Services that the campaign announces by name. */
  readonly announces?: NonNullable<InitiativeRecord['announcedServices']>;
}

const DOMAIN_OF: Readonly<Record<InitiativeKind, InitiativeRecord['domain']>> = {
  awareness: 'protectionAndPrevention',
  medicalCare: 'multisectoralAssistance',
  medicalTraining: 'multisectoralAssistance',
  kitSupply: 'multisectoralAssistance',
  mobileMission: 'multisectoralAssistance',
  contingencyStock: 'multisectoralAssistance',
  psychosocial: 'multisectoralAssistance',
  caseManagement: 'multisectoralAssistance',
  legalAid: 'fightAgainstImpunity',
  protection: 'protectionAndPrevention',
  securityTraining: 'protectionAndPrevention',
  socioEconomic: 'multisectoralAssistance',
  coordination: 'dataAndMapping',
  dataMapping: 'dataAndMapping',
  other: null,
};

const listOf = <T extends string>(value: T | readonly T[] | undefined): readonly T[] => (value === undefined ? [] : typeof value === 'string' ? [value] : value);

/** The record of a row; `number` makes its id (`INI-001`). */
export function initiativeOf(row: InitiativeRow, number: number, reportedOn: string, source: string): InitiativeRecord {
  const kinds = listOf(row.kinds);
  const first = kinds[0];
  return {
    scheme: 'exercise',
    externalId: `INI-${String(number).padStart(3, '0')}`,
    title: row.title,
    description: row.text ?? null,
    sectorAsGiven: null,
    kinds: kinds.map((kind) => ({ kind, confidence: 'stated', rule: null, words: [] })),
    topic: row.topic ?? 'sexualViolence',
    topicWords: [],
    toReview: row.toReview ?? false,
    domain: row.domain !== undefined ? row.domain : first ? DOMAIN_OF[first] : null,
    targetGroups: [...row.groups],
    targetGroupsAsGiven: row.groupsAsGiven ?? null,
    organisations: [
      ...listOf(row.fund).map((key) => roleOf('funder', key)),
      ...(row.prog ? [roleOf('programming', row.prog)] : []),
      ...listOf(row.by).map((key) => roleOf('implementing', key)),
    ],
    areaCodes: listOf(row.where).map(areaCodeOf),
    ...(row.announces ? { announcedServices: row.announces } : {}),
    start: row.from,
    end: row.to,
    status: row.status,
    statusAsGiven: row.statusAsGiven ?? null,
    reportedOn,
    targeted: countsOf(row.targeted),
    reached: countsOf(row.reached),
    budget: row.budget,
    currency: row.budget === null ? null : (row.currency ?? 'USD'),
    tier: row.tier ?? 'public',
    source,
    sourceRow: null,
  };
}

export function roleOf(role: InitiativeRecord['organisations'][number]['role'], key: OrganisationKey): InitiativeRecord['organisations'][number] {
  const { name, acronym, type, typeAsGiven } = organisations[key];
  return { role, organisation: { name, acronym, type, typeAsGiven } };
}

export function areaCodeOf(where: string): string {
  if (where.startsWith('XX')) return where;
  const code = zones.find(({ town }) => town === where)?.code;
  if (code === undefined) throw new Error(`areaCodeOf: no exercise zone around ${where}`);
  return code;
}

function countsOf(counts: Counts): PeopleCounts {
  if (counts === null) return noCounts;
  if (typeof counts === 'number') return { ...noCounts, total: counts };
  const [women, men, girls, boys] = counts;
  return { women, men, girls: girls ?? null, boys: boys ?? null, total: women + men + (girls ?? 0) + (boys ?? 0) };
}
