import type { z } from 'zod';
import { coverSessions } from '#analysis/session-coverage';
import { listProgrammes } from '#db/stores/programme-reading';
import { addDays, addMonths, type IsoDate } from '#domain/dates';
import { sessionAudiences } from '#domain/session-audiences';
import type { CoverageAnswer, coverageQuery } from '../../contract/programmes';
import { problemAt } from '../../problem';
import type { ListSources } from '../lists';
import { KnownAreas } from './shown-programme';

/** Longest period that is answered month by month. */
const MOST_MONTHS = 120;

/** Sessions by audience, area and month, against plan, and which audiences and areas had none. Default: the twelve months up to today. */
export async function sessionCoverage(sources: ListSources, query: Omit<z.output<typeof coverageQuery>, 'format'>, today: IsoDate): Promise<CoverageAnswer> {
  const { database, viewer, watch } = sources;
  const { months, areaType, topic } = query;
  const to = query.to ?? today;
  const from = query.from ?? addDays(addMonths(to, -12), 1);
  const monthsCovered = monthsBetween(from, to);
  if (from > to || monthsCovered.length > MOST_MONTHS) throw problemAt('parameterInvalid', 'from', from, `≤ ${to}, ≥ ${addMonths(to, -MOST_MONTHS)}`);
  const [sessions, known] = await Promise.all([listProgrammes(database.kysely, viewer, 'trainingSession'), KnownAreas.read(sources)]);
  const counted = sessions.filter(({ record }) => topic === undefined || topic.includes(record.topic)).map(({ record }) => ({ ...record, areaCode: known.within(record.areaCode, areaType) }));
  const areas = known.ofType(areaType).map(({ code, name }) => ({ code, name }));
  const { cells, byAudience, byArea, byMonth, all, withoutSessions } = coverSessions(counted, { from, to, months, audiences: sessionAudiences, areaCodes: areas.map(({ code }) => code) });
  return {
    ...pick(watch.state()), from, to, months, areaType, areas, monthsCovered,
    audiences: byAudience.map(({ audience }) => audience),
    cells: [...cells], byAudience: [...byAudience], byArea: [...byArea], byMonth: [...byMonth], all, withoutSessions: [...withoutSessions],
  };
}

const pick = ({ dataVersion, exercise }: { readonly dataVersion: number; readonly exercise: boolean }) => ({ dataVersion, exercise });

function monthsBetween(from: IsoDate, to: IsoDate): string[] {
  const months: string[] = [];
  for (let first = `${from.slice(0, 7)}-01`; first <= to && months.length <= MOST_MONTHS; first = addMonths(first, 1)) months.push(first.slice(0, 7));
  return months;
}
