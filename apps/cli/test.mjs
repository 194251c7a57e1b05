import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureWebBuilt } from './build-web.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { endRunningSteps, runStep } from './run-step.mjs';
import { say } from './say.mjs';
import { canInstallPackages, findChromium, findPostgis, installPackages } from './test-tools.mjs';

requireNode();
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
process.chdir(root);
const quick = process.argv.includes('--quick');
const resultsPath = join(root, '.cache/test-results.json');

/** What is left out of this run, and why. `matters`: with CI=true it fails the run. */
const leftOut = [];

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    endRunningSteps(signal);
    process.exitCode = 1;
  });
}

await ensureInstalled(root, { dev: true });
const env = quick ? {} : await prepareTools();
const [checksOk, testsOk] = await Promise.all([runChecks(), runTests(env)]);
finish(checksOk, testsOk);

/** Browser, database and real data: installs what it may, and notes what stays out. Answers the environment of the tests. */
async function prepareTools() {
  const wantsCluster = !process.env.TEST_POSTGIS_URL;
  const missing = { chromium: findChromium() === null, postgis: wantsCluster && findPostgis() === null };
  let why = 'seul root sur Debian ou Ubuntu peut l’installer ici / only root on Debian or Ubuntu can install it here';
  if ((missing.chromium || missing.postgis) && canInstallPackages()) {
    const failed = await installPackages(missing);
    if (failed !== null) why = `apt-get: ${failed}`;
  }
  const chromium = findChromium();
  if (chromium === null) leftOut.push({ fr: 'les essais dans un vrai navigateur : pas de Chromium', en: 'the tests in a real browser: no Chromium', why, matters: true });
  if (wantsCluster && findPostgis() === null) leftOut.push({ fr: 'les bases sur PostGIS : pas de PostgreSQL ≥ 15 avec PostGIS', en: 'the stores on PostGIS: no PostgreSQL ≥ 15 with PostGIS', why, matters: true });
  if (!existsSync(join(root, '../shared/data'))) {
    leftOut.push({ fr: 'les données réelles : pas de dossier ../shared/data', en: 'the real data: no folder ../shared/data', why: 'ces fichiers appartiennent à leurs éditeurs / those files belong to their publishers', matters: false });
  }
  for (const { fr, en, why: reason } of leftOut) say(`Laissé de côté : ${fr}`, `Left out: ${en} (${reason})`);
  return chromium === null ? {} : { CHROMIUM_PATH: chromium };
}

/** Types, lint, import rules and what nobody uses, one after the other: the tests run beside them on the other core. */
async function runChecks() {
  const bin = (path) => join(root, 'node_modules', path);
  const results = [
    await runStep({ name: 'types (tsc)', root, args: [bin('typescript/bin/tsc'), '-p', '.'] }),
    await runStep({ name: 'lint (eslint)', root, args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] }),
    await runStep({ name: 'imports (dependency-cruiser)', root, args: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'packages', 'db', 'apps', 'data', 'tests'] }),
    await runStep({ name: 'inutilisé / unused (knip)', root, args: [bin('knip/bin/knip.js'), '--no-progress'] }),
  ];
  return results.every(({ ok }) => ok);
}

async function runTests(env) {
  if (!quick) await ensureWebBuilt(root);
  mkdirSync(dirname(resultsPath), { recursive: true });
  rmSync(resultsPath, { force: true });
  const projects = quick ? ['--project', 'unit'] : env.CHROMIUM_PATH ? [] : ['--project', '!e2e'];
  const { ok } = await runStep({
    name: quick ? 'tests (vitest, unit)' : 'tests (vitest)',
    root,
    args: [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${resultsPath}`],
    env,
    show: true,
  });
  return ok;
}

/** Says what was found and ends: the last line counts the tests. */
function finish(checksOk, testsOk) {
  const counts = existsSync(resultsPath) ? JSON.parse(readFileSync(resultsPath, 'utf8')) : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  const skipped = counts.numPendingTests + counts.numTodoTests;
  const faults = [];
  if (!checksOk) faults.push(['un contrôle ci-dessus a échoué', 'a check above failed']);
  if (!testsOk) faults.push(['les tests ont échoué', 'the tests failed']);
  if (counts.numPassedTests === 0) faults.push(['aucun test n’a été exécuté', 'no test was run']);
  if (skipped > 0 && !quick && leftOut.length === 0) faults.push([`${skipped} tests sautés sans raison`, `${skipped} tests skipped for no reason`]);
  if (process.env.CI === 'true' && leftOut.some(({ matters }) => matters)) faults.push(['en CI rien ne doit être laissé de côté', 'in CI nothing may be left out']);
  for (const { fr, en, why } of leftOut) say(`Laissé de côté : ${fr}`, `Left out: ${en} (${why})`);
  for (const [fr, en] of faults) say(`Échec : ${fr}`, `Failed: ${en}`);
  process.stdout.write(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
