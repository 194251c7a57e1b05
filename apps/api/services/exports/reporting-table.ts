import type { TableColumn } from '#interchange/write-table';
import type { ReportingItem } from '../../contract/imports';
import { column, dateColumn } from './table-columns';

const STATES: Readonly<Record<ReportingItem['state'], string>> = { reported: 'a rapporté / reported', late: 'en retard / late', never: 'jamais / never' };

export const reportingColumns: readonly TableColumn<ReportingItem>[] = [
  column('name', 'Organisation', '#org+name', ({ name }) => name),
  column('acronym', 'Sigle / Acronym', '#org+acronym', ({ acronym }) => acronym),
  column('state', 'Rapport du mois / Report of the month', '#status+report', ({ state }) => STATES[state]),
  column('openInitiatives', 'Initiatives ouvertes / Open initiatives', '#activity+open+num', ({ openInitiatives }) => openInitiatives),
  column('reportedRows', 'Lignes rapportées dans le mois / Rows reported in the month', '#activity+reported+num', ({ reportedRows }) => reportedRows),
  dateColumn('lastReportedOn', 'Dernier rapport / Last report', '#date+reported', ({ lastReportedOn }) => lastReportedOn),
  column('daysOld', 'Âge en jours / Age in days', '#meta+days', ({ daysOld }) => daysOld),
  column('organisationId', 'Identifiant / Identifier', '#org+code', ({ organisationId }) => organisationId),
];
