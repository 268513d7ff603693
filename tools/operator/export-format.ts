import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { KEY_KIND } from '../../adapters/table-keys.js';

/** How the files of an export are laid out; another number, another layout. docs/operations.md describes it. */
export const FORMAT = 'small-grid town export 1';

/** In which file the items of a kind lie, one of JSON a line. */
export const FILE_OF: Readonly<Record<string, string>> = {
  [KEY_KIND.request]: 'requests.jsonl',
  [KEY_KIND.person]: 'people.jsonl',
  [KEY_KIND.task]: 'tasks.jsonl',
  [KEY_KIND.visit]: 'visits.jsonl',
  [KEY_KIND.reception]: 'receptions.jsonl',
  [KEY_KIND.round]: 'rounds.jsonl',
  [KEY_KIND.quota]: 'places.jsonl',
  [KEY_KIND.photo]: 'photos.jsonl',
  [KEY_KIND.workPhotos]: 'work-photos.jsonl',
  [KEY_KIND.text]: 'texts-sent.jsonl',
  [KEY_KIND.inbound]: 'texts-received.jsonl',
  [KEY_KIND.phone]: 'choices.jsonl',
  [KEY_KIND.taught]: 'taught.jsonl',
  [KEY_KIND.audit]: 'audit.jsonl',
  [KEY_KIND.erasure]: 'erasures.jsonl',
  [KEY_KIND.file]: 'sealed-files.jsonl',
};

/**
 * Keys and codes, counters and queues of some days, and smaller copies of photos: nobody could use them elsewhere, and keys must not leave. The town's data
 * are files.
 */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  KEY_KIND.town,
  KEY_KIND.secret,
  KEY_KIND.carrier,
  KEY_KIND.signIn,
  KEY_KIND.session,
  KEY_KIND.tally,
  KEY_KIND.caller,
  KEY_KIND.flood,
  KEY_KIND.published,
]);

/** `58E6G3B6` of `sanhehu#request#58E6G3B6`. */
export const kindOf = (pk: string): string => pk.split('#')[1] ?? '';

/** What opens something, and where an item stands in indexes. */
const NOT_TOLD = /^(?:token|trackingKey|pk|\w+(?:Key|Sort))$/;
/** Signed links, and keys in links, within what was texted. */
const OPENING = /([?&](?:sig|key)=)[^&\s]+/g;

/** An item as it is exported: its place in the table as `id` and `part`, and nothing that opens anything. */
export function exported({ pk, sk, ...item }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [, , ...id] = String(pk).split('#');
  const told = Object.entries(item).filter(([name]) => !NOT_TOLD.test(name));
  return {
    id: id.join('#'),
    part: sk,
    ...Object.fromEntries(told.map(([name, value]) => [name, closed(value)])),
  };
}

function closed(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(OPENING, '$1...');
  if (value instanceof Set) return [...value];
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'token' && name !== 'trackingKey')
      .map(([name, part]) => [name, closed(part)]),
  );
}

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  town: z.string(),
  /** When it was made, ISO. */
  at: z.string(),
  /** By name, below the folder. `items` of files with one of JSON a line. */
  files: z.record(z.string(), z.object({ sha256: z.string(), items: z.number().optional() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST = 'manifest.json';

export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

/** Of files that are not as they were exported. */
export interface ExportDamage {
  readonly file: string;
  readonly why: 'missing' | 'changed' | 'unreadable';
}

const lineSchema = z.looseObject({ id: z.string() });

/** An export as it was written, by file; damaged files are named and left out. Throws where there is no manifest, or one of another format. */
export function readExport(folder: string): {
  readonly manifest: Manifest;
  readonly items: ReadonlyMap<string, readonly z.infer<typeof lineSchema>[]>;
  readonly damaged: readonly ExportDamage[];
} {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
  const items = new Map<string, readonly z.infer<typeof lineSchema>[]>();
  const damaged: ExportDamage[] = [];
  for (const [file, { sha256: expected, items: count }] of Object.entries(manifest.files)) {
    const content = readOr(join(folder, file));
    if (content === undefined) damaged.push({ file, why: 'missing' });
    else if (sha256(content) !== expected) damaged.push({ file, why: 'changed' });
    else if (count !== undefined) {
      const read = z.array(lineSchema).safeParse(linesOf(content.toString()));
      if (read.success && read.data.length === count) items.set(file, read.data);
      else damaged.push({ file, why: 'unreadable' });
    }
  }
  return { manifest, items, damaged };
}

function readOr(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

const linesOf = (text: string): unknown[] =>
  text.split('\n').flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)]));
