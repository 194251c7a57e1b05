import { giveUp } from './say.mjs';

const OLDEST = [20, 19];

/** Ends with a clear sentence on a Node that is too old. Written so that an old Node can still read it. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  giveUp(
    `Node ${OLDEST.join('.')} ou plus récent est nécessaire ; celui-ci est ${process.versions.node}. Voir https://nodejs.org`,
    `Node ${OLDEST.join('.')} or newer is needed; this is ${process.versions.node}. See https://nodejs.org`,
  );
}
