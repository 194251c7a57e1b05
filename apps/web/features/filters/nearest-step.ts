/** Where the thumb of a slider stands for a value that a link set between two stops: its nearest stop. */
export function nearestStep(steps: readonly number[], value: number): number {
  let best = 0;
  steps.forEach((step, position) => {
    if (Math.abs(step - value) < Math.abs((steps[best] ?? 0) - value)) best = position;
  });
  return best;
}
