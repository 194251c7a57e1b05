/** The kinds of record by which programmes, and what was measured or tried of the ground, change the answer; each is kept whole, one row (domain.md §1–§3, §6). */
export const programmeKinds = ['trainingSession', 'kitMovement', 'mission', 'proposalVerdict', 'careStandard', 'raster', 'movementClosure', 'scenario'] as const;
export type ProgrammeKind = (typeof programmeKinds)[number];

/** The kinds of record that a file can bring or a person can change (domain.md §1). */
export const recordKinds = ['area', 'population', 'place', 'organisation', 'structure', 'assessment', 'initiative', 'decision', ...programmeKinds] as const;
export type RecordKind = (typeof recordKinds)[number];
