// Lets a worker thread read TypeScript: `--import tsx` alone does nothing in a thread of Node 20, where the loader has to
// be registered by hand. It stands here, and not in an argument, so that Node finds `tsx` from wherever the process was started.
import { register } from 'tsx/esm/api';

register();
