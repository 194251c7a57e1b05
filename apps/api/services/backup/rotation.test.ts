import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backupName, outdatedBackups, timeOfBackup } from './rotation';

const at = (day: string, time = '21:00:12'): string => backupName(new Date(`${day}T${time}Z`), true);

it('names say when, and are read back', () => {
  expect([backupName(new Date('2026-11-30T21:00:12Z')), at('2026-11-30')]).toEqual(['jonction-2026-11-30T210012Z.backup', 'jonction-daily-2026-11-30T210012Z.backup']);
  fc.assert(fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), fc.boolean(), (date, daily) => {
    expect(timeOfBackup(backupName(date, daily))).toBe(Math.floor(date.getTime() / 1000) * 1000);
  }));
  expect(['jonction.backup', 'notes.txt', 'jonction-2026-99-30T210012Z.backup'].map(timeOfBackup)).toEqual([null, null, null]);
});

it('forty days, one a day: seven days stay, and the Sundays of three weeks before', () => {
  // Monday 30 November 2026 back to 22 October. Last seven days: 24 to 30. Weeks: 30 November (begun that day), 23–29, 16–22, 9–15; the newest of each is 30, 29, 22 and 15 November.
  const days = Array.from({ length: 40 }, (_, i) => new Date(Date.UTC(2026, 10, 30 - i)).toISOString().slice(0, 10));
  const gone = new Set(outdatedBackups(days.map((day) => at(day))));
  expect(days.filter((day) => !gone.has(at(day)))).toEqual(['2026-11-30', '2026-11-29', '2026-11-28', '2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24', '2026-11-22', '2026-11-15']);
});

it('months-without-a-start: the old ones stay until newer ones take their place', () => {
  expect(outdatedBackups(['2026-01-01', '2026-03-01', '2026-06-01'].map((day) => at(day)))).toEqual([]);
});

it('several of one day: the last one stays', () => {
  expect(outdatedBackups([at('2026-11-30', '08:00:00'), at('2026-11-30', '20:00:00')])).toEqual([at('2026-11-30', '08:00:00')]);
});

it('what a person made is never ended, nor any other file', () => {
  const days = Array.from({ length: 60 }, (_, i) => backupName(new Date(Date.UTC(2026, 10, 30 - i))));
  expect(outdatedBackups([...days, 'thesis.docx'])).toEqual([]);
});
