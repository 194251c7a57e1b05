/** The shape that a translation must have: every key, nothing besides; `_many` is a plural form that only French has. */
export type Translation<Catalogue> = {
  readonly [Key in keyof Catalogue as Key extends `${string}_many` ? never : Key]: Catalogue[Key] extends string ? string : Translation<Catalogue[Key]>;
};
