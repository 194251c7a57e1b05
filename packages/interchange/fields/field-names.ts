import { initiativeKinds, initiativeStatuses, targetGroups, topics, workingGroupDomains } from '#domain/vocabularies/initiatives';
import { organisationTypes } from '#domain/vocabularies/organisations';
import { areaTypes } from '#domain/vocabularies/places';
import { availabilities, barriers, cadres, functionalityLevels, ownerships, presences, services, stockItems, structureTypes, tiers } from '#domain/vocabularies/structures';
import type { ColumnMapping } from '../read-result';
import { areaFields, field, listField, peopleFields, type Field } from './field';

/**
 * `scheme:externalId` of the record; empty: a new one. Of an assessment or a stock count: the external id of the assessment.
 * Of an organisation there is none: the name is what makes it the same.
 */
const id = field('id', 'Identifiant (ne pas modifier)', 'Id (do not change)', '#meta+id', 'text', { recordField: null });
const source = field('source', 'Source', 'Source', '#meta+source', 'text', { template: false });
const tier = listField('tier', 'Visibilité', 'Visibility', '#meta+tier', tiers, { template: false });

/** Organisations by role: parallel lists, the i-th acronym and type belong to the i-th name. A type that is in no list is kept as given. */
const organisationsBy = (key: string, fr: string, en: string, tag: string, required = false): Field[] => [
  field(`${key}Name`, fr, en, `${tag}+name`, 'text', { several: true, recordField: 'organisations', required }),
  field(`${key}Acronym`, `${fr}, sigle`, `${en}, acronym`, `${tag}+acronym`, 'text', { several: true, recordField: 'organisations' }),
  listField(`${key}Type`, `${fr}, type`, `${en}, type`, `${tag}+type`, organisationTypes, { several: true, recordField: 'organisations' }),
];

const initiative: readonly Field[] = [
  id,
  field('title', 'Titre de l’activité', 'Title of the activity', '#activity+name', 'text', { required: true }),
  listField('kinds', 'Types d’initiative', 'Kinds of initiative', '#activity+type', initiativeKinds, { several: true }),
  listField('topic', 'Sujet', 'Topic', '#activity+topic', topics),
  field('sector', 'Cluster ou secteur', 'Cluster or sector', '#sector+name', 'text', { recordField: 'sectorAsGiven' }),
  field('subsector', 'Sous-secteur', 'Subsector', '#subsector+name', 'text', { recordField: null, template: false }),
  field('service', 'Service', 'Service', '#service+name', 'text', { recordField: null, template: false }),
  listField('announcedServices', 'Services annoncés', 'Services announced', '#service+announced', services, { several: true }),
  listField('domain', 'Domaine du groupe de travail', 'Working-group domain', '#activity+domain', workingGroupDomains),
  field('description', 'Description', 'Description', '#description', 'longText'),
  ...organisationsBy('implementing', 'Organisation de mise en œuvre', 'Implementing organisation', '#org+impl', true),
  ...organisationsBy('programming', 'Responsable du programme', 'Programming organisation', '#org+prog'),
  ...organisationsBy('funder', 'Bailleur', 'Funder', '#org+funder'),
  ...areaFields('areaCodes', true),
  // Wins over the levels; only for a footprint of several levels that the columns above cannot say.
  field('areaCodes', 'Codes de toutes les zones', 'Codes of all areas', '#loc+code', 'text', { several: true }),
  field('start', 'Début', 'Start', '#date+start', 'date'),
  field('end', 'Fin', 'End', '#date+end', 'date'),
  listField('status', 'État', 'Status', '#status', initiativeStatuses),
  field('reportedOn', 'Date du rapport', 'Date of the report', '#date+reported', 'date'),
  listField('targetGroups', 'Groupes cibles', 'Target groups', '#beneficiary+type', targetGroups, { several: true }),
  ...peopleFields('targeted', 'Personnes visées', 'People targeted'),
  ...peopleFields('reached', 'Personnes atteintes', 'People reached'),
  field('budget', 'Budget', 'Budget', '#value+budget', 'amount'),
  field('currency', 'Monnaie', 'Currency', '#currency', 'text'),
  tier,
  source,
];

const position = (recordField: string | null): Field[] => [
  field('lat', 'Latitude', 'Latitude', '#geo+lat', 'coordinate', { recordField }),
  field('lng', 'Longitude', 'Longitude', '#geo+lon', 'coordinate', { recordField }),
];

const structure: readonly Field[] = [
  id,
  field('name', 'Nom de la structure', 'Name of the structure', '#loc+name', 'text', { required: true }),
  listField('type', 'Type de structure', 'Type of structure', '#loc+type', structureTypes),
  field('typeAsGiven', 'Type, mots de la source', 'Type, words of the source', '#loc+type+given', 'text', { template: false }),
  listField('ownership', 'Appartenance', 'Ownership', '#loc+ownership', ownerships),
  ...position('lngLat'),
  // The declared area: the finest level that is filled gives code and name.
  ...areaFields('areaCode', false),
  field('supportedBy', 'Appuyée par', 'Supported by', '#org+support+name', 'text', { several: true }),
  tier,
  source,
];

const organisation: readonly Field[] = [
  field('name', 'Nom de l’organisation', 'Name of the organisation', '#org+name', 'text', { required: true }),
  field('acronym', 'Sigle', 'Acronym', '#org+acronym', 'text'),
  listField('type', 'Type d’organisation', 'Type of organisation', '#org+type', organisationTypes),
  field('typeAsGiven', 'Type, mots de la source', 'Type, words of the source', '#org+type+given', 'text', { template: false }),
  field('aliases', 'Autres noms', 'Other names', '#org+alias+name', 'text', { several: true }),
  source,
];

const people = (required: boolean): Field[] => [
  field('population', 'Population', 'Population', '#population', 'amount', { recordField: required ? 'value' : 'population', required }),
  field('year', 'Année', 'Year', '#date+year', 'whole', { recordField: required ? 'year' : 'population' }),
];

const area: readonly Field[] = [
  listField('areaType', 'Type de zone', 'Type of area', '#loc+level', areaTypes, { recordField: 'type' }),
  field('areaCode', 'P-code', 'P-code', '#adm+code', 'text', { recordField: 'code', required: true }),
  field('areaName', 'Nom de la zone', 'Name of the area', '#adm+name', 'text', { recordField: 'name', required: true }),
  field('parentCode', 'Code de la zone qui la contient', 'Code of the area that contains it', '#adm+parent+code', 'text'),
  // `scheme=code` each (DHIS2, SNIS, MSF).
  field('otherCodes', 'Autres codes', 'Other codes', '#adm+othercode', 'text', { several: true, recordField: 'codes' }),
  ...people(false),
  field('populationSource', 'Source de la population', 'Source of the population', '#population+source', 'text', { recordField: 'population' }),
  field('validFrom', 'Valable depuis', 'Valid from', '#date+validfrom', 'date'),
  field('validTo', 'Valable jusqu’au', 'Valid to', '#date+validto', 'date'),
  source,
];

const population: readonly Field[] = [
  listField('areaType', 'Type de zone', 'Type of area', '#loc+level', areaTypes),
  field('areaCode', 'P-code', 'P-code', '#adm+code', 'text'),
  field('areaName', 'Nom de la zone', 'Name of the area', '#adm+name', 'text'),
  field('parentName', 'Zone qui la contient', 'Area that contains it', '#adm+parent+name', 'text'),
  ...people(true),
  source,
];

/** Which structure an assessment or a stock count is about: by id, else by name and area. */
const aboutStructure: readonly Field[] = [
  field('structureId', 'Identifiant de la structure (ne pas modifier)', 'Id of the structure (do not change)', '#loc+id', 'text', { recordField: null }),
  field('structureName', 'Nom de la structure', 'Name of the structure', '#loc+name', 'text', { recordField: null }),
  listField('structureType', 'Type de structure', 'Type of structure', '#loc+type', structureTypes, { recordField: null, template: false }),
  ...areaFields(null, false),
  ...position(null).map((each) => ({ ...each, template: false })),
];

const inEach = <Code extends string>(list: { readonly codes: readonly Code[]; readonly terms: Readonly<Record<Code, { readonly fr: string; readonly en: string }>> }, make: (code: Code, fr: string, en: string) => Field[]): Field[] =>
  list.codes.flatMap((code) => make(code, list.terms[code].fr, list.terms[code].en));

const cased = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1);

/** Availability and barriers of each service; trained staff of each service and cadre, parallel lists where there were several trainings. */
const serviceFields = inEach(services, (service, fr, en) => [
  listField(`availability${cased(service)}`, `${fr}\u202f: disponibilité`, `${en}: availability`, `#service+${service.toLowerCase()}+availability`, availabilities, { recordField: 'services' }),
  listField(`barriers${cased(service)}`, `${fr}\u202f: obstacles`, `${en}: barriers`, `#service+${service.toLowerCase()}+barriers`, barriers, { recordField: 'services', several: true }),
]);
const staffFields = inEach(services, (service, fr, en) =>
  inEach(cadres, (cadre, cadreFr, cadreEn) => {
    const key = `${cased(service)}${cased(cadre)}`;
    const words = [`${fr}\u202f: ${cadreFr.toLowerCase()}`, `${en}: ${cadreEn.toLowerCase()}`] as const;
    const tag = `#capacity+staff+trained+${service.toLowerCase()}+${cadre}`;
    const options = { recordField: 'trainedStaff', several: true, template: service === 'cmr' };
    return [
      field(`trained${key}`, `${words[0]}, formés`, `${words[1]}, trained`, tag, 'whole', options),
      field(`trainedWomen${key}`, `${words[0]}, femmes`, `${words[1]}, women`, `${tag}+f`, 'whole', options),
      field(`trainedMen${key}`, `${words[0]}, hommes`, `${words[1]}, men`, `${tag}+m`, 'whole', options),
      field(`trainedOn${key}`, `${words[0]}, date de formation`, `${words[1]}, date of training`, `${tag}+date`, 'date', options),
      field(`protocolVersion${key}`, `${words[0]}, version du protocole`, `${words[1]}, protocol version`, `${tag}+version`, 'text', options),
    ];
  }),
);

const assessment: readonly Field[] = [
  id,
  ...aboutStructure,
  field('assessedOn', 'Date de l’évaluation', 'Date of the assessment', '#date+assessed', 'date', { required: true }),
  field('assessedBy', 'Évaluée par (organisation)', 'Assessed by (organisation)', '#org+assessed', 'text'),
  listField('functionality', 'Fonctionnement', 'Functionality', '#status+functionality', functionalityLevels),
  listField('accessibility', 'Accessibilité', 'Accessibility', '#status+access', functionalityLevels),
  listField('protocol', 'Protocole écrit', 'Written protocol', '#capacity+protocol', presences),
  listField('privateRoom', 'Local privé', 'Private room', '#capacity+room', presences),
  listField('referralPath', 'Circuit de référencement', 'Referral path', '#capacity+referral', presences),
  ...serviceFields,
  ...staffFields,
  // The long form, a row per service. Not in the template.
  listField('service', 'Service', 'Service', '#service+name', services, { recordField: 'services', template: false }),
  listField('availability', 'Disponibilité', 'Availability', '#service+availability', availabilities, { recordField: 'services', template: false }),
  listField('barriers', 'Obstacles', 'Barriers', '#service+barriers', barriers, { recordField: 'services', several: true, template: false }),
  source,
];

/** One row a batch; the rows of one structure and one day of counting make one assessment. */
const stock: readonly Field[] = [
  id,
  ...aboutStructure,
  field('countedOn', 'Date du comptage', 'Date of the count', '#date+counted', 'date', { recordField: 'stockLines', required: true }),
  field('countedBy', 'Comptée par (organisation)', 'Counted by (organisation)', '#org+counted', 'text', { recordField: 'assessedBy' }),
  listField('item', 'Article', 'Item', '#item+name', stockItems, { recordField: 'stockLines', required: true }),
  field('batch', 'Lot', 'Batch', '#item+batch', 'text', { recordField: 'stockLines' }),
  field('quantity', 'Quantité', 'Quantity', '#item+quantity', 'whole', { recordField: 'stockLines', required: true }),
  // Only to tell pieces from boxes.
  field('unit', 'Unité de compte', 'Unit of count', '#item+unit', 'text', { recordField: null, template: false }),
  field('expiry', 'Date de péremption', 'Expiry date', '#date+expiry', 'date', { recordField: 'stockLines' }),
  source,
];

/** The kinds of rows that a table can be mapped to, or a template made for. */
export type TableRecordKind = ColumnMapping['recordKind'];

/** What the columns of a table can say, by kind of record: templates, column mappings and HXL files all speak in these. */
export const fieldsByKind: Readonly<Record<TableRecordKind, readonly Field[]>> = { initiative, structure, organisation, area, population, assessment, stock };

/** Marker of a template, in one cell of the first 25 rows of its sheet. */
export const templateMarker = (recordKind: TableRecordKind): string => `jonction-template:${recordKind}:1`;

/** The field of that name; null: the kind of record has none. */
export const fieldNamed = (recordKind: TableRecordKind, name: string): Field | null => fieldsByKind[recordKind].find((each) => each.name === name) ?? null;
