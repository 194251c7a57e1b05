import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const pages = ['README.md', 'ARCHITECTURE.md', 'SECURITY.md', 'docs/threat-model.md', ...readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`)];

describe('what the documents point to is there', () => {
  it.each(pages)('%s', (page) => {
    const targets = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => target ?? '');
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });
});
