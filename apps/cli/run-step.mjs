import { spawn } from 'node:child_process';

const running = new Set();

/** Ends what this command started; nothing else. */
export function endRunningSteps(signal) {
  for (const child of running) child.kill(signal);
}

/**
 * Runs one step as a child of this process: `node` with `args`. Says how it went; what it printed is shown if it failed,
 * or as it goes with `show`. Answers `{ ok, code }`.
 */
export function runStep({ name, root, args, env = {}, show = false }) {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'] });
    running.add(child);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('close', (code, signal) => {
      running.delete(child);
      const ok = code === 0;
      const took = `${Math.round((Date.now() - startedAt) / 1000)} s`;
      process.stdout.write(`${ok ? '✓' : '✗'} ${name} (${took})${signal ? ` ${signal}` : ''}\n`);
      if (!ok && output) process.stdout.write(`${output.trimEnd()}\n`);
      resolve({ ok, code: code ?? 1 });
    });
  });
}
