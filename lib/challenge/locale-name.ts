/** A name in the way of the locales' keys: `other-spelling` is `otherSpelling` there. */
export type LocaleName<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<LocaleName<Rest>>}`
  : Name;

/** The name under which the sentences of an advice or a doubt stand in the locales. */
export function localeName<Name extends string>(name: Name): LocaleName<Name> {
  const joined = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return joined as LocaleName<Name>; // which says the same in the language of types
}
