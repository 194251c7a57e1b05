import { prepareCommand } from './prepare-command.mjs';

const { workingDir, dataDir, databaseUrl, rastersDir } = await prepareCommand();
const { load } = await import('./load.ts');
process.exitCode = await load(process.argv.slice(2), { workingDir, dataDir, databaseUrl, rastersDir });
