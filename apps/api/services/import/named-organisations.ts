import type { NamedOrganisation } from '#db/stores/organisations';
import type { InitiativeRecord } from '#domain/records';

/** Organisations that initiatives name, each way of naming one once, with where it stands first. */
export class NamedOrganisations {
  readonly #named = new Map<string, NamedOrganisation>();
  /** Rows often share one list: it is looked at once. */
  readonly #lists = new WeakSet<object>();

  add({ organisations, source, sourceRow }: InitiativeRecord): void {
    if (this.#lists.has(organisations)) return;
    this.#lists.add(organisations);
    for (const { organisation } of organisations) {
      const key = JSON.stringify([organisation.name, organisation.acronym, organisation.type, organisation.typeAsGiven]);
      if (!this.#named.has(key)) this.#named.set(key, { ...organisation, source, sourceRow });
    }
  }

  list(): NamedOrganisation[] {
    return [...this.#named.values()];
  }
}
