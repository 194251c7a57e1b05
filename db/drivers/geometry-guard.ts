import type { Extension } from '@electric-sql/pglite';

/**
 * Why this exists. The embedded PostGIS is built without C++ exception handling: when GEOS throws ("TopologyException:
 * side location conflict"), nothing catches it. The exception tears through PostgreSQL's own frames, the statement ends
 * with fewer rows or as if it had succeeded, and the transaction commits what was half done.
 *
 * What it does. The WebAssembly module imports its `throw` from JavaScript, so it can be replaced: the new one raises a
 * PostgreSQL error with the exception's own words, through the same functions that C code uses. From there on everything
 * is PostgreSQL's ordinary way: the statement fails, the transaction is aborted, a savepoint can be rolled back to.
 *
 * It also puts the C stack back before each statement, because every failed statement leaves a kilobyte of it behind and
 * after some 1,900 failures each statement would be refused ("stack depth limit exceeded").
 */
export interface GeometryGuard {
  readonly extension: Extension;
  /** Call before each statement, when no other runs. */
  resetStack(): void;
}

/** `ERROR` in PostgreSQL's elog.h, since version 14. */
const ERROR_LEVEL = 21;

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
/** The part of the module that the guard calls; all of it is exported for extensions. */
interface Module {
  readonly HEAPU32: Uint32Array;
  readonly UTF8ToString: (pointer: number) => string;
  readonly stringToUTF8OnStack: (text: string) => number;
  readonly _errstart: (level: number, domain: number) => number;
  readonly _errmsg_internal: (format: number, values: number) => number;
  readonly _errfinish: (file: number, line: number, name: number) => void;
}

export function geometryGuard(): GeometryGuard {
  let stackPointer: WebAssembly.Global<'i32'> | undefined;
  let restingStack: number | undefined;

  const extension: Extension = {
    name: 'geometryGuard',
    setup: (database, options: Instantiation) => {
      const instantiateWasm: Instantiation['instantiateWasm'] = (imports, done) => {
        const { env } = imports;
        const table = env.__indirect_function_table;
        stackPointer = env.__stack_pointer;
        if (typeof env.__cxa_throw !== 'function' || table === undefined || stackPointer === undefined) {
          throw new Error('embedded PostGIS: this build cannot be guarded against swallowed geometry errors; @electric-sql/pglite 0.5.8 expected');
        }
        env.__cxa_throw = (exception) => raise(moduleOf(database), table, exception);
        return options.instantiateWasm(imports, done);
      };
      return Promise.resolve({ emscriptenOpts: { ...options, instantiateWasm } });
    },
  };

  return {
    extension,
    resetStack: () => {
      if (stackPointer === undefined) return;
      restingStack ??= stackPointer.value;
      stackPointer.value = restingStack;
    },
  };
}

const moduleOf = (database: unknown): Module => (database as { readonly Module: Module }).Module;

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
