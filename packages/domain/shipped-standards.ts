import type { CareStandard } from './care-standard';
import type { Service } from './records';

/** The default standard (domain.md §2), after WHO/UNFPA/UNHCR 2019. */
export const cmrMinimum: CareStandard = {
  code: 'cmr-minimum',
  version: 1,
  nameFr: 'Prise en charge du viol, minimum',
  nameEn: 'Clinical management of rape, minimum',
  service: 'cmr',
  authority: 'WHO/UNFPA/UNHCR 2019',
  adoptedOn: '2019-12-01',
  assessmentMaxAgeDays: 365,
  stockCountMaxAgeDays: 90,
  criteria: [
    { kind: 'functionality', code: 'functioning', required: true, accepted: ['full', 'partial'] },
    { kind: 'accessibility', code: 'accessible', required: true, accepted: ['full', 'partial'] },
    { kind: 'trainedStaff', code: 'trainedStaff', required: true, minimum: 1, validMonths: 24 },
    { kind: 'usableStock', code: 'pepKits', required: true, items: ['pepKitAdult', 'pepKitChild'], minimum: 1, courseDays: 28 },
    { kind: 'presence', code: 'protocol', required: false, field: 'protocol' },
    { kind: 'usableStock', code: 'emergencyContraception', required: false, items: ['emergencyContraception'], minimum: 1, courseDays: 0 },
    { kind: 'usableStock', code: 'stiTreatment', required: false, items: ['stiTreatment'], minimum: 1, courseDays: 0 },
    { kind: 'presence', code: 'privateRoom', required: false, field: 'privateRoom' },
    { kind: 'presence', code: 'referralPath', required: false, field: 'referralPath' },
  ],
};

/** No authority has adopted the three below: they say so where the authority stands, and count from the first day of the other. */
const TO_BE_VALIDATED = 'Jonction, à valider par le Ministère de la Santé / to be validated by the Ministry of Health';

const fistulaMinimum: CareStandard = {
  code: 'fistula-minimum',
  version: 1,
  nameFr: 'Réparation de fistule, minimum',
  nameEn: 'Fistula repair, minimum',
  service: 'fistulaRepair',
  authority: TO_BE_VALIDATED,
  adoptedOn: '2019-12-01',
  assessmentMaxAgeDays: 365,
  stockCountMaxAgeDays: 90,
  criteria: [
    { kind: 'functionality', code: 'functioning', required: true, accepted: ['full', 'partial'] },
    { kind: 'accessibility', code: 'accessible', required: true, accepted: ['full', 'partial'] },
    { kind: 'availability', code: 'serviceAvailable', required: true, accepted: ['available', 'partial'] },
    { kind: 'trainedStaff', code: 'trainedSurgeon', required: true, minimum: 1, validMonths: 60, cadres: ['doctor'] },
    { kind: 'usableStock', code: 'fistulaRepairSets', required: true, items: ['fistulaRepairSet'], minimum: 1, courseDays: 0 },
    { kind: 'presence', code: 'protocol', required: false, field: 'protocol' },
    { kind: 'presence', code: 'referralPath', required: false, field: 'referralPath' },
  ],
};

const psychosocialMinimum: CareStandard = {
  code: 'psychosocial-minimum',
  version: 1,
  nameFr: 'Soutien psychosocial, minimum',
  nameEn: 'Psychosocial support, minimum',
  service: 'psychosocial',
  authority: TO_BE_VALIDATED,
  adoptedOn: '2019-12-01',
  assessmentMaxAgeDays: 365,
  stockCountMaxAgeDays: 90,
  criteria: [
    { kind: 'functionality', code: 'functioning', required: true, accepted: ['full', 'partial'] },
    { kind: 'accessibility', code: 'accessible', required: true, accepted: ['full', 'partial'] },
    { kind: 'availability', code: 'serviceAvailable', required: true, accepted: ['available', 'partial'] },
    { kind: 'trainedStaff', code: 'trainedStaff', required: true, minimum: 1, validMonths: 24 },
    { kind: 'presence', code: 'privateRoom', required: true, field: 'privateRoom' },
    { kind: 'presence', code: 'referralPath', required: false, field: 'referralPath' },
  ],
};

const legalAidMinimum: CareStandard = {
  code: 'legal-aid-minimum',
  version: 1,
  nameFr: 'Aide juridique, minimum',
  nameEn: 'Legal aid, minimum',
  service: 'legalAid',
  authority: TO_BE_VALIDATED,
  adoptedOn: '2019-12-01',
  assessmentMaxAgeDays: 365,
  stockCountMaxAgeDays: 90,
  criteria: [
    { kind: 'accessibility', code: 'accessible', required: true, accepted: ['full', 'partial'] },
    { kind: 'availability', code: 'serviceAvailable', required: true, accepted: ['available', 'partial'] },
    { kind: 'presence', code: 'privateRoom', required: false, field: 'privateRoom' },
    { kind: 'presence', code: 'referralPath', required: false, field: 'referralPath' },
  ],
};

/** The standards that come with the tool, one for each service; a person may enter others, and later versions of these. */
export const shippedStandards: readonly CareStandard[] = [cmrMinimum, fistulaMinimum, psychosocialMinimum, legalAidMinimum];

const DEFAULT_STANDARDS: Readonly<Record<Service, string>> = {
  cmr: cmrMinimum.code,
  fistulaRepair: fistulaMinimum.code,
  psychosocial: psychosocialMinimum.code,
  legalAid: legalAidMinimum.code,
};

/** Code of the standard by which a service is judged where the question names none. */
export const defaultStandardOf = (service: Service): string => DEFAULT_STANDARDS[service];
