/** Two rounds of a 53-bit hash of text, as hexadecimal: the same in the page and on the server. It tells contents apart; it protects no secret. */
export const contentDigest = (text: string): string => hash53(text, 0) + hash53(text, 0x9e37_79b9);

/** cyrb53, public domain. */
function hash53(text: string, seed: number): string {
  let low = 0xdead_beef ^ seed;
  let high = 0x41c6_ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 2_654_435_761);
    high = Math.imul(high ^ unit, 1_597_334_677);
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & high) + (low >>> 0)).toString(16).padStart(14, '0');
}
