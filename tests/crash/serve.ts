import { serve } from '../../apps/cli/serve';

/** The server of `npm start`, without what installs and builds. */
await serve(process.cwd(), process.env);
