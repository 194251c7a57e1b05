/** Keeps the last answers of a data set by their question, the least recently used forgotten first. Ends with its data set. */
export class Memory {
  readonly #parts = new Map<string, Map<string, unknown>>();

  remembers(part: string, question: string): boolean {
    return this.#parts.get(part)?.has(question) === true;
  }

  /** The remembered value of a question, or the value computed now. `room`: how many of this part are kept. */
  recall<Value>(part: string, room: number, question: string, compute: () => Value): Value {
    let kept = this.#parts.get(part);
    if (kept === undefined) {
      kept = new Map();
      this.#parts.set(part, kept);
    }
    const known = kept.has(question);
    const value = known ? (kept.get(question) as Value) : compute();
    kept.delete(question);
    kept.set(question, value);
    if (kept.size > room) kept.delete(kept.keys().next().value ?? '');
    return value;
  }
}
