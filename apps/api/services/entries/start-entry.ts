import { type AssessmentItem, listAssessments } from '#db/stores/assessments';
import { getStructure } from '#db/stores/structures';
import type { IsoDate } from '#domain/dates';
import { serviceOfTopic } from '#domain/proposals';
import type { EntryStart } from '../../contract/entries';
import { Problem } from '../../problem';
import type { ListSources } from '../lists';
import { readProgrammesOf } from '../programmes/accepted';

/** Where the form of an assessment begins: of each question what was said last, not counting “unknown”. Throws `notFound`, also for what this viewer may not see. */
export async function startEntry({ database, viewer, watch }: ListSources, id: string, today: IsoDate): Promise<EntryStart> {
  const structure = await getStructure(database.kysely, viewer, id);
  if (structure === null) throw new Problem('notFound');
  const [all, { trainings, movements }] = await Promise.all([listAssessments(database.kysely, viewer, [structure.id]), readProgrammesOf({ database, viewer }, structure.id)]);
  const newestFirst = all.filter(({ assessedOn }) => assessedOn <= today);
  const area = structure.healthZone === null ? (structure.province === null ? null : { type: 'province' as const, ...structure.province }) : { type: 'healthZone' as const, ...structure.healthZone };
  const staff = linesByKey(newestFirst, ({ trainedStaff }) => trainedStaff, ({ service }) => service);
  return {
    structure: { id: structure.id, name: structure.name, type: structure.type, area },
    dataVersion: watch.state().dataVersion,
    today,
    lastAssessedOn: newestFirst[0]?.assessedOn ?? null,
    functionality: lastSaid(newestFirst, ({ functionality }) => functionality),
    accessibility: lastSaid(newestFirst, ({ accessibility }) => accessibility),
    protocol: lastSaid(newestFirst, ({ protocol }) => protocol),
    privateRoom: lastSaid(newestFirst, ({ privateRoom }) => privateRoom),
    referralPath: lastSaid(newestFirst, ({ referralPath }) => referralPath),
    services: linesByKey(newestFirst, ({ services }) => services.filter(({ availability }) => availability !== 'unknown'), ({ service }) => service),
    trainedStaff: [
      ...staff,
      ...trainings.flatMap(({ topic, cadre, number, women, men, heldOn, protocolVersion, source }) => {
        const service = serviceOfTopic(topic);
        if (service === null || heldOn > today || staff.some((line) => line.service === service && line.on >= heldOn)) return [];
        return [{ service, cadre, number, women, men, trainedOn: heldOn, protocolVersion, on: heldOn, source, assessedBy: null }];
      }),
    ],
    stockLines: linesByKey(newestFirst, ({ stockLines }) => stockLines ?? [], ({ item }) => item),
    movements: movements.filter(({ on }) => on <= today).map(({ kind, on, lines, source }) => ({ kind, on, lines: [...lines], source })).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
}

const foundBy = ({ assessedOn, source, assessedBy }: AssessmentItem) => ({ on: assessedOn, source, assessedBy });

/** The newest answer that is not “unknown”. */
function lastSaid<Answer extends string>(newestFirst: readonly AssessmentItem[], answerOf: (assessment: AssessmentItem) => Answer): { value: Answer; on: IsoDate; source: string; assessedBy: string | null } | null {
  const found = newestFirst.find((one) => answerOf(one) !== 'unknown');
  return found === undefined ? null : { value: answerOf(found), ...foundBy(found) };
}

/** Of each key the lines of the newest assessment that has lines of it, in the order of the keys’ last mention. */
function linesByKey<Line>(newestFirst: readonly AssessmentItem[], linesOf: (assessment: AssessmentItem) => readonly Line[], keyOf: (line: Line) => string) {
  const said = new Set<string>();
  return newestFirst.flatMap((assessment) => {
    const fresh = linesOf(assessment).filter((line) => !said.has(keyOf(line)));
    for (const line of fresh) said.add(keyOf(line));
    return fresh.map((line) => ({ ...line, ...foundBy(assessment) }));
  });
}
