/** Words of the commands: French first, then English, on one line. */

/** Says what is being done. */
export function say(fr, en) {
  process.stdout.write(`${fr} / ${en}\n`);
}

/** Ends the command with one clear sentence in each language. */
export function giveUp(fr, en, exitCode = 1) {
  process.stderr.write(`\n${fr}\n${en}\n`);
  process.exit(exitCode);
}

const seconds = (sinceMs) => `${Math.round((Date.now() - sinceMs) / 1000)} s`;

/**
 * Says that a long step goes on, with its count: in place on a terminal, else a line from time to time.
 * Answers `{ update(text), end() }`; `end` says how long it took.
 */
export function sayProgress(fr, en) {
  const startedAt = Date.now();
  const live = process.stdout.isTTY === true;
  let lastLineAt = startedAt;
  say(`${fr}…`, `${en}…`);
  return {
    update(text) {
      if (live) process.stdout.write(`\r\u001b[2K  ${text}`);
      else if (Date.now() - lastLineAt >= 10_000) {
        lastLineAt = Date.now();
        process.stdout.write(`  ${text}\n`);
      }
    },
    end() {
      if (live) process.stdout.write('\r\u001b[2K');
      process.stdout.write(`  ✓ ${seconds(startedAt)}\n`);
    },
  };
}
