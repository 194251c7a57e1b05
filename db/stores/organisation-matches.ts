import { sql } from 'kysely';
import type { Handle } from './handle';
import { isKnownTo } from './organisations';

/** An organisation as matching looks at it. `isPublic`: the public may know of it. */
export interface OrganisationToMatch {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly aliases: string[];
  readonly hasType: boolean;
  readonly listed: boolean;
  readonly isPublic: boolean;
}

/** Every organisation by id, also those that only hidden records name: only the coordination sees what matching finds. Leans on the primary keys. */
export async function readOrganisationsToMatch(db: Handle): Promise<OrganisationToMatch[]> {
  return db
    .selectFrom('organisation as o')
    .select(['o.id', 'o.name', 'o.acronym', 'o.listed', isKnownTo('public', 'o').as('isPublic')])
    .select(sql<boolean>`o.type <> 'unknown'`.as('hasType'))
    .select(sql<string[]>`array(select oa.alias from organisation_alias as oa where oa.organisation_id = o.id order by oa.alias_key)`.as('aliases'))
    .orderBy('o.id')
    .execute();
}
