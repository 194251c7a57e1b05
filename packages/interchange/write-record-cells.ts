import type { AreaRecord, AreaType, AssessmentRecord, InitiativeRecord, OrganisationRecord, StructureRecord } from '#domain/records';
import { initiativeKinds, initiativeStatuses, targetGroups, topics, workingGroupDomains } from '#domain/vocabularies/initiatives';
import { organisationTypes } from '#domain/vocabularies/organisations';
import { areaTypes } from '#domain/vocabularies/places';
import { availabilities, barriers, cadres, functionalityLevels, ownerships, presences, services, stockItems, structureTypes, tiers } from '#domain/vocabularies/structures';
import type { Vocabulary } from '#domain/vocabulary';
import { joinCell } from './fields/list-cells';
import type { OutCell } from './write-workbook';

/** An area as a table names it. */
export interface AreaInTable {
  readonly type: AreaType;
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
}
type Lang = 'fr' | 'en' | 'code';
/** What the cells of records are written with. */
export interface CellWriter {
  /** Language of the labels of code lists; `code`: the codes themselves. */
  readonly lang: Lang;
  /** The area of a code, the finest of those that share it; null: not known. */
  areaOf(code: string): AreaInTable | null;
  /** The one area of a name; null: none, or several. */
  areaNamed(name: string): AreaInTable | null;
}
/** Cells of one row by the name of their field (`fields/field-names.ts`); a field that is not there is empty. */
export type RecordCells = Record<string, OutCell>;

const label = (list: Vocabulary, code: string, lang: Lang): string => (lang === 'code' ? code : (list.terms[code]?.[lang] ?? code));
const labels = (list: Vocabulary, codes: readonly string[], lang: Lang): string => joinCell(codes.map((code) => label(list, code, lang)));
const cased = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1);

/** The form of codes that the reader takes out of `Name (CODE)`. */
const CODE_IN_NAME = /^[A-Z]{2,3}\d[A-Z\d]*$/;
export const nameAndCode = ({ name, code }: Pick<AreaInTable, 'name' | 'code'>): string => `${name} (${code})`;

/** An area and what holds it, finest first. A chain of parents that turns on itself ends. */
function chainOf(area: AreaInTable, writer: CellWriter): AreaInTable[] {
  const chain = [area];
  let above = area.parentCode === null ? null : writer.areaOf(area.parentCode);
  while (above !== null && chain.length < areaTypes.codes.length) {
    chain.push(above);
    above = above.parentCode === null ? null : writer.areaOf(above.parentCode);
  }
  return chain;
}

/** Where: the areas in the column of their level, with what holds them where that is one area; what no column can say goes as codes. */
export function placeCells(codes: readonly string[], writer: CellWriter): RecordCells {
  const areas = codes.flatMap((code) => writer.areaOf(code) ?? []);
  const [first] = areas;
  const oneLevel = areas.every(({ type }) => type === first?.type);
  if (first === undefined || !oneLevel || areas.length !== codes.length || areas.some(({ code, name }) => !CODE_IN_NAME.test(code) || name.trim() === '')) return { areaCodes: joinCell(codes) };
  const cells: RecordCells = { [`${first.type}Name`]: joinCell(areas.map(nameAndCode)) };
  const chains = areas.map((area) => chainOf(area, writer).slice(1));
  for (const { type } of chains[0] ?? []) {
    const holding = [...new Map(chains.flatMap((chain) => chain.filter((above) => above.type === type)).map((above) => [above.code, above])).values()];
    const [only] = holding;
    if (only !== undefined && holding.length === 1 && CODE_IN_NAME.test(only.code) && type !== first.type) cells[`${type}Name`] = joinCell([nameAndCode(only)]);
  }
  return cells;
}

const ROLES = [['implementing', 'implementing'], ['programming', 'programming'], ['funder', 'funder']] as const;

/** Organisations by role as parallel lists. A type that is in no list is said in the words of the source. */
export function organisationCells({ organisations }: Pick<InitiativeRecord, 'organisations'>, lang: Lang): RecordCells {
  const cells: RecordCells = {};
  for (const [role, key] of ROLES) {
    const named = organisations.filter((one) => one.role === role).map(({ organisation }) => organisation);
    cells[`${key}Name`] = joinCell(named.map(({ name }) => name));
    cells[`${key}Acronym`] = joinCell(named.map(({ acronym }) => acronym));
    cells[`${key}Type`] = joinCell(named.map(({ type, typeAsGiven }) => (type === 'unknown' && typeAsGiven !== null ? typeAsGiven : label(organisationTypes, type, lang))));
  }
  return cells;
}

export function initiativeCells(record: InitiativeRecord, writer: CellWriter): RecordCells {
  const { lang } = writer;
  const people = (key: 'targeted' | 'reached'): RecordCells => Object.fromEntries(Object.entries(record[key]).map(([group, count]) => [`${key}${cased(group)}`, count]));
  return {
    id: `${record.scheme}:${record.externalId}`,
    title: record.title,
    kinds: labels(initiativeKinds, record.kinds.map(({ kind }) => kind), lang),
    topic: label(topics, record.topic, lang),
    sector: record.sectorAsGiven,
    announcedServices: labels(services, record.announcedServices ?? [], lang),
    domain: record.domain === null ? null : label(workingGroupDomains, record.domain, lang),
    description: record.description,
    ...organisationCells(record, lang),
    ...placeCells(record.areaCodes, writer),
    start: record.start,
    end: record.end,
    status: label(initiativeStatuses, record.status, lang),
    reportedOn: record.reportedOn,
    targetGroups: labels(targetGroups, record.targetGroups, lang),
    ...people('targeted'),
    ...people('reached'),
    budget: record.budget,
    currency: record.currency,
    tier: label(tiers, record.tier, lang),
    source: record.source,
  };
}

/** The declared area: by its code; else its name as it was given, in the column of the level that it fits. */
export function declaredCells({ areaCode, areaName }: Pick<StructureRecord, 'areaCode' | 'areaName'>, writer: CellWriter): RecordCells {
  const area = areaCode === null ? null : writer.areaOf(areaCode);
  if (area !== null) {
    const cells = placeCells([area.code], writer);
    // A code of a form that no name carries has a column of its own.
    return 'areaCodes' in cells ? { [`${area.type}Name`]: areaName, [`${area.type}Code`]: areaCode } : areaName === null ? cells : { ...cells, [`${area.type}Name`]: joinCell([nameAndCode({ name: areaName, code: area.code })]) };
  }
  if (areaCode !== null) return { provinceCode: areaCode, provinceName: areaName };
  if (areaName === null) return {};
  return { [`${writer.areaNamed(areaName)?.type ?? 'province'}Name`]: joinCell([areaName]) };
}

export function structureCells(record: StructureRecord, writer: CellWriter): RecordCells {
  const { lang } = writer;
  return {
    id: `${record.scheme}:${record.externalId}`,
    name: record.name,
    type: label(structureTypes, record.type, lang),
    ownership: label(ownerships, record.ownership, lang),
    lat: record.lngLat?.[1] ?? null,
    lng: record.lngLat?.[0] ?? null,
    ...declaredCells(record, writer),
    supportedBy: joinCell(record.supportedBy),
    tier: label(tiers, record.tier, lang),
    source: record.source,
  };
}

export function organisationRecordCells(record: OrganisationRecord, { lang }: CellWriter): RecordCells {
  return {
    name: record.name,
    acronym: record.acronym,
    type: record.type === 'unknown' && record.typeAsGiven !== null ? record.typeAsGiven : label(organisationTypes, record.type, lang),
    aliases: joinCell(record.aliases),
    source: record.source,
  };
}

export function areaCells(record: AreaRecord, { lang }: CellWriter): RecordCells {
  return {
    areaType: label(areaTypes, record.type, lang),
    areaCode: record.code,
    areaName: record.name,
    parentCode: record.parentCode,
    otherCodes: joinCell(Object.entries(record.codes).map(([scheme, code]) => `${scheme}=${code}`)),
    population: record.population?.value ?? null,
    year: record.population?.year ?? null,
    populationSource: record.population?.source ?? null,
    validFrom: record.validFrom,
    validTo: record.validTo,
    source: record.source,
  };
}

/** Which structure a row is about: the id decides, name and place are for the person who fills it in. */
function aboutCells(record: AssessmentRecord, structure: StructureRecord | null, writer: CellWriter): RecordCells {
  const { structureScheme, structureExternalId } = record;
  return { structureId: `${structureScheme}:${structureExternalId}`, structureName: structure?.name ?? null, ...(structure === null ? {} : declaredCells(structure, writer)) };
}

/** One row an assessment. Trained staff: parallel lists by service and cadre. Stock has rows of its own. */
export function assessmentCells(record: AssessmentRecord, structure: StructureRecord | null, writer: CellWriter): RecordCells {
  const { lang } = writer;
  const cells: RecordCells = {
    id: record.externalId,
    ...aboutCells(record, structure, writer),
    assessedOn: record.assessedOn,
    assessedBy: record.assessedBy,
    functionality: label(functionalityLevels, record.functionality, lang),
    accessibility: label(functionalityLevels, record.accessibility, lang),
    protocol: label(presences, record.protocol, lang),
    privateRoom: label(presences, record.privateRoom, lang),
    referralPath: label(presences, record.referralPath, lang),
    source: record.source,
  };
  for (const { service, availability, barriers: found } of record.services) {
    cells[`availability${cased(service)}`] = label(availabilities, availability, lang);
    cells[`barriers${cased(service)}`] = labels(barriers, found, lang);
  }
  for (const service of services.codes) {
    for (const cadre of cadres.codes) {
      const trainings = record.trainedStaff.filter((one) => one.service === service && one.cadre === cadre);
      const key = `${cased(service)}${cased(cadre)}`;
      const list = (value: (one: (typeof trainings)[number]) => string | number | null): string => joinCell(trainings.map((one) => value(one)?.toString() ?? null));
      if (trainings.length === 0) continue;
      cells[`trained${key}`] = list(({ number }) => number);
      cells[`trainedWomen${key}`] = list(({ women }) => women);
      cells[`trainedMen${key}`] = list(({ men }) => men);
      cells[`trainedOn${key}`] = list(({ trainedOn }) => trainedOn);
      cells[`protocolVersion${key}`] = list(({ protocolVersion }) => protocolVersion);
    }
  }
  return cells;
}

/** One row a batch of the assessment. */
export function stockCells(record: AssessmentRecord, structure: StructureRecord | null, writer: CellWriter): RecordCells[] {
  return record.stockLines.map(({ item, batch, quantity, expiry, countedOn }) => ({
    id: record.externalId,
    ...aboutCells(record, structure, writer),
    countedOn,
    countedBy: record.assessedBy,
    item: label(stockItems, item, writer.lang),
    batch,
    quantity,
    expiry,
    source: record.source,
  }));
}
