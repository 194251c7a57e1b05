/** The kinds of record by which programmes change the answer; each is kept whole, one row (domain.md §1, §2). */
export const programmeKinds = ['trainingSession', 'kitMovement', 'mission', 'proposalVerdict', 'careStandard'] as const;
export type ProgrammeKind = (typeof programmeKinds)[number];

/** The kinds of record that a file can bring or a person can change (domain.md §1). */
export const recordKinds = ['area', 'population', 'place', 'organisation', 'structure', 'assessment', 'initiative', 'decision', ...programmeKinds] as const;
export type RecordKind = (typeof recordKinds)[number];
