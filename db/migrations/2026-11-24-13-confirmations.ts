/** When a later report said an initiative again, word for word. */
export const statements: readonly string[] = [
  `alter table initiative add column confirmed_on date`,
  `comment on column initiative.confirmed_on is 'Date of the latest standing report that says the same again; null: none after reported_on. Follows from record_seen.'`,
];
