import { basename, relative } from 'node:path';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Names of house.md: kebab-case files, no drawer folders, no barrel file inside a package. */
const houseNames = {
  create(context) {
    return {
      Program(node) {
        const path = relative(import.meta.dirname, context.filename).replaceAll('\\', '/');
        const name = basename(path).replace(/^\./, '').replace(/(\.[a-z0-9]+)+$/, '');
        if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) context.report({ node, message: `File names are kebab-case: ${path}` });
        if (/(^|\/)(utils?|helpers?)(\/|\.)/.test(path)) context.report({ node, message: `Name the thing by what it does, not as a drawer: ${path}` });
        if (/^(packages|db)\/(.*\/)?index\.tsx?$/.test(path)) context.report({ node, message: `No barrel file inside a package: ${path}` });
      },
    };
  },
};

/** What the pure packages must not reach for: the clock and chance come in as arguments. */
const impure = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Pure code takes the time as an argument.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pure code takes the time as an argument.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Pure code takes its random numbers as an argument.' },
];

export default tseslint.config(
  { ignores: ['node_modules/', 'apps/web/dist/', '.cache/', '.data/', 'coverage/', '**/*.d.ts'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Route plugins of Fastify are async by contract, whether they await or not.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['apps/web/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ['packages/{domain,analysis}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...impure] },
  },
  // Commands, benchmarks and the scripts that make data speak to a terminal.
  { files: ['apps/cli/**', 'tests/**', 'data/**', '**/*.test.ts', 'apps/web/map/basemap-data/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    plugins: { house: { rules: { names: houseNames } } },
    rules: {
      'house/names': 'error',
      'max-lines': ['error', { max: 250 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
    },
  },
);
