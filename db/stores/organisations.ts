import type { OrganisationRecord, OrganisationType } from '#domain/records';
import type { Viewer } from '#domain/viewer';
import type { Handle, Page, PageRequest, Saved } from './handle';
import { notYet } from './not-yet';

/** An organisation as another record names it. */
export type NamedOrganisation = Pick<OrganisationRecord, 'name' | 'acronym' | 'type' | 'typeAsGiven' | 'source' | 'sourceRow'>;

export interface OrganisationItem {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly type: OrganisationType;
  readonly typeAsGiven: string | null;
  readonly aliases: string[];
  /** Initiatives that this viewer may see. */
  readonly initiatives: number;
  readonly source: string;
  readonly sourceRow: number | null;
}

/**
 * Ids by name as given. An organisation is known by its exact normalised name, an alias or an acronym; an acronym that
 * fits two is no match. Unknown ones are created; an unknown type or acronym of a known one is filled in, never replaced.
 */
export async function ensureOrganisations(db: Handle, batchId: string, named: readonly NamedOrganisation[]): Promise<Map<string, string>> {
  return notYet(db, batchId, named);
}
export async function saveOrganisations(db: Handle, batchId: string, records: readonly OrganisationRecord[]): Promise<Saved[]> {
  return notYet(db, batchId, records);
}
/** By name. The public sees those that a source lists, and those of records that it may see. */
export async function listOrganisations(db: Handle, viewer: Viewer, page: PageRequest & { readonly search?: string | undefined }): Promise<Page<OrganisationItem>> {
  return notYet(db, viewer, page);
}
