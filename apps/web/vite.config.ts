import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const COMPRESSIBLE = /\.(js|css|html|json|svg)$/;

/** Above this the last percent of compression is not worth the seconds of a first start, bytes. */
const LARGE = 600_000;

/** Writes a `.br` and a `.gz` beside each text file, so that the server compresses nothing while somebody waits on a poor line. */
function compressedCopies(): Plugin {
  return {
    name: 'compressed-copies',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!COMPRESSIBLE.test(fileName)) continue;
          const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length < LARGE ? 11 : 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }) });
          this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(bytes, { level: 9 }) });
        }
      },
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressedCopies()],
  // Fonts and icons stay files: the content security policy of the server allows no data: fonts.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1300,
    // What the first list needs travels as one file: on a poor line each request costs more than the bytes that it would save later.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  worker: { format: 'es' },
  // The page has a folder of its own called api: its modules are not calls.
  server: { proxy: { '^/api/(?!.*\\.tsx?($|\\?))': process.env['API_URL'] ?? 'http://127.0.0.1:3000' } },
});
