import type { IsoDate } from '#domain/calendar';

const monthEnd = (year: number, month: number): IsoDate => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The stops of the month slider: the end of every month from the first to the last date, and the chosen date itself if it is none of them. */
export function monthSteps(from: IsoDate, to: IsoDate, chosen: IsoDate): IsoDate[] {
  const first = from < chosen ? from : chosen;
  const last = to > chosen ? to : chosen;
  const steps: IsoDate[] = [];
  for (let year = Number(first.slice(0, 4)), month = Number(first.slice(5, 7)); ; month = month === 12 ? 1 : month + 1) {
    if (month === 1 && steps.length > 0) year += 1;
    const end = monthEnd(year, month);
    if (`${end.slice(0, 8)}01` > last) break;
    steps.push(end);
  }
  if (!steps.includes(chosen)) steps.push(chosen);
  return steps.sort();
}
