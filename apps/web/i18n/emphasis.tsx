import type { ReactNode } from 'react';

/** A sentence of the catalogue with its `**figures**` set in bold: the order of words stays the translator’s. */
export function Emphasis({ text }: { text: string }): ReactNode {
  return text.split('**').map((part, index) => (index % 2 === 1 ? <strong key={index}>{part}</strong> : part));
}
