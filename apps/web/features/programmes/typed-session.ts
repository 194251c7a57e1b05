import { checkTrainingSession } from '#domain/entry-checks/check-training-session';
import type { TargetGroup } from '#domain/records';
import type { cadres, tiers } from '#domain/vocabularies/structures';
import type { sessionStatuses, sessionTopics } from '#domain/vocabularies/programmes';
import type { Entry } from '../../api/entries';
import type { SessionItem } from '../../api/programmes';
import type { Sourced } from '../forms/entry-frame';
import { lacking, reading, unreadable, type Reading } from '../forms/reading';
import type { PickedStructure } from '../forms/structure-picker';
import { readCount, readOrganisations, readText, writeCount, type TypedOrganisation } from '../forms/typed';

type SessionEntry = Extract<Entry, { kind: 'trainingSession' }>;

export interface TypedOrigin {
  readonly structure: PickedStructure | null;
  readonly cadre: (typeof cadres.codes)[number];
  readonly number: string;
  readonly women: string;
  readonly men: string;
}
export interface TypedSession extends Sourced {
  readonly title: string;
  readonly topic: (typeof sessionTopics.codes)[number];
  readonly audience: TargetGroup | '';
  readonly areaCode: string;
  readonly start: string;
  readonly end: string;
  readonly status: (typeof sessionStatuses.codes)[number];
  readonly planned: string;
  readonly women: string;
  readonly men: string;
  readonly total: string;
  readonly protocolVersion: string;
  readonly organisations: readonly TypedOrganisation[];
  readonly origins: readonly TypedOrigin[];
  /** Empty: to be said again. Lists do not tell it, and a correction must not show to more people what was kept from them. */
  readonly tier: (typeof tiers.codes)[number] | '';
}

export const blankOrigin = (): TypedOrigin => ({ structure: null, cadre: 'nurse', number: '', women: '', men: '' });
export const blankOrganisation = (): TypedOrganisation => ({ name: '', role: 'implementing', type: 'unknown' });

export const blankSession = (today: string): TypedSession => ({
  source: '',
  title: '',
  topic: 'cmr',
  audience: '',
  areaCode: '',
  start: today,
  end: today,
  status: 'completed',
  planned: '',
  women: '',
  men: '',
  total: '',
  protocolVersion: '',
  organisations: [blankOrganisation()],
  origins: [],
  tier: 'partners',
});

/** A session as it stands, to be corrected. */
export const typedSession = (item: SessionItem): TypedSession => ({
  source: item.entered.source,
  title: item.title,
  topic: item.topic,
  audience: item.audience,
  areaCode: item.areaCode ?? '',
  start: item.start,
  end: item.end,
  status: item.status,
  planned: writeCount(item.planned),
  women: writeCount(item.women),
  men: writeCount(item.men),
  total: writeCount(item.total),
  protocolVersion: item.protocolVersion ?? '',
  organisations: item.organisations.map(({ role, organisation }) => ({ name: organisation.name, role, type: organisation.type })),
  origins: item.origins.map(({ structure, cadre, number, women, men }) => ({ structure: { id: structure.id, name: structure.name }, cadre, number: writeCount(number), women: writeCount(women), men: writeCount(men) })),
  tier: '',
});

export const isForHealthStaff = ({ audience }: TypedSession): boolean => audience === 'healthStaff';

/** The session as typed, as an entry. Structures of origin are those of health staff only. */
export function readSession(typed: TypedSession, correct: string | null, today: string): Reading {
  const origins = isForHealthStaff(typed) ? typed.origins : [];
  const record: SessionEntry['record'] = {
    title: typed.title.trim(),
    topic: typed.topic,
    audience: typed.audience === '' ? 'communityAtLarge' : typed.audience,
    areaCode: readText(typed.areaCode),
    start: typed.start,
    end: typed.end,
    status: typed.status,
    planned: readCount(typed.planned),
    women: readCount(typed.women),
    men: readCount(typed.men),
    total: readCount(typed.total),
    protocolVersion: readText(typed.protocolVersion),
    organisations: readOrganisations(typed.organisations),
    origins: origins.map(({ structure, cadre, number, women, men }) => ({ structureId: structure?.id ?? '', cadre, number: readCount(number), women: readCount(women), men: readCount(men) })),
    tier: typed.tier === '' ? 'hidden' : typed.tier,
  };
  const missing = lacking({ title: typed.title, tier: typed.tier, audience: typed.audience, start: typed.start, end: typed.end, ...Object.fromEntries(record.origins.map(({ structureId }, index) => [`origins.${String(index)}.structureId`, structureId])) });
  const { planned, women, men, total } = record;
  const unread = unreadable({ planned, women, men, total, ...Object.fromEntries(record.origins.flatMap((one, index) => (['number', 'women', 'men'] as const).map((field) => [`origins.${String(index)}.${field}`, one[field]]))) });
  return reading({ kind: 'trainingSession', ...(correct === null ? {} : { correct }), record }, missing, unread, checkTrainingSession(record, { today }));
}
