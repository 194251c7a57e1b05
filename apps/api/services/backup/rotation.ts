/** Daily backups that stay, and those that stay besides, the newest of a week each. */
const DAYS = 7;
const WEEKS = 4;
const DAY_MS = 24 * 3600 * 1000;
/** 1970 began on a Thursday: from here on weeks are counted, Monday to Sunday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** File of a backup that was made at this time, UTC. `daily`: by the server itself, and ended by it in time. */
export const backupName = (at: Date, daily = false): string => `jonction-${daily ? 'daily-' : ''}${at.toISOString().slice(0, 19).replaceAll(':', '')}Z.backup`;

/** When a file of this name was made, ms; null: the name is none of ours. */
export function timeOfBackup(name: string): number | null {
  const [, day, hours, minutes, seconds] = /^jonction-(?:daily-)?(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup$/.exec(name) ?? [];
  const time = day === undefined ? NaN : Date.parse(`${day}T${hours ?? ''}:${minutes ?? ''}:${seconds ?? ''}Z`);
  return Number.isNaN(time) ? null : time;
}

/**
 * Which of these files may go: of the daily ones, all but the newest of each of the last seven days that have one, and of each of the last four weeks that have one.
 * Backups that a person made, and any other file, are never among them.
 */
export function outdatedBackups(names: readonly string[]): string[] {
  const daily = names.flatMap((name) => {
    const time = name.startsWith('jonction-daily-') ? timeOfBackup(name) : null;
    return time === null ? [] : [{ name, time }];
  });
  daily.sort((a, b) => b.time - a.time);
  const kept = new Set([...newestOfEach(daily, ({ time }) => Math.floor(time / DAY_MS), DAYS), ...newestOfEach(daily, ({ time }) => Math.floor((time - FIRST_MONDAY_MS) / (7 * DAY_MS)), WEEKS)]);
  return daily.map(({ name }) => name).filter((name) => !kept.has(name));
}

/** The first of each of the first so many groups. */
function newestOfEach<One extends { readonly name: string }>(ones: readonly One[], groupOf: (one: One) => number, groups: number): string[] {
  const first = new Map<number, string>();
  for (const one of ones) if (!first.has(groupOf(one))) first.set(groupOf(one), one.name);
  return [...first.values()].slice(0, groups);
}
