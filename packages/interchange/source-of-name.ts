/** What computers add to the name of a file that is there already: `(1)`, `- Copie`, `Copy of`. */
const COPY_BEFORE = /^(?:copie de|copy of) /i;
const COPY_AFTER = /(?: \(\d{1,3}\)| ?- ?(?:copie|copy))+(?=\.[^.]*$|$)/i;

/** The source of a file that names none: its name, without the folder, and the same for a copy: what is sent twice is not from two sources. */
export function sourceOfName(fileName: string): string {
  const name = fileName.replace(/^.*[/\\]/, '');
  return name.replace(COPY_BEFORE, '').replace(COPY_AFTER, '') || name;
}
