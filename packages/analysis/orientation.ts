/**
 * Which side of the line a→b a point lies on, exactly: positive left, negative right, 0 on the line itself (coordinates 0 or beyond 1e-60). A border decides in which
 * zone a structure counts, and the plain formula errs within a rounding of it. Method and error bound: J. R. Shewchuk, Adaptive
 * Precision Floating-Point Arithmetic, 1997.
 */
export function orientation(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  const left = (ax - px) * (by - py);
  const right = (ay - py) * (bx - px);
  const determinant = left - right;
  const bound = ERROR_BOUND * (Math.abs(left) + Math.abs(right));
  return determinant > bound || -determinant > bound ? determinant : exactOrientation(ax, ay, bx, by, px, py);
}

const HALF_ULP = 2 ** -53;
const ERROR_BOUND = (3 + 16 * HALF_ULP) * HALF_ULP;
const SPLITTER = 2 ** 27 + 1;

/** The determinant multiplied out; each product is kept as its rounded value and the exact error of it. */
function exactOrientation(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  const terms: number[] = [];
  pushProduct(terms, ax, by);
  pushProduct(terms, -ax, py);
  pushProduct(terms, -px, by);
  pushProduct(terms, -ay, bx);
  pushProduct(terms, ay, px);
  pushProduct(terms, py, bx);
  return leadingTermOfSum(terms);
}

function pushProduct(terms: number[], a: number, b: number): void {
  const product = a * b;
  const aHigh = SPLITTER * a - (SPLITTER * a - a);
  const bHigh = SPLITTER * b - (SPLITTER * b - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  terms.push(aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow), product);
}

/** Sums without any rounding, as an expansion of parts that do not overlap; the last part has the sign of the sum. */
function leadingTermOfSum(terms: readonly number[]): number {
  let expansion: number[] = [];
  for (const term of terms) {
    const grown: number[] = [];
    let carry = term;
    for (const part of expansion) {
      const sum = carry + part;
      const virtual = sum - carry;
      const rest = carry - (sum - virtual) + (part - virtual);
      if (rest !== 0) grown.push(rest);
      carry = sum;
    }
    if (carry !== 0) grown.push(carry);
    expansion = grown;
  }
  return expansion.at(-1) ?? 0;
}
