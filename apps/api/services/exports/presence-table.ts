import type { TableColumn } from '#interchange/write-table';
import type { PresenceItem } from '../../contract/imports';
import { column, dateColumn } from './table-columns';

/** Columns named as HDX HAPI names those of operational presence, and ours for what it does not have. */
export const presenceColumns: readonly TableColumn<PresenceItem>[] = [
  column('locationCode', 'location_code', '#country+code', ({ locationCode }) => locationCode),
  column('admin1Code', 'admin1_code', '#adm1+code', ({ admin1Code }) => admin1Code),
  column('admin1Name', 'admin1_name', '#adm1+name', ({ admin1Name }) => admin1Name),
  column('admin2Code', 'admin2_code', '#adm2+code', ({ admin2Code }) => admin2Code),
  column('admin2Name', 'admin2_name', '#adm2+name', ({ admin2Name }) => admin2Name),
  column('healthZoneCode', 'health_zone_code', '#adm3+code', ({ healthZoneCode }) => healthZoneCode),
  column('healthZoneName', 'health_zone_name', '#adm3+name', ({ healthZoneName }) => healthZoneName),
  column('orgAcronym', 'org_acronym', '#org+acronym', ({ orgAcronym }) => orgAcronym),
  column('orgName', 'org_name', '#org+name', ({ orgName }) => orgName),
  column('orgType', 'org_type_description', '#org+type', ({ orgType }) => orgType),
  column('sector', 'sector_name', '#sector+name', ({ sector }) => sector),
  dateColumn('periodStart', 'reference_period_start', '#date+start', ({ periodStart }) => periodStart),
  dateColumn('periodEnd', 'reference_period_end', '#date+end', ({ periodEnd }) => periodEnd),
  column('initiatives', 'initiatives', '#activity+num', ({ initiatives }) => initiatives),
];
