import type { Issue } from '../issue';
import type { AssessmentRecord } from '../records';
import { checkCount, checkDate, type CheckedOn, checkPastDate, checkSexes, checkWords, findings, type Findings, repeated } from './check-parts';

/** What a person says of a structure; ids and provenance are not theirs to give. */
export type AssessmentEntry = Omit<AssessmentRecord, 'externalId' | 'structureScheme' | 'structureExternalId' | 'source' | 'sourceRow'>;

/** What does not add up in an assessment. */
export function checkAssessment(record: AssessmentEntry, on: CheckedOn): Issue[] {
  const found = findings();
  const isDated = checkPastDate(found, 'assessedOn', record.assessedOn, on);
  checkWords(found, 'assessedBy', record.assessedBy);
  checkServices(found, record.services);
  record.trainedStaff.forEach((staff, index) => {
    const path = `trainedStaff.${index}.`;
    checkSexes(found, { ...staff, whole: staff.number }, { path, whole: 'number' });
    if (checkPastDate(found, `${path}trainedOn`, staff.trainedOn, on) && isDated && staff.trainedOn > record.assessedOn) found.error('afterAssessment', `${path}trainedOn`, staff.trainedOn, `≤ ${record.assessedOn}`);
    checkWords(found, `${path}protocolVersion`, staff.protocolVersion);
  });
  record.stockLines.forEach((line, index) => {
    const path = `stockLines.${index}.`;
    checkCount(found, `${path}quantity`, line.quantity);
    const isCounted = checkPastDate(found, `${path}countedOn`, line.countedOn, on);
    if (isCounted && isDated && line.countedOn > record.assessedOn) found.error('afterAssessment', `${path}countedOn`, line.countedOn, `≤ ${record.assessedOn}`);
    if (checkDate(found, `${path}expiry`, line.expiry) && isCounted && line.expiry < line.countedOn && line.quantity > 0) found.warning('expiredWhenCounted', `${path}expiry`, line.expiry, `≥ ${line.countedOn}`);
  });
  for (const index of repeated(record.stockLines, ({ item, batch, expiry }) => JSON.stringify([item, batch, expiry]))) found.warning('batchRepeated', `stockLines.${index}.batch`, record.stockLines[index]?.batch);
  return found.issues;
}

function checkServices(found: Findings, services: AssessmentEntry['services']): void {
  for (const index of repeated(services, ({ service }) => service)) found.error('serviceRepeated', `services.${index}.service`, services[index]?.service);
  services.forEach(({ barriers, availability }, index) => {
    for (const rank of repeated(barriers, (barrier) => barrier)) found.error('barrierRepeated', `services.${index}.barriers.${rank}`, barriers[rank]);
    if (availability === 'available' && barriers.length > 0) found.warning('barriersOfAvailable', `services.${index}.barriers`, barriers.join(', '));
  });
}
