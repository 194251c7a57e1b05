import { areaId, areaIndex } from '#db/stores/areas';
import { areaDetails, initiativeDetails, organisationDetails, structureDetails } from '#db/stores/list-details';
import type { InitiativeRecord } from '#domain/records';
import { areaRow, initiativeRow, type ListRow, organisationRow, structureRow } from '#interchange/lists/list-rows';
import type { CellWriter } from '#interchange/write-record-cells';
import type { AreaItem, InitiativeItem, OrganisationItem, StructureItem } from '../../contract/records';
import type { ListSources } from '../lists';
import { areaPlaces } from './area-places';
import { joined } from './table-columns';

type Pages<Item> = AsyncIterable<readonly Item[]>;

/** The validity of areas, by page. */
export async function* areaRows({ database, viewer }: ListSources, pages: Pages<AreaItem>): AsyncGenerator<ListRow[]> {
  for await (const items of pages) {
    const details = await areaDetails(database.kysely, viewer, items.map(({ type, code }) => areaId(type, code)));
    yield items.map((item) => areaRow({ ...item, ...(details.get(areaId(item.type, item.code)) ?? { validFrom: null, validTo: null }) }));
  }
}

/** Organisations with the aliases of their own; the names of those that they stand for beside them. */
export async function* organisationRows({ database, viewer }: ListSources, pages: Pages<OrganisationItem>): AsyncGenerator<ListRow[]> {
  for await (const items of pages) {
    const details = await organisationDetails(database.kysely, viewer, items.map(({ id }) => id));
    yield items.map((item) => {
      const { aliases, typeAsGiven } = details.get(item.id) ?? { aliases: item.aliases, typeAsGiven: null };
      const others = item.aliases.filter((name) => !aliases.includes(name));
      return { ...organisationRow({ ...item, aliases, typeAsGiven }), ...(others.length > 0 ? { standsFor: joined(others) } : {}), initiatives: item.initiatives };
    });
  }
}

/** Structures as they were saved, with what was worked out for them. */
export async function* structureRows({ database, viewer }: ListSources, pages: Pages<StructureItem>): AsyncGenerator<ListRow[]> {
  const places: Omit<CellWriter, 'lang'> = areaPlaces(await areaIndex(database.kysely));
  for await (const items of pages) {
    const details = await structureDetails(database.kysely, viewer, items.map(({ id }) => id));
    yield items.flatMap((item) => {
      const own = details.get(item.id);
      // Taken out since the page was read.
      if (own === undefined) return [];
      return {
        ...structureRow({ ...item, ...own }, places),
        provinceCode: item.province?.code ?? null, province: item.province?.name ?? null, healthZoneCode: item.healthZone?.code ?? null, healthZone: item.healthZone?.name ?? null,
        readiness: item.readiness, missing: joined(item.missing), unknown: joined(item.unknown), evidenceOn: item.evidenceOn, lapsesAfter: item.lapsesAfter,
      };
    });
  }
}

/** A row of initiatives, and where its areas are: `type:code` each, for the point on a map. */
export type PlacedRow = ListRow & { readonly places: string };

/** Initiatives as they were saved, small counts as the viewer sees them. */
export async function* initiativeRows({ database, viewer }: ListSources, pages: Pages<InitiativeItem>): AsyncGenerator<ListRow[]> {
  for await (const items of pages) {
    const details = await initiativeDetails(database.kysely, viewer, items.map(({ id }) => id));
    yield items.flatMap((item) => {
      const own = details.get(item.id);
      if (own === undefined) return [];
      const record: InitiativeRecord = { ...item, ...own, topicWords: [], areaCodes: item.areas.map(({ code }) => code) };
      const reported = new Set(own.organisations.map(({ organisation }) => organisation.name));
      const standing = [...new Set(item.organisations.map(({ name }) => name))];
      return {
        ...initiativeRow(record, viewer === 'public'),
        words: joined(item.kinds.flatMap(({ words }) => words)),
        toReview: item.toReview ? 'true' : 'false',
        areaNames: joined(item.areas.map(({ name }) => name)),
        ...(standing.some((name) => !reported.has(name)) ? { standingOrganisations: joined(standing) } : {}),
        ...(item.reportedOn !== own.reportedOn ? { confirmedOn: item.reportedOn } : {}),
        places: item.areas.map(({ type, code }) => `${type}:${code}`).join(' '),
      };
    });
  }
}
