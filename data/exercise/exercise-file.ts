import { exerciseRecords } from './exercise-records';

/** The text of `exercise.json`: one record a line, so that a change reads as a few lines. */
export function exerciseFile(): string {
  const lines = exerciseRecords().map((record) => JSON.stringify(record));
  return `{"format":"jonction-exercise-1","records":[\n${lines.join(',\n')}\n]}\n`;
}
