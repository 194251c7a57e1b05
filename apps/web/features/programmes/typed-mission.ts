import { checkMission } from '#domain/entry-checks/check-mission';
import type { Service } from '#domain/records';
import type { tiers } from '#domain/vocabularies/structures';
import type { sessionStatuses } from '#domain/vocabularies/programmes';
import type { Entry } from '../../api/entries';
import type { MissionItem } from '../../api/programmes';
import type { Sourced } from '../forms/entry-frame';
import { lacking, reading, unreadable, type Reading } from '../forms/reading';
import type { PickedStructure } from '../forms/structure-picker';
import { readCount, readNumber, readOrganisations, readText, writeCount, type TypedOrganisation } from '../forms/typed';
import { blankOrganisation } from './typed-session';

type MissionEntry = Extract<Entry, { kind: 'mission' }>;
const GROUPS = ['women', 'men', 'girls', 'boys', 'total'] as const;

export interface TypedMission extends Sourced {
  readonly title: string;
  readonly service: Service;
  /** Where the team works: in a structure, at a point, or somewhere in an area. */
  readonly place: 'host' | 'point' | 'area';
  readonly host: PickedStructure | null;
  readonly lng: string;
  readonly lat: string;
  readonly areaCode: string;
  readonly locality: string;
  readonly radiusKm: string;
  readonly start: string;
  readonly end: string;
  readonly status: (typeof sessionStatuses.codes)[number];
  readonly capacity: string;
  readonly treated: Readonly<Record<(typeof GROUPS)[number], string>>;
  readonly organisations: readonly TypedOrganisation[];
  /** Empty: to be said again. Lists do not tell it, and a correction must not show to more people what was kept from them. */
  readonly tier: (typeof tiers.codes)[number] | '';
}

export const blankMission = (today: string, service: Service): TypedMission => ({
  source: '',
  title: '',
  service,
  place: 'host',
  host: null,
  lng: '',
  lat: '',
  areaCode: '',
  locality: '',
  radiusKm: '15',
  start: today,
  end: today,
  status: 'planned',
  capacity: '',
  treated: { women: '', men: '', girls: '', boys: '', total: '' },
  organisations: [blankOrganisation()],
  tier: 'partners',
});

/** A mission as it stands, to be corrected. */
export const typedMission = (item: MissionItem): TypedMission => ({
  source: item.entered.source,
  title: item.title,
  service: item.service,
  place: item.host !== null ? 'host' : item.lngLat !== null ? 'point' : 'area',
  host: item.host === null ? null : { id: item.host.id, name: item.host.name },
  lng: item.lngLat === null ? '' : String(item.lngLat[0]),
  lat: item.lngLat === null ? '' : String(item.lngLat[1]),
  areaCode: item.areaCode ?? '',
  locality: item.locality ?? '',
  radiusKm: String(item.radiusKm),
  start: item.start,
  end: item.end,
  status: item.status,
  capacity: writeCount(item.capacity),
  treated: { women: writeCount(item.treated.women), men: writeCount(item.treated.men), girls: writeCount(item.treated.girls), boys: writeCount(item.treated.boys), total: writeCount(item.treated.total) },
  organisations: item.organisations.map(({ role, organisation }) => ({ name: organisation.name, role, type: organisation.type })),
  tier: '',
});

/** The mission as typed, as an entry. Only the place that was chosen is sent. */
export function readMission(typed: TypedMission, correct: string | null, today: string): Reading {
  const { place } = typed;
  const lng = readNumber(typed.lng);
  const lat = readNumber(typed.lat);
  const radiusKm = readNumber(typed.radiusKm);
  const treated = { women: readCount(typed.treated.women), men: readCount(typed.treated.men), girls: readCount(typed.treated.girls), boys: readCount(typed.treated.boys), total: readCount(typed.treated.total) };
  const record: MissionEntry['record'] = {
    title: typed.title.trim(),
    service: typed.service,
    lngLat: place === 'point' && lng !== null && lat !== null ? [lng, lat] : null,
    areaCode: readText(typed.areaCode),
    locality: readText(typed.locality),
    radiusKm: radiusKm ?? Number.NaN,
    start: typed.start,
    end: typed.end,
    status: typed.status,
    capacity: readCount(typed.capacity),
    treated,
    organisations: readOrganisations(typed.organisations),
    tier: typed.tier === '' ? 'hidden' : typed.tier,
  };
  const where = place === 'host' ? { hostStructureId: typed.host?.id ?? '' } : place === 'point' ? { 'lngLat.0': typed.lng, 'lngLat.1': typed.lat } : { areaCode: typed.areaCode };
  const missing = lacking({ title: typed.title, tier: typed.tier, start: typed.start, end: typed.end, radiusKm: typed.radiusKm, ...where });
  const unread = unreadable({ ...(place === 'point' ? { 'lngLat.0': lng, 'lngLat.1': lat } : {}), radiusKm, capacity: record.capacity, ...Object.fromEntries(GROUPS.map((group) => [`treated.${group}`, treated[group]])) });
  const hostStructureId = place === 'host' ? (typed.host?.id ?? null) : null;
  // A place that is still to be filled in is asked for at its own field.
  const ruled = checkMission({ ...record, host: hostStructureId }, { today }).filter(({ code }) => code !== 'missionNowhere');
  return reading({ kind: 'mission', hostStructureId, ...(correct === null ? {} : { correct }), record }, missing, unread, ruled);
}
