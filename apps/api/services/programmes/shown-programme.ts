import type { z } from 'zod';
import { areaIndex } from '#db/stores/areas';
import type { ProgrammeItem } from '#db/stores/programme-reading';
import type { ProgrammeKind } from '#domain/record-kinds';
import type { AreaType } from '#domain/records';
import type { enteredBy } from '../../contract/programmes';
import type { ListSources } from '../lists';

type Entered = z.infer<typeof enteredBy>;

/** Who said it, when, and from where it is known. */
export const enteredOf = ({ record, origin }: Pick<ProgrammeItem<ProgrammeKind>, 'record' | 'origin'>): Entered => ({ ...origin, source: record.source });

/** A structure as lists name it. */
export interface NamedStructure {
  readonly id: string;
  readonly name: string;
  readonly area: string | null;
}

/** The structure that a record names, as this viewer may see it; null: it may not. */
export function structureNamed({ structures }: Pick<ProgrammeItem<ProgrammeKind>, 'structures'>, ref: { readonly structureScheme: string; readonly structureExternalId: string }): NamedStructure | null {
  const found = structures.find(({ scheme, externalId }) => scheme === ref.structureScheme && externalId === ref.structureExternalId);
  return found === undefined ? null : { id: found.structureId, name: found.name, area: found.areaName };
}

export interface NamedArea {
  readonly type: AreaType;
  readonly code: string;
  readonly name: string;
}

/** Areas by code. */
export class KnownAreas {
  readonly #byCode: ReadonlyMap<string, NamedArea & { readonly parentCode: string | null }>;

  private constructor(areas: readonly (NamedArea & { readonly parentCode: string | null })[]) {
    this.#byCode = new Map(areas.map((area) => [area.code, area]));
  }

  static async read({ database }: Pick<ListSources, 'database'>): Promise<KnownAreas> {
    return new KnownAreas(await areaIndex(database.kysely));
  }

  /** Null: no code, or one that is not known. */
  named(code: string | null): NamedArea | null {
    const found = code === null ? undefined : this.#byCode.get(code);
    return found === undefined ? null : { type: found.type, code: found.code, name: found.name };
  }

  /** Code of the area of a type that is, or holds, the area of this code; null: none is known to. */
  within(code: string | null, type: AreaType): string | null {
    const passed = new Set<string>();
    for (let at = code; at !== null && !passed.has(at); ) {
      passed.add(at);
      const found = this.#byCode.get(at);
      if (found === undefined) return null;
      if (found.type === type) return found.code;
      at = found.parentCode;
    }
    return null;
  }

  /** Every area of a type, by code. */
  ofType(type: AreaType): NamedArea[] {
    return [...this.#byCode.values()].filter((area) => area.type === type).map(({ code, name }) => ({ type, code, name }));
  }
}
