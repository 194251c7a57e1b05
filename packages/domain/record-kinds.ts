/** The kinds of record that a file can bring or a person can change (domain.md §1). */
export const recordKinds = ['area', 'population', 'place', 'organisation', 'structure', 'assessment', 'initiative', 'decision'] as const;
export type RecordKind = (typeof recordKinds)[number];
