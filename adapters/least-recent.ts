/** Keeps what was used last, up to a size of all together; one thing is kept however large it is. */
export class LeastRecent<Value> {
  /** The one that was used last at the end. */
  private readonly entries = new Map<string, { readonly value: Value; readonly size: number }>();
  private size = 0;

  constructor(private readonly limit: number) {}

  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Value, size: number): void {
    this.forget(key);
    for (const oldest of this.entries.keys()) {
      if (this.size + size <= this.limit) break;
      this.forget(oldest);
    }
    this.entries.set(key, { value, size });
    this.size += size;
  }

  private forget(key: string): void {
    this.size -= this.entries.get(key)?.size ?? 0;
    this.entries.delete(key);
  }
}
