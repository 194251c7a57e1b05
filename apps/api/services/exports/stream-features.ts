import { Readable } from 'node:stream';
import { featuresHead } from '#interchange/lists/write-list';
import type { TableHeading } from './write-table-worker';

/** A GeoJSON FeatureCollection as it is read, feature by feature: a country of outlines is never in memory at once. `features` are JSON texts. */
export function streamFeatures(heading: TableHeading, features: AsyncIterable<string>): Readable {
  async function* text(): AsyncGenerator<string> {
    yield `${JSON.stringify(featuresHead(heading)).slice(0, -1)},"features":[`;
    let first = true;
    for await (const feature of features) {
      yield first ? feature : `,${feature}`;
      first = false;
    }
    yield ']}';
  }
  return Readable.from(text(), { objectMode: false });
}

/** All pages of a list, one after the other. */
export async function* allPages<Item>(page: (after: string | undefined) => Promise<{ items: Item[]; nextCursor: string | null }>): AsyncGenerator<Item[]> {
  let after: string | undefined;
  do {
    const { items, nextCursor } = await page(after);
    yield items;
    after = nextCursor ?? undefined;
  } while (after !== undefined);
}
