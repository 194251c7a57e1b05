import type { z } from 'zod';
import type { TableColumn } from '#interchange/write-table';
import type { ClosureItem, coverageCell, KitMovementItem, MissionItem, SessionItem } from '../../contract/programmes';
import { column, dateColumn, joined } from './table-columns';

interface Entered {
  readonly entered: SessionItem['entered'];
}
interface Organised {
  readonly organisations: SessionItem['organisations'];
}

const enteredColumns = <Row extends Entered>(): TableColumn<Row>[] => [
  column('enteredBy', 'Saisi par / Entered by', '#org+entered', ({ entered }) => entered.by),
  column('source', 'Source', '#meta+source', ({ entered }) => entered.source),
  column('id', 'Identifiant / Identifier', '#meta+id', (row) => (row as unknown as { readonly id: string }).id),
];
const organisationsColumn = <Row extends Organised>(): TableColumn<Row> =>
  column('organisations', 'Organisations (rôle) / Organisations (role)', '#org', ({ organisations }) => joined(organisations.map(({ role, organisation }) => `${organisation.name} (${role})`)));

const sessions: readonly TableColumn<SessionItem>[] = [
  column('title', 'Session', '#activity+session+name', ({ title }) => title),
  column('topic', 'Sujet / Topic', '#activity+topic', ({ topic }) => topic),
  column('audience', 'Public formé / Audience trained', '#beneficiary+type+trained', ({ audience }) => audience),
  column('areaCode', 'Code de la zone / Area code', '#adm+code', ({ areaCode }) => areaCode),
  column('areaName', 'Zone / Area', '#adm+name', ({ area }) => area?.name ?? null),
  dateColumn('start', 'Premier jour / First day', '#date+start', ({ start }) => start),
  dateColumn('end', 'Dernier jour / Last day', '#date+end', ({ end }) => end),
  column('status', 'État de la session / Status of the session', '#status+session', ({ status }) => status),
  column('planned', 'Prévus / Planned', '#targeted+trained', ({ planned }) => planned),
  column('women', 'Femmes / Women', '#reached+f+trained', ({ women }) => women),
  column('men', 'Hommes / Men', '#reached+m+trained', ({ men }) => men),
  column('total', 'Total', '#reached+trained', ({ total }) => total),
  column('protocolVersion', 'Version du protocole / Protocol version', '#meta+protocol', ({ protocolVersion }) => protocolVersion),
  organisationsColumn(),
  column('origins', 'Structures d’origine / Structures of origin', '#loc+origin+name', ({ origins }) => joined(origins.map(({ structure, cadre, number }) => `${structure.name}: ${cadre} ${number ?? '?'}`))),
  ...enteredColumns<SessionItem>(),
];

/** One row per batch. */
type KitMovementRow = Omit<KitMovementItem, 'lines'> & KitMovementItem['lines'][number];
const kitMovements: readonly TableColumn<KitMovementRow>[] = [
  column('structure', 'Structure', '#loc+name', ({ structure }) => structure.name),
  column('area', 'Zone / Area', '#adm+name', ({ structure }) => structure.area),
  column('kind', 'Mouvement de kits / Movement of kits', '#activity+movement', ({ kind }) => kind),
  dateColumn('on', 'Le / On', '#date', ({ on }) => on),
  column('item', 'Article / Item', '#item+name', ({ item }) => item),
  column('batch', 'Lot / Batch', '#item+batch', ({ batch }) => batch),
  column('quantity', 'Quantité / Quantity', '#item+num', ({ quantity }) => quantity),
  dateColumn('expiry', 'Péremption / Expiry', '#date+expiry', ({ expiry }) => expiry),
  column('organisation', 'Fournisseur / Supplier', '#org+supplier', ({ organisation }) => organisation),
  column('proposal', 'Réponse à la livraison / Answer to the delivery', '#status+proposal', ({ proposal }) => proposal),
  ...enteredColumns<KitMovementRow>(),
];

const missions: readonly TableColumn<MissionItem>[] = [
  column('title', 'Mission', '#activity+mission+name', ({ title }) => title),
  column('service', 'Service', '#service', ({ service }) => service),
  column('phase', 'Ce jour-là / On that day', '#status+mission', ({ phase }) => phase),
  column('status', 'État de la mission / Status of the mission', '#status', ({ status }) => status),
  dateColumn('start', 'Premier jour / First day', '#date+start', ({ start }) => start),
  dateColumn('end', 'Dernier jour / Last day', '#date+end', ({ end }) => end),
  column('host', 'Structure hôte / Host structure', '#loc+host+name', ({ host }) => host?.name ?? null),
  column('locality', 'Localité / Locality', '#loc+name', ({ locality }) => locality),
  column('areaCode', 'Code de la zone / Area code', '#adm+code', ({ areaCode }) => areaCode),
  column('areaName', 'Zone / Area', '#adm+name', ({ area }) => area?.name ?? null),
  column('lat', 'Latitude', '#geo+lat', ({ lngLat }) => lngLat?.[1] ?? null),
  column('lng', 'Longitude', '#geo+lon', ({ lngLat }) => lngLat?.[0] ?? null),
  column('radiusKm', 'Rayon, km / Radius, km', '#geo+radius+km', ({ radiusKm }) => radiusKm),
  column('capacity', 'Capacité, personnes / Capacity, people', '#capacity', ({ capacity }) => capacity),
  column('treated', 'Personnes soignées / People treated', '#reached+treated', ({ treated }) => treated.total),
  organisationsColumn(),
  ...enteredColumns<MissionItem>(),
];

const sessionCoverage: readonly TableColumn<z.infer<typeof coverageCell>>[] = [
  column('audience', 'Public formé / Audience trained', '#beneficiary+type+trained', ({ audience }) => audience),
  column('areaCode', 'Code de la zone / Area code', '#adm+code', ({ areaCode }) => areaCode),
  column('month', 'Mois / Month', '#date+month', ({ month }) => month),
  column('sessionsHeld', 'Sessions tenues / Sessions held', '#activity+held+num', ({ sessionsHeld }) => sessionsHeld),
  column('sessionsPlanned', 'Sessions prévues / Sessions planned', '#activity+planned+num', ({ sessionsPlanned }) => sessionsPlanned),
  column('planned', 'Personnes prévues / People planned', '#targeted+trained', ({ planned }) => planned),
  column('plannedNotCounted', 'Sessions sans nombre prévu / Sessions without a planned number', '#targeted+notcounted', ({ plannedNotCounted }) => plannedNotCounted),
  column('women', 'Femmes / Women', '#reached+f+trained', ({ women }) => women),
  column('men', 'Hommes / Men', '#reached+m+trained', ({ men }) => men),
  column('bySexNotCounted', 'Sessions non comptées par sexe / Sessions not counted by sex', '#reached+sex+notcounted', ({ bySexNotCounted }) => bySexNotCounted),
  column('total', 'Total', '#reached+trained', ({ total }) => total),
  column('totalNotCounted', 'Sessions non comptées / Sessions not counted', '#reached+notcounted', ({ totalNotCounted }) => totalNotCounted),
];

const closures: readonly TableColumn<ClosureItem>[] = [
  column('title', 'Fermeture / Closure', '#event+closure+name', ({ title }) => title),
  column('effect', 'Effet sur les déplacements / Effect on movement', '#access+effect', ({ effect }) => effect),
  column('factor', 'Trajet, fois plus long / Way, times as long', '#access+factor', ({ factor }) => factor),
  dateColumn('start', 'Premier jour / First day', '#date+start', ({ start }) => start),
  dateColumn('end', 'Dernier jour / Last day', '#date+end', ({ end }) => end),
  column('inForce', 'En vigueur ce jour-là / In force on that day', '#status+closure', ({ inForce }) => (inForce ? 1 : 0)),
  column('areaCodes', 'Codes des zones / Area codes', '#adm+code', ({ areaCodes }) => joined(areaCodes)),
  column('areaNames', 'Zones / Areas', '#adm+name', ({ areas }) => joined(areas.map(({ name }) => name))),
  column('outlineParts', 'Parties du contour dessiné / Parts of the drawn outline', '#geo+outline+num', ({ outline }) => outline?.length ?? null),
  ...enteredColumns<ClosureItem>(),
];

/** Lists of what programmes did, that can be taken away. They do not come back as files: corrections go through the forms. */
export const PROGRAMME_TABLES = { sessions, kitMovements, missions, closures, sessionCoverage };
export type ProgrammeTable = keyof typeof PROGRAMME_TABLES;
