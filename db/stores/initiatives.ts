import type { AreaType, InitiativeKind, InitiativeRecord, InitiativeStatus, OrganisationRole, TargetGroup, Topic } from '#domain/records';
import type { Viewer } from '#domain/viewer';
import type { Handle, Page, PageRequest, Saved } from './handle';
import { notYet } from './not-yet';

export interface InitiativeItem extends Omit<InitiativeRecord, 'scheme' | 'externalId' | 'topicWords' | 'organisations' | 'areaCodes'> {
  readonly id: string;
  readonly organisations: { readonly id: string; readonly name: string; readonly acronym: string | null; readonly role: OrganisationRole }[];
  readonly areas: { readonly code: string; readonly name: string; readonly type: AreaType }[];
}
/** Left out: no filter. A list holds alternatives. */
export interface InitiativeFilters {
  readonly ids?: readonly string[] | undefined;
  readonly kinds?: readonly InitiativeKind[] | undefined;
  readonly topics?: readonly Topic[] | undefined;
  readonly statuses?: readonly InitiativeStatus[] | undefined;
  readonly domains?: readonly NonNullable<InitiativeRecord['domain']>[] | undefined;
  readonly targetGroups?: readonly TargetGroup[] | undefined;
  /** Ids of organisations, in any role. */
  readonly organisations?: readonly string[] | undefined;
  /** Codes of areas of the footprint, or of areas that hold them. */
  readonly areas?: readonly string[] | undefined;
  readonly toReview?: boolean | undefined;
  /** Part of the title, whatever its case. */
  readonly search?: string | undefined;
}

/** Throws if an area code or an organisation is not known: the caller resolves first. */
export async function saveInitiatives(db: Handle, batchId: string, records: readonly InitiativeRecord[], organisationIds: ReadonlyMap<string, string>): Promise<Saved[]> {
  return notYet(db, batchId, records, organisationIds);
}
/** Null: there is none, or none that this viewer may see. */
export async function getInitiative(db: Handle, viewer: Viewer, id: string): Promise<InitiativeItem | null> {
  return notYet(db, viewer, id);
}
/** By title. */
export async function listInitiatives(db: Handle, viewer: Viewer, page: PageRequest & { readonly filters?: InitiativeFilters | undefined }): Promise<Page<InitiativeItem>> {
  return notYet(db, viewer, page);
}
