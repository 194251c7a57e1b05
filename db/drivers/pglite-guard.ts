import type { Extension, PGlite } from '@electric-sql/pglite';

/**
 * The embedded database swallows exceptions that it does not expect. The statement then ends with fewer rows, or as if it
 * had succeeded, and the transaction commits what was half done. Three things are put right here, through functions that
 * the WebAssembly module takes from JavaScript or gives to it:
 *
 * 1. Errors of geometry. PostGIS is built without C++ exception handling: when GEOS throws ("TopologyException: side
 *    location conflict"), nothing catches it. The module imports its `throw`, so it can be replaced: the new one raises a
 *    PostgreSQL error in the exception's own words. From there on everything is PostgreSQL's ordinary way: the statement
 *    fails, the transaction is aborted, a savepoint can be gone back to.
 * 2. Any other exception (the thread's stack is full, an instruction traps). The state of the database in memory is not
 *    to be trusted after it: the database breaks off, as a PostgreSQL server does when one of its processes crashes, and
 *    what was committed is found again in its log.
 * 3. The C stack. Every failed statement leaves a kilobyte of it behind; after some 1,900 every statement would fail.
 */
export interface PgliteGuard {
  /** Give it to `PGlite.create`. */
  readonly extension: Extension;
  /** Call once, when the database is open. */
  watch(database: PGlite): void;
  /** Call before each statement, when no other runs. */
  resetStack(): void;
}

/** The database cannot go on. `cause` is the exception that it did not expect. */
export class BrokenOff extends Error {
  constructor(cause: unknown) {
    super(`the embedded database broke off: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'BrokenOff';
  }
}

/** `ERROR` in PostgreSQL's elog.h, since version 14. */
const ERROR_LEVEL = 21;
/** How PGlite's own loop asks what it has caught, and the answer where it was PostgreSQL's ordinary error. */
const ASK_STATUS = -2;
const ORDINARY_ERROR = 100;

interface Imports {
  readonly env: {
    __cxa_throw?: (exception: number, type: number, destructor: number) => void;
    readonly __indirect_function_table?: WebAssembly.Table;
    readonly __stack_pointer?: WebAssembly.Global<'i32'>;
  };
}
interface Instantiation {
  readonly instantiateWasm: (imports: Imports, done: unknown) => unknown;
}
/** The part of the module that is used here; the functions of PostgreSQL are exported for its extensions. */
interface Module {
  readonly HEAPU32: Uint32Array;
  readonly UTF8ToString: (pointer: number) => string;
  readonly stringToUTF8OnStack: (text: string) => number;
  readonly _errstart: (level: number, domain: number) => number;
  readonly _errmsg_internal: (format: number, values: number) => number;
  readonly _errfinish: (file: number, line: number, name: number) => void;
  _PostgresMainLoopOnce: () => void;
  _pgl_setPGliteExitStatus: (status: number) => number;
}
const moduleOf = (database: unknown): Module => (database as { readonly Module: Module }).Module;

export function pgliteGuard(): PgliteGuard {
  let stackPointer: WebAssembly.Global<'i32'> | undefined;
  let restingStack: number | undefined;

  const extension: Extension = {
    name: 'pgliteGuard',
    setup: (database, options: Instantiation) => {
      const instantiateWasm: Instantiation['instantiateWasm'] = (imports, done) => {
        const { env } = imports;
        const table = env.__indirect_function_table;
        stackPointer = env.__stack_pointer;
        if (typeof env.__cxa_throw !== 'function' || table === undefined || stackPointer === undefined) throw new Error(`embedded PostGIS: ${UNGUARDED}`);
        env.__cxa_throw = (exception) => raise(moduleOf(database), table, exception);
        return options.instantiateWasm(imports, done);
      };
      return Promise.resolve({ emscriptenOpts: { ...options, instantiateWasm } });
    },
  };

  return {
    extension,
    watch: (database) => {
      breakOffOnUnexpected(moduleOf(database));
      restingStack = stackPointer?.value;
    },
    resetStack: () => {
      if (stackPointer !== undefined && restingStack !== undefined) stackPointer.value = restingStack;
    },
  };
}

const UNGUARDED = 'this build cannot be guarded against swallowed errors; @electric-sql/pglite 0.5.8 expected';

function raise(module: Module, table: WebAssembly.Table, exception: number): never {
  const message = `GEOS Error: ${wordsOf(module, table, exception)}`;
  module._errstart(ERROR_LEVEL, 0);
  module._errmsg_internal(module.stringToUTF8OnStack(message.replaceAll('%', '%%')), 0);
  module._errfinish(0, 0, 0);
  throw new Error('embedded PostGIS: errfinish returned');
}

/** `std::exception::what()`: the third entry of the object's table of virtual functions. */
function wordsOf(module: Module, table: WebAssembly.Table, exception: number): string {
  try {
    const virtualFunctions = module.HEAPU32[exception >> 2] ?? 0;
    const what = table.get(module.HEAPU32[(virtualFunctions + 8) >> 2] ?? 0) as (self: number) => number;
    return module.UTF8ToString(what(exception));
  } catch {
    return 'exception without words';
  }
}

/** PGlite's loop catches whatever comes, asks for the status, and goes on unless it is the ordinary one. Here it does not go on. */
function breakOffOnUnexpected(module: Module): void {
  const { _PostgresMainLoopOnce: runOnce, _pgl_setPGliteExitStatus: setStatus } = module;
  if (typeof runOnce !== 'function' || typeof setStatus !== 'function') throw new Error(`embedded database: ${UNGUARDED}`);
  let caught: unknown;
  module._PostgresMainLoopOnce = () => {
    try {
      runOnce();
    } catch (cause) {
      caught = cause;
      throw cause;
    }
  };
  module._pgl_setPGliteExitStatus = (status) => {
    const found = setStatus(status);
    if (status === ASK_STATUS && found !== ORDINARY_ERROR) throw new BrokenOff(caught);
    return found;
  };
}
