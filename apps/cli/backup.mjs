import { prepareCommand } from './prepare-command.mjs';

const environment = await prepareCommand();
const { backup } = await import('./backup.ts');
process.exitCode = await backup(process.argv.slice(2), environment);
