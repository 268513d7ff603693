/** Keys a chunk holds at most: inserting moves half of them, finding the chunk halves the number of chunks. */
const CHUNK = 512;

/** UTF-16 code units in the order of their UTF-8 bytes: surrogates stand for characters above all others. */
function rank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

function bytewise(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = rank(a.charCodeAt(at)) - rank(b.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

type Order = (a: string, b: string) => boolean;

const before: Order = (a, b) => a < b;
const bytewiseBefore: Order = (a, b) => bytewise(a, b) < 0;

const SURROGATES_AND_ABOVE = /[\ud800-\uffff]/;

/** Texts in the order of their UTF-8 bytes, in chunks, so that adding one does not move all that come after it. */
export class SortedKeys {
  private readonly chunks: string[][] = [];
  /** The language's own order of texts, far quicker, while it is that of bytes: they differ only above surrogates. */
  private isBefore: Order = before;

  add(key: string): void {
    if (SURROGATES_AND_ABOVE.test(key)) this.isBefore = bytewiseBefore;
    const at = Math.max(0, this.chunkOf(key));
    const chunk = this.chunks[at];
    if (chunk === undefined) {
      this.chunks.push([key]);
      return;
    }
    chunk.splice(this.position(chunk, key), 0, key);
    if (chunk.length > CHUNK) this.chunks.splice(at + 1, 0, chunk.splice(CHUNK / 2));
  }

  remove(key: string): void {
    const at = this.chunkOf(key);
    const chunk = this.chunks[at];
    if (chunk === undefined) return;
    const place = this.position(chunk, key);
    if (chunk[place] === key) chunk.splice(place, 1);
    if (chunk.length === 0) this.chunks.splice(at, 1);
  }

  /** The keys from `from` on and before `to`. */
  between(from: string, to: string): readonly string[] {
    const found: string[] = [];
    for (let at = Math.max(0, this.chunkOf(from)); at < this.chunks.length; at += 1) {
      const chunk = this.chunks[at] ?? [];
      if (!this.isBefore(chunk[0] ?? '', to)) break;
      found.push(...chunk.slice(this.position(chunk, from), this.position(chunk, to)));
    }
    return found;
  }

  /** The chunk that holds `key`, or would: the last that begins at or before it; -1 when all begin after it. */
  private chunkOf(key: string): number {
    let [low, high] = [0, this.chunks.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const first = this.chunks[middle]?.[0] ?? '';
      if (first === key || this.isBefore(first, key)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Where `key` stands in a chunk, or would. */
  private position(chunk: readonly string[], key: string): number {
    let [low, high] = [0, chunk.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.isBefore(chunk[middle] ?? '', key)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
