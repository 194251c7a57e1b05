import type { CareStandard, Criterion } from '../care-standard';
import type { Issue } from '../issue';
import { checkDate, type CheckedOn, checkWords, findings, type Findings, repeated } from './check-parts';

/** What does not add up in a standard. `known`: the standards that there are; the version that is edited may be among them. */
export function checkCareStandard(record: CareStandard, { today, known = [] }: CheckedOn & { readonly known?: readonly CareStandard[] }): Issue[] {
  const found = findings();
  checkWords(found, 'authority', record.authority);
  if (!record.criteria.some(({ required }) => required)) found.error('standardWithoutRequired', 'criteria');
  for (const index of repeated(record.criteria, ({ code }) => code)) found.error('criterionRepeated', `criteria.${index}.code`, record.criteria[index]?.code);
  record.criteria.forEach((criterion, index) => {
    checkCriterion(found, criterion, `criteria.${index}.`);
  });
  for (const column of ['assessmentMaxAgeDays', 'stockCountMaxAgeDays'] as const) checkPositive(found, column, record[column]);
  checkPositive(found, 'version', record.version);

  const others = known.filter(({ code, version }) => code === record.code && version !== record.version);
  if (others.some(({ service }) => service !== record.service)) found.error('standardServiceChanged', 'service', record.service);
  if (!checkDate(found, 'adoptedOn', record.adoptedOn)) return found.issues;
  if (record.adoptedOn > today) found.warning('adoptedLater', 'adoptedOn', record.adoptedOn, `≤ ${today}`);
  const { adoptedOn } = record;
  const later = others.find((one) => one.version < record.version && one.adoptedOn !== null && one.adoptedOn > adoptedOn);
  if (later !== undefined) found.error('adoptedBeforeEarlierVersion', 'adoptedOn', adoptedOn, `≥ ${later.adoptedOn ?? ''}`);
  return found.issues;
}

function checkCriterion(found: Findings, criterion: Criterion, path: string): void {
  switch (criterion.kind) {
    case 'functionality':
    case 'accessibility':
    case 'availability':
      if (criterion.accepted.length === 0) found.error('acceptsNothing', `${path}accepted`);
      if ((criterion.accepted as readonly string[]).includes('unknown')) found.error('unknownAccepted', `${path}accepted`, 'unknown');
      return;
    case 'trainedStaff':
      checkPositive(found, `${path}minimum`, criterion.minimum);
      checkPositive(found, `${path}validMonths`, criterion.validMonths);
      return;
    case 'usableStock':
      checkPositive(found, `${path}minimum`, criterion.minimum);
      if (criterion.items.length === 0) found.error('valueMissing', `${path}items`);
      return;
    case 'presence':
  }
}

function checkPositive(found: Findings, column: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) found.error('numberOutOfRange', column, value, '≥ 1');
}
