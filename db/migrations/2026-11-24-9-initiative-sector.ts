/** The cluster or sector of an initiative in the words of its source: presence is counted by it. */
export const statements: readonly string[] = [
  `alter table initiative add column sector_as_given text`,
  `comment on column initiative.sector_as_given is 'Null: the source names none.'`,
];
