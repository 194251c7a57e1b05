import { z } from 'zod';
import { areaTypes } from '#domain/vocabularies/places';
import { changeKinds } from '#domain/vocabularies/reach';
import { structureTypes } from '#domain/vocabularies/structures';

/** Changes that are tried out, as `writeChanges` gives them: `r:` made ready, `n:` not ready, `a:` awareness added, `s:` stopped, `c:` closed. */
export const changesText = z.string().max(6000);

/** A change with the name of what it is about. */
export const triedChange = z.object({
  kind: z.enum(changeKinds.codes),
  target: z.string(),
  name: z.string(),
  /** Of a structure: its type and position, to be drawn; null for the rest, and where the position is not known. */
  structureType: z.enum(structureTypes.codes).nullable(),
  lngLat: z.tuple([z.number(), z.number()]).nullable(),
  /** Of an area: its level. */
  areaType: z.enum(areaTypes.codes).nullable(),
  /** It changes nothing: the structure is so already, the initiative counts neither as awareness nor as care, the area holds no point where people are placed. */
  moot: z.boolean(),
}).meta({ id: 'TriedChange' });
export type TriedChange = z.infer<typeof triedChange>;

/** What is tried out in an answer; left out: nothing, it says what is loaded. */
export const changesTried = z.array(triedChange).optional();
