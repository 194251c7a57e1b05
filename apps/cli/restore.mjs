import { prepareCommand } from './prepare-command.mjs';

const environment = await prepareCommand();
const { restore } = await import('./restore.ts');
process.exitCode = await restore(process.argv.slice(2), environment);
