/** Minutes on the way as a person says them: up to two hours in minutes, up to two days in hours, then in days. `day` is the sign of a day in the language. */
export function durationOf(minutes: number, day: string): string {
  const whole = Math.round(minutes);
  if (whole < 120) return `${String(whole)}\u00a0min`;
  const hours = Math.floor(whole / 60);
  if (hours >= 48) return [`${String(Math.floor(hours / 24))}\u00a0${day}`, ...(hours % 24 === 0 ? [] : [`${String(hours % 24)}\u00a0h`])].join('\u00a0');
  return whole % 60 === 0 ? `${String(hours)}\u00a0h` : `${String(hours)}\u00a0h\u00a0${String(whole % 60).padStart(2, '0')}`;
}
