import type { z } from 'zod';
import { listProgrammes, type ProgrammeItem } from '#db/stores/programme-reading';
import { listStandards } from '#db/stores/care-standards';
import type { IsoDate } from '#domain/dates';
import { missionPhase } from '#domain/mission-rules';
import { stateOfStandard } from '#domain/standard-versions';
import { isInForce } from '#domain/closure-rules';
import { seesStock } from '#domain/viewer';
import type { ClosureItem, closuresAnswer, closuresQuery, kitMovementsAnswer, kitMovementsQuery, missionsAnswer, missionsQuery, MissionItem, sessionsAnswer, sessionsQuery, standardsAnswer, standardsQuery } from '../../contract/programmes';
import { Problem } from '../../problem';
import type { ListSources } from '../lists';
import { deliveryStates } from './proposals';
import { enteredOf, KnownAreas, structureNamed } from './shown-programme';

type Query<T extends z.ZodType> = Omit<z.output<T>, 'format'>;

/** A whole list, as the API answers it. */
function answerList<Item>({ watch }: Pick<ListSources, 'watch'>, asOf: IsoDate, items: Item[]) {
  const { dataVersion, exercise } = watch.state();
  return { dataVersion, exercise, asOf, total: items.length, items };
}

/** True where nothing was asked for, or this is among it. */
const isAsked = <Code extends string>(asked: readonly Code[] | undefined, code: Code): boolean => asked === undefined || asked.includes(code);

/** Sessions, the latest first. */
export async function sessionList(sources: ListSources, query: Query<typeof sessionsQuery>, today: IsoDate): Promise<z.infer<typeof sessionsAnswer>> {
  const { database, viewer } = sources;
  const [sessions, areas] = await Promise.all([listProgrammes(database.kysely, viewer, 'trainingSession', { structureId: query.structure }), KnownAreas.read(sources)]);
  const asked = sessions.filter(({ record }) => isAsked(query.audience, record.audience) && isAsked(query.topic, record.topic) && isAsked(query.status, record.status));
  return answerList(sources, today, asked.map((item) => {
    const { scheme: _s, externalId: _e, source: _o, sourceRow: _r, origins, ...session } = item.record;
    return {
      id: item.id, ...session, area: areas.named(session.areaCode),
      origins: origins.flatMap(({ structureScheme, structureExternalId, ...people }) => {
        const structure = structureNamed(item, { structureScheme, structureExternalId });
        return structure === null ? [] : [{ ...people, structure }];
      }),
      entered: enteredOf(item),
    };
  }));
}

/** What came in, was given out or lost, the latest first. Throws `forbidden` for a viewer who may not see stock. */
export async function kitMovementList(sources: ListSources, query: Query<typeof kitMovementsQuery>, today: IsoDate): Promise<z.infer<typeof kitMovementsAnswer>> {
  const { database, viewer } = sources;
  if (!seesStock(viewer)) throw new Problem('forbidden');
  const [movements, stateOf] = await Promise.all([listProgrammes(database.kysely, viewer, 'kitMovement', { structureId: query.structure }), deliveryStates(sources)]);
  return answerList(sources, today, movements.filter(({ record }) => isAsked(query.kind, record.kind)).flatMap((item) => {
    const { scheme: _s, externalId: _e, source: _o, sourceRow: _r, structureScheme, structureExternalId, ...movement } = item.record;
    const structure = structureNamed(item, { structureScheme, structureExternalId });
    return structure === null ? [] : [{ id: item.id, ...movement, structure, proposal: stateOf(item.id), entered: enteredOf(item) }];
  }));
}

/** Missions, the latest first, and where each stands on a day. */
export async function missionList(sources: ListSources, query: Query<typeof missionsQuery>, today: IsoDate): Promise<z.infer<typeof missionsAnswer>> {
  const { database, viewer } = sources;
  const asOf = query.asOf ?? today;
  const [missions, areas] = await Promise.all([listProgrammes(database.kysely, viewer, 'mission', { structureId: query.structure }), KnownAreas.read(sources)]);
  return answerList(sources, asOf, missions.filter(({ record }) => isAsked(query.service, record.service)).map((item): MissionItem => {
    const { scheme: _s, externalId: _e, source: _o, sourceRow: _r, host, ...mission } = item.record;
    return { id: item.id, ...mission, host: host === null ? null : structureNamed(item, host), area: areas.named(mission.areaCode), phase: phaseOf(item.record, asOf), entered: enteredOf(item) };
  }));
}

/** Areas closed to movement, the latest first, and whether each is closed on a day. */
export async function closureList(sources: ListSources, query: z.output<typeof closuresQuery>, today: IsoDate): Promise<z.infer<typeof closuresAnswer>> {
  const { database, viewer } = sources;
  const asOf = query.asOf ?? today;
  const [closures, areas] = await Promise.all([listProgrammes(database.kysely, viewer, 'movementClosure'), KnownAreas.read(sources)]);
  return answerList(sources, asOf, closures.map((item): ClosureItem => {
    const { scheme: _s, externalId: _e, source: _o, sourceRow: _r, tier: _t, ...closure } = item.record;
    return { id: item.id, ...closure, areas: closure.areaCodes.flatMap((code) => areas.named(code) ?? []), inForce: isInForce(item.record, asOf), entered: enteredOf(item) };
  }));
}

const PHASES = { coming: 'before', running: 'during', ended: 'after' } as const;

/** As the map and the explanation have it. */
const phaseOf = (record: ProgrammeItem<'mission'>['record'], asOf: IsoDate): MissionItem['phase'] => (record.status === 'cancelled' ? 'cancelled' : PHASES[missionPhase(record, { asOf, at: asOf })]);

/** Every version of every standard, and what it is on a day. Standards are public; which load brought one is not. */
export async function standardList(sources: ListSources, query: z.output<typeof standardsQuery>, today: IsoDate): Promise<z.infer<typeof standardsAnswer>> {
  const { database, viewer } = sources;
  const asOf = query.asOf ?? today;
  const [standards, entered] = await Promise.all([listStandards(database.kysely, viewer), listProgrammes(database.kysely, viewer, 'careStandard')]);
  const items = standards.filter(({ service }) => query.service === undefined || service === query.service).map((standard) => {
    const item = entered.find(({ record }) => record.code === standard.code && record.version === standard.version);
    return { ...standard, state: stateOfStandard(standards, standard, asOf), entered: item === undefined ? null : enteredOf(item) };
  });
  return answerList(sources, asOf, items);
}
