import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createTownItems } from '../../adapters/town-items.js';
import { createTownStore } from '../../adapters/town-store.js';
import { writeTown } from '../../towns/write-town.js';
import { languageOf } from '../language.js';
import { outputOf } from './deployment.js';
import {
  exported,
  FILE_OF,
  FORMAT,
  kindOf,
  LEFT_OUT,
  type Manifest,
  MANIFEST,
  readExport,
  sha256,
} from './export-format.js';
import { EXPORT_TOWN_WORDS } from './export-town-words.js';
import { openDeployment, type Said, sayUsage, SHARED_OPTIONS } from './run-command.js';

type Words = (typeof EXPORT_TOWN_WORDS)['en'];
type Files = Record<string, { sha256: string; items?: number }>;

const readCall = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false }, ...SHARED_OPTIONS },
  });

/** `npm run export-town`. Exit codes: 0 written, or whole; 1 not; 2 called wrongly. */
export async function exportTownCommand(args: string[], said: Said): Promise<number> {
  const {
    values: { check, help, ...place },
    positionals: [first, second, ...more],
  } = readCall(args);
  const words = EXPORT_TOWN_WORDS[languageOf(place.lang)];
  const isCorrect = first !== undefined && more.length === 0 && (second === undefined) === check;
  if (help || !isCorrect) return sayUsage(said, words.usage, help);
  if (second === undefined) return checkExport(first, words, said);
  const deployment = await openDeployment(place, said);
  const { endpoint } = place;
  const where = { table: outputOf(deployment, 'TableName'), ...(endpoint === undefined ? {} : { endpoint }) };
  const towns = createTownStore(where);
  if (!(await towns.all()).some(({ id }) => id === first)) {
    said.err(words.noTown(first));
    return 1;
  }
  if (existsSync(second) && readdirSync(second).length > 0) {
    said.err(words.notEmpty(second));
    return 1;
  }
  const folder = new ExportFolder(second);
  for (const [file, content] of Object.entries(writeTown((await towns.openWhole(first)).town)))
    folder.write(`town/${file}`, content);
  let read = 0;
  for await (const items of createTownItems(where).of(first)) {
    for (const item of items) folder.add(item);
    read += items.length;
    if (items.length > 0) said.out(words.progress(read));
  }
  const files = folder.close(first, await deployment.now());
  for (const [file, { items }] of Object.entries(files))
    if (items !== undefined) said.out(words.file(file, items));
  said.out(words.done(second));
  return 0;
}

function checkExport(folder: string, words: Words, said: Said): number {
  try {
    const { manifest, damaged } = readExport(folder);
    for (const damage of damaged) said.err(words.damaged(damage));
    if (damaged.length > 0) return 1;
    said.out(words.whole(manifest.town, manifest.at, Object.keys(manifest.files).length));
    return 0;
  } catch {
    said.err(words.noExport(folder));
    return 1;
  }
}

/** What is exported, as it is written; the manifest comes last, so that without one nothing is taken for whole. */
class ExportFolder {
  private readonly files: Files = {};
  private readonly counts = new Map<string, number>();

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  write(file: string, content: string | Uint8Array): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, content, { mode: 0o600 });
    this.files[file] = { sha256: sha256(content) };
  }

  /** Throws for a kind of items of which nobody said whether it is exported. */
  add({ picture, ...item }: Readonly<Record<string, unknown>>): void {
    const kind = kindOf(String(item['pk']));
    if (LEFT_OUT.has(kind)) return;
    const file = FILE_OF[kind];
    if (file === undefined) throw new Error(`${kind}: nobody said whether it is exported`);
    const line = exported(item);
    const photo = picture instanceof Uint8Array ? this.keepPhoto(line, picture) : {};
    appendFileSync(join(this.folder, file), `${JSON.stringify({ ...line, ...photo })}\n`, { mode: 0o600 });
    this.counts.set(file, (this.counts.get(file) ?? 0) + 1);
  }

  close(town: string, at: number): Files {
    for (const [file, items] of this.counts)
      this.files[file] = { sha256: sha256(readFileSync(join(this.folder, file))), items };
    const manifest: Manifest = { format: FORMAT, town, at: new Date(at).toISOString(), files: this.files };
    writeFileSync(join(this.folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    return this.files;
  }

  private keepPhoto({ id, part }: Record<string, unknown>, picture: Uint8Array): { file: string } {
    const file = `photos/${String(id)}/${String(part).replace(/^photo#/, '')}.jpg`;
    this.write(file, picture);
    return { file };
  }
}
